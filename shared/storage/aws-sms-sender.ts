import { PinpointSMSVoiceV2Client, SendTextMessageCommand } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { SmsNotSent, type SmsSender } from '#shared/intake/gateways/outgoing-sms.ts';

/** Without `maxAttempts: 1` the SDK would repeat a request that may have been taken. */
export const awsSmsClient = () => new PinpointSMSVoiceV2Client({ maxAttempts: 1 });

/** What a reply may take, as at other gateways (shared/intake/gateways/post-to-gateway.ts). */
const patience = 5_000;

/** AWS End User Messaging: replies from the number that was written to. `configurationSet` names where AWS reports deliveries; null: nowhere. */
export function createAwsSmsSender(client: PinpointSMSVoiceV2Client, configurationSet: string | null): SmsSender {
  return {
    async send({ from, to, text }) {
      const abortSignal = AbortSignal.timeout(patience);
      try {
        await client.send(
          new SendTextMessageCommand({
            DestinationPhoneNumber: to,
            OriginationIdentity: from,
            MessageBody: text,
            MessageType: 'TRANSACTIONAL',
            ...(configurationSet === null ? {} : { ConfigurationSetName: configurationSet }),
          }),
          { abortSignal },
        );
      } catch (error) {
        // The SDK's own message may quote the number.
        const name = error instanceof Error ? error.name : 'unknown';
        throw new SmsNotSent(abortSignal.aborted ? 'timeout' : name, !isRefusal(error));
      }
    },
  };
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && '$fault' in error && error.$fault === 'client';
}
