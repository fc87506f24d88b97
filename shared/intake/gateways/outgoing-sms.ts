import type { GatewayName } from './inbound-sms.ts';

/** One reply, sent by the gateway that brought the message. */
export interface OutgoingSms {
  readonly gateway: GatewayName;
  /** The person who wrote to us: `from` of their message. */
  readonly to: string;
  /** The number of ours they wrote to: `to` of their message. */
  readonly from: string;
  readonly text: string;
}

/** Sends a reply through a gateway's API. Throws SmsNotSent; nothing is ever tried twice, since the first try may have arrived. */
export interface SmsSender {
  send(message: OutgoingSms): Promise<void>;
}

/** Says why by a code alone: neither a number nor a text, so that it may be logged. */
export class SmsNotSent extends Error {
  override readonly name = 'SmsNotSent';
  /** `http_503`, `vonage_9`, `infobip_REJECTED`, `timeout`, `network`, `unreadable_answer`, or the name of an AWS error. */
  readonly code: string;
  /** The gateway may have sent it all the same. */
  readonly ambiguous: boolean;

  constructor(code: string, ambiguous: boolean) {
    super(`the gateway did not take the message: ${code}`);
    this.code = code;
    this.ambiguous = ambiguous;
  }
}
