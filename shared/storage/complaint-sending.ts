import { SQSClient } from '@aws-sdk/client-sqs';
import { queueUrls, type RegulatorSettings } from '#shared/complaint/regulator-settings.ts';
import type { SendDependencies } from '#shared/complaint/send-pointer.ts';
import { systemClock } from '#shared/runtime/clock.ts';
import { createComplaintOutbox } from './complaint-outbox.ts';
import { createPointerQueue } from './complaint-queue.ts';
import { documentClient } from './document-client.ts';

/** What sending pointers needs, from a function's environment. */
export function composeSending(env: {
  readonly COMPLAINTS_TABLE: string;
  readonly REGULATORS: RegulatorSettings;
  readonly RESEND_AFTER_MINUTES: number;
}): SendDependencies {
  return {
    queue: createPointerQueue(new SQSClient({ maxAttempts: 4 }), queueUrls(env.REGULATORS)),
    outbox: createComplaintOutbox(documentClient(), env.COMPLAINTS_TABLE),
    clock: systemClock,
    resendAfterMinutes: env.RESEND_AFTER_MINUTES,
  };
}
