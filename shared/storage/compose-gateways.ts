import { openGateway, openSender } from '#shared/intake/gateways/open-gateway.ts';
import type { SmsSender } from '#shared/intake/gateways/outgoing-sms.ts';
import type { WebhookGateway, WebhookName } from '#shared/intake/gateways/webhook.ts';
import type { SmsSettings } from '#shared/intake/sms-settings.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import { cachedSecret } from './cached-secret.ts';

/** ARNs of the secrets of the gateways that are on. */
export type GatewaySecretArns = { readonly [Name in WebhookName]?: string | undefined };

export interface Gateways {
  /** The gateway with the secret as it is kept now. Throws when it is not switched on. */
  gateway(name: WebhookName): Promise<WebhookGateway>;
  /** Null for a gateway that takes a reply with its webhook's answer only. */
  sender(name: WebhookName): Promise<SmsSender | null>;
}

export function composeGateways(settings: SmsSettings, arns: GatewaySecretArns, clock: Clock): Gateways {
  const kept = new Map<WebhookName, () => Promise<string>>();
  const secret = (name: WebhookName): Promise<string> => {
    const arn = arns[name];
    if (arn === undefined) {
      throw new Error(`this deployment has no secret for the gateway ${name}`);
    }
    const read = kept.get(name) ?? cachedSecret(arn, clock);
    kept.set(name, read);
    return read();
  };
  return {
    gateway: async (name) => openGateway(name, settings, await secret(name)),
    sender: async (name) =>
      name === 'twilio' || name === 'generic' ? null : openSender(name, settings, await secret(name), fetch),
  };
}
