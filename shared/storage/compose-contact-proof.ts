import { randomInt } from 'node:crypto';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { confirmContactProof, lookAtProofLink } from '#shared/report/contact-proof/confirm-contact-proof.ts';
import type { MailSettings } from '#shared/report/contact-proof/mail-settings.ts';
import type { ProofRequests } from '#shared/report/contact-proof/proof-requests.ts';
import { type ProofSending, requestContactProof } from '#shared/report/contact-proof/request-contact-proof.ts';
import type { TakeDependencies } from '#shared/report/take-report.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import type { Log } from '#shared/runtime/log.ts';
import { createReplyBudget } from './conversation-budget.ts';
import { mailCounterKey } from './keys.ts';
import { createProofCounters } from './proof-counters.ts';
import { createProofQueue } from './proof-queue.ts';

export interface ContactProofEnvironment {
  readonly REQUIRE_CONTACT_PROOF: boolean;
  /** Null where the deployment sends no mail. */
  readonly MAIL: MailSettings | null;
  /** Only with MAIL, these two. */
  readonly CONVERSATIONS_TABLE?: string | undefined;
  readonly CONTACT_PROOF_QUEUE_URL?: string | undefined;
}

/** `intake`: what composeIntake made. */
export function composeContactProof(
  env: ContactProofEnvironment,
  client: DynamoDBDocumentClient,
  masterSecret: string,
  intake: Pick<TakeDependencies, 'reports' | 'clock' | 'retentionDays' | 'pause'>,
  log: Log,
  sqs = () => new SQSClient({ maxAttempts: 4 }),
): ProofRequests {
  const asking = {
    reports: intake.reports,
    clock: intake.clock,
    requireContactProof: env.REQUIRE_CONTACT_PROOF,
    sending: sendingOf(env, client, masterSecret, sqs),
  };
  const confirming = { ...intake, hash: keyedHash(masterSecret, 'contact-proof') };
  return {
    request: async (reportId) => {
      const outcome = await requestContactProof(reportId, asking);
      log.info('contact_proof_asked', { reportId, outcome: outcome.kind });
      return outcome;
    },
    look: (token) => lookAtProofLink(token, confirming),
    confirm: (token) => confirmContactProof(token, confirming),
  };
}

function sendingOf(
  { MAIL: mail, CONTACT_PROOF_QUEUE_URL: queueUrl, CONVERSATIONS_TABLE: table }: ContactProofEnvironment,
  client: DynamoDBDocumentClient,
  masterSecret: string,
  sqs: () => SQSClient,
): ProofSending | null {
  if (mail === null || queueUrl === undefined || table === undefined) {
    return null;
  }
  return {
    counters: createProofCounters(client, table),
    budget: createReplyBudget(client, table, {
      perDay: mail.perDay,
      choose: (below) => randomInt(below),
      counterKey: mailCounterKey,
    }),
    queue: createProofQueue(sqs(), queueUrl),
    mailboxHash: keyedHash(masterSecret, 'proof-mailbox'),
    limits: mail,
  };
}
