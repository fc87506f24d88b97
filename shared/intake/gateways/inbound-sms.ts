export const gatewayNames = ['twilio', 'vonage', 'vonage-messages', 'infobip', 'generic', 'aws'] as const;

export type GatewayName = (typeof gatewayNames)[number];

/** One text message that reached us, as its gateway tells it. Nothing here is trusted to be short, clean or a number. */
export interface InboundSms {
  readonly gateway: GatewayName;
  /** The gateway's own id: the same for every delivery of the same message. */
  readonly messageId: string;
  /** Who texted us, as written: the line of the reporter. */
  readonly from: string;
  /** Our number or short code, as written. */
  readonly to: string;
  readonly text: string;
  /** RFC 3339 UTC, where the gateway tells it. */
  readonly receivedAt: string | null;
  /** Attachments, which are never fetched. */
  readonly media: number;
  /** Where the gateway does not join long texts: which part this is (3GPP TS 23.040, 9.2.3.24.1 and .8). */
  readonly part: MessagePart | null;
  /** Parts are missing: their time ran out. */
  readonly partial: boolean;
}

export interface MessagePart {
  readonly reference: string;
  /** From 1 to `total`. */
  readonly number: number;
  readonly total: number;
}
