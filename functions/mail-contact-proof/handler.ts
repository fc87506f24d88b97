import type { SQSBatchResponse } from 'aws-lambda';
import * as z from 'zod/mini';
import { type MailProofDependencies, mailContactProof } from '#shared/report/contact-proof/mail-contact-proof.ts';
import type { Log } from '#shared/runtime/log.ts';

export interface MailContactProofDependencies extends MailProofDependencies {
  readonly log: Log;
}

const eventSchema = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) });
const errandSchema = z.object({
  reportId: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  purpose: z.literal('contact_proof'),
});

/** Queue of asked-for links. What is failed comes again, and after five times waits among the dead letters. */
export function createHandler(deps: MailContactProofDependencies) {
  const run = async (messageId: string, body: string): Promise<void> => {
    const { reportId } = errandSchema.parse(JSON.parse(body));
    const outcome = await mailContactProof({ reportId, messageId }, deps);
    if (outcome.kind === 'lost') {
      const { failure, code } = outcome;
      deps.log.warn('contact_proof_mail_lost', { reportId, failure, code });
    } else {
      deps.log.info('contact_proof_mail_done', { reportId, outcome: outcome.kind });
    }
  };
  return async (event: unknown): Promise<SQSBatchResponse> => {
    const batchItemFailures: { itemIdentifier: string }[] = [];
    for (const { messageId, body } of eventSchema.parse(event).Records) {
      try {
        await run(messageId, body);
      } catch (error) {
        deps.log.error('contact_proof_mail_not_sent', error, { queueMessageId: messageId });
        batchItemFailures.push({ itemIdentifier: messageId });
      }
    }
    return { batchItemFailures };
  };
}
