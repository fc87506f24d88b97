import type { Reply, Verdict } from '#shared/intake/replies/reply.ts';
import { type Receipt, randomReceipt } from '#shared/report/receipt.ts';
import { reportViewSchema } from '#shared/report/report-view-schema.ts';

const verdicts: readonly Verdict[] = ['possible_violation', 'undetermined', 'none_shown'];

export const aReceipt: Receipt = randomReceipt((bytes) => Buffer.alloc(bytes, 0xa7));

/** One reply of every kind, and of every verdict, status and reason in it. */
export function everyReply(receipt: Receipt = aReceipt): readonly Reply[] {
  return [
    ...verdicts.flatMap((verdict): Reply[] => [
      { kind: 'receipt', receipt, verdict, askNext: false },
      { kind: 'receipt', receipt, verdict, askNext: true },
    ]),
    { kind: 'question', receipt },
    { kind: 'sender_noted', receipt },
    ...reportViewSchema.shape.status.options.map((status): Reply => ({ kind: 'status', receipt, status })),
    { kind: 'status_unknown' },
    { kind: 'deleted', receipt },
    { kind: 'not_a_sender', why: 'emergency' },
    { kind: 'not_a_sender', why: 'ours' },
    { kind: 'form' },
    { kind: 'nothing_read' },
    { kind: 'opted_out' },
    { kind: 'opted_in' },
    { kind: 'help' },
  ];
}
