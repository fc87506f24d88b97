import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ProofCounters } from '#shared/report/contact-proof/ports.ts';
import { dayMilliseconds } from '#shared/runtime/day.ts';
import { lower, raiseBelow } from './counter.ts';
import { proofCounterKey } from './keys.ts';

/** A day's counters outlive their day, a message's the queue and its dead letters (14 days each). */
const kept = { report: 2 * dayMilliseconds, mailbox: 2 * dayMilliseconds, message: 30 * dayMilliseconds };

/** Counters beside the conversations: the same table, because both limit what we send to one person. */
export function createProofCounters(client: DynamoDBDocumentClient, table: string): ProofCounters {
  return {
    take: (counted, most, at) =>
      raiseBelow({ client, table, pk: proofCounterKey(counted) }, most, new Date(at.getTime() + kept[counted.of])),
    giveBack: (counted) => lower({ client, table, pk: proofCounterKey(counted) }),
  };
}
