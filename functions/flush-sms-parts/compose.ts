import { powertoolsLog } from '#shared/runtime/powertools-log.ts';
import { composeGateways } from '#shared/storage/compose-gateways.ts';
import { composeSms } from '#shared/storage/compose-sms.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { readSecret } from '#shared/storage/secret-store.ts';
import type { env } from './env.ts';
import type { FlushSmsPartsDependencies } from './handler.ts';

export async function compose(environment: typeof env): Promise<FlushSmsPartsDependencies> {
  const masterSecret = await readSecret(environment.MASTER_SECRET_ARN);
  const sms = composeSms(environment, documentClient(), masterSecret, powertoolsLog());
  const { sender } = composeGateways(environment.SMS, { vonage: environment.VONAGE_SECRET_ARN }, sms.clock);
  return { ...sms, sender };
}
