import { powertoolsLog } from '#shared/runtime/powertools-log.ts';
import { composeGateways } from '#shared/storage/compose-gateways.ts';
import { composeSms } from '#shared/storage/compose-sms.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { originSecret } from '#shared/storage/origin-secret.ts';
import { readSecret } from '#shared/storage/secret-store.ts';
import type { env } from './env.ts';
import type { TakeSmsDependencies } from './handler.ts';

export async function compose(environment: typeof env): Promise<TakeSmsDependencies> {
  const masterSecret = await readSecret(environment.MASTER_SECRET_ARN);
  const sms = composeSms(environment, documentClient(), masterSecret, powertoolsLog());
  const secrets = {
    twilio: environment.TWILIO_SECRET_ARN,
    vonage: environment.VONAGE_SECRET_ARN,
    'vonage-messages': environment.VONAGE_MESSAGES_SECRET_ARN,
    infobip: environment.INFOBIP_SECRET_ARN,
    generic: environment.GENERIC_SECRET_ARN,
  };
  return {
    ...sms,
    ...composeGateways(environment.SMS, secrets, sms.clock),
    ...originSecret(environment.ORIGIN_SECRET_ARN),
  };
}
