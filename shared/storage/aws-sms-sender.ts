import { PinpointSMSVoiceV2Client, SendTextMessageCommand } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { SmsNotSent, type SmsSender } from '#shared/intake/gateways/outgoing-sms.ts';

/** AWS End User Messaging. Without `maxAttempts: 1` the SDK would repeat a request that may have been taken. */
export const awsSmsClient = () =>
  new PinpointSMSVoiceV2Client({ maxAttempts: 1, requestHandler: { connectionTimeout: 2_000, requestTimeout: 5_000 } });

/** Replies from the number that was written to. `configurationSet` names where AWS reports deliveries; null: nowhere. */
export function createAwsSmsSender(client: PinpointSMSVoiceV2Client, configurationSet: string | null): SmsSender {
  return {
    async send({ from, to, text }) {
      try {
        await client.send(
          new SendTextMessageCommand({
            DestinationPhoneNumber: to,
            OriginationIdentity: from,
            MessageBody: text,
            MessageType: 'TRANSACTIONAL',
            ...(configurationSet === null ? {} : { ConfigurationSetName: configurationSet }),
          }),
        );
      } catch (error) {
        // The SDK's own message may quote the number.
        throw new SmsNotSent(error instanceof Error ? error.name : 'unknown', !isRefusal(error));
      }
    },
  };
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && '$fault' in error && error.$fault === 'client';
}
