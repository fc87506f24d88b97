import { createHandler } from '#functions/decide-complaints/handler.ts';
import { evaluate } from '#shared/law/evaluate.ts';
import { complaintRegulators } from '#shared/law/rulebooks.ts';
import { systemClock } from '#shared/runtime/clock.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { silentLog } from '#shared/runtime/log.ts';
import { createComplaintStore } from '#shared/storage/complaint-store.ts';
import { fakeDocuments } from '#test/support/complaint/fakes.ts';
import type { World } from './open-world.ts';

/** The function that decides on complaints; documents stay in memory, as only tables are metered. */
export function openDecider({ documents, env }: World, secret: string): (event: unknown) => Promise<void> {
  const handler = createHandler({
    complaints: createComplaintStore(documents, env.COMPLAINTS_TABLE),
    documents: fakeDocuments(),
    regulators: ['us-ftc', 'us-ma-ag'].map((id) => ({ id, takesFromQueue: true })),
    hash: keyedHash(secret, 'complaint'),
    law: { evaluate, complaintRegulators },
    requireContactProof: false,
    clock: systemClock,
    log: silentLog,
  });
  return async (event) => {
    const { batchItemFailures } = await handler(event);
    if (batchItemFailures.length > 0) {
      throw new Error('a complaint was not decided');
    }
  };
}
