import type { GatewayOptions } from './gateway-options.ts';
import { readGenericSecret, readInfobipSecret, readTwilioSecret, readVonageSecret } from './gateway-secrets.ts';
import { genericGateway } from './generic.ts';
import type { GatewayName } from './inbound-sms.ts';
import { infobipGateway } from './infobip.ts';
import { infobipSender } from './infobip-sender.ts';
import type { SmsSender } from './outgoing-sms.ts';
import type { Fetch } from './post-to-gateway.ts';
import { twilioGateway } from './twilio.ts';
import { vonageGateway } from './vonage.ts';
import { vonageMessagesGateway } from './vonage-messages.ts';
import { vonageSender } from './vonage-sender.ts';
import type { WebhookGateway, WebhookName } from './webhook.ts';

export interface GatewaySettings extends GatewayOptions {
  /** The address before `/v1/sms/…` as gateways know it. */
  readonly publicUrl: string | null;
}

/** The gateway of a webhook, with the secret as it is kept now. Throws when it is not switched on, or its secret has the wrong shape. */
export function openGateway(name: WebhookName, settings: GatewaySettings, secret: string): WebhookGateway {
  switch (name) {
    case 'twilio':
      wanted(settings.twilio, 'twilio');
      return twilioGateway(wanted(settings.publicUrl, 'publicUrl'), readTwilioSecret(secret));
    case 'vonage':
      return vonageGateway(wanted(settings.vonage, 'vonage').signature, readVonageSecret(secret));
    case 'vonage-messages':
      wanted(settings.vonageMessages, 'vonageMessages');
      return vonageMessagesGateway(readVonageSecret(secret));
    case 'infobip':
      return infobipGateway(wanted(settings.infobip, 'infobip').allowedAddresses, readInfobipSecret(secret));
    case 'generic':
      return genericGateway(wanted(settings.generic, 'generic'), readGenericSecret(secret));
  }
}

/** Who sends the replies that do not go in a webhook's answer. Throws as `openGateway` does. */
export function openSender(
  name: Extract<GatewayName, 'vonage' | 'vonage-messages' | 'infobip'>,
  settings: GatewaySettings,
  secret: string,
  fetch: Fetch,
): SmsSender {
  switch (name) {
    case 'vonage':
      return vonageSender(wanted(settings.vonage, 'vonage').baseUrl, readVonageSecret(secret), fetch);
    case 'vonage-messages':
      return vonageSender(wanted(settings.vonageMessages, 'vonageMessages').baseUrl, readVonageSecret(secret), fetch);
    case 'infobip':
      return infobipSender(wanted(settings.infobip, 'infobip').baseUrl, readInfobipSecret(secret), fetch);
  }
}

function wanted<T>(setting: T | null, name: string): T {
  if (setting === null) {
    throw new Error(`the SMS setting ${name} is not set`);
  }
  return setting;
}
