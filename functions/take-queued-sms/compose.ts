import { powertoolsLog } from '#shared/runtime/powertools-log.ts';
import { awsSmsClient, createAwsSmsSender } from '#shared/storage/aws-sms-sender.ts';
import { composeSms } from '#shared/storage/compose-sms.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { readSecret } from '#shared/storage/secret-store.ts';
import type { env } from './env.ts';
import type { TakeQueuedSmsDependencies } from './handler.ts';

export async function compose(environment: typeof env): Promise<TakeQueuedSmsDependencies> {
  const { aws } = environment.SMS;
  if (aws === null) {
    throw new Error('the SMS setting aws is not set');
  }
  const masterSecret = await readSecret(environment.MASTER_SECRET_ARN);
  return {
    ...composeSms(environment, documentClient(), masterSecret, powertoolsLog()),
    sender: createAwsSmsSender(awsSmsClient(), aws.configurationSet),
    topicArn: aws.topicArn,
  };
}
