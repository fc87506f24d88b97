import { evaluate } from '#shared/law/evaluate.ts';
import { complaintRegulators, regulators } from '#shared/law/rulebooks.ts';
import { createIdentity } from '#shared/report/identity.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { memoryUploads } from '#test/support/call-logs/memory-uploads.ts';
import { fakeDisputes } from '#test/support/fake-disputes.ts';
import { takeDependencies, testNow } from '#test/support/take-dependencies.ts';
import type { AllPagesDependencies } from './all-pages.ts';
import { proofLinks } from './proof-links.ts';

/** Everything the pages need, in memory; any part can be replaced. */
export function pagesDependencies(
  over: Partial<AllPagesDependencies> = {},
): AllPagesDependencies & Pick<ReturnType<typeof takeDependencies>, 'stored'> {
  const taking = { ...takeDependencies(), ...over };
  return {
    ...taking,
    proofs: proofLinks(taking, over.requireContactProof ?? false).proofs,
    queueRegulators: new Set(),
    disputes: fakeDisputes().store,
    subjectOf: createIdentity('a secret for tests').subject,
    referenceHash: keyedHash('a secret for tests', 'dispute'),
    complaintStore: { getAll: async () => [] },
    complaintHash: keyedHash('a secret for tests', 'complaint'),
    formHash: keyedHash('a secret for tests', 'form'),
    days: { daysOf: async () => [] },
    law: { evaluate, complaintRegulators },
    complaintRegulators,
    regulators: regulators(),
    requireContactProof: false,
    uploads: memoryUploads(() => testNow).uploads,
    publicUrl: null,
    ...over,
  };
}
