import type { ComplaintSummary, ReporterComplaint } from '#shared/report/ports.ts';
import type { AllPagesDependencies } from '#test/support/pages/all-pages.ts';

/** The link that opens; any other opens nothing. */
export const goodLink = 'A'.repeat(48);

const summary = (id: string, over: Pick<ComplaintSummary, 'regulator' | 'route' | 'status'>): ComplaintSummary => ({
  id,
  reference: null,
  missing: [],
  nextStepBy: null,
  nextStep: 'not_known',
  ...over,
});

/** One complaint waits for proof of contact, one was handed over. */
const summaries: readonly ComplaintSummary[] = [
  {
    ...summary('AMNXM7ECCACX4AQ83J8XD3MPTC', { regulator: 'us-ma-ag', route: 'queue', status: 'incomplete' }),
    missing: ['/contactProof'],
  },
  {
    ...summary('CMNXM7ECCACX4AQ83J8XD3MPTC', { regulator: 'us-ftc', route: 'handed_over', status: 'handed_over' }),
    nextStep: 'no_individual_answer',
  },
];

/** Complaints and the proof of contact for them, without tables, queues and mail. */
export const complaintsInMemory: Pick<AllPagesDependencies, 'complaints' | 'letters' | 'proofs' | 'queueRegulators'> = {
  complaints: { complaintsOf: async () => summaries },
  letters: {
    complaintOf: async (_report, id): Promise<ReporterComplaint | null> => ({
      id,
      regulator: 'us-ftc',
      letter: 'To the regulator\n\nOn 20 November 2026 my number received a call that I did not want.\n\nSam Doe',
      regulatorPage: 'https://www.donotcall.gov',
      steps: ['Open the page of the regulator.', 'Copy the letter into its form.'],
    }),
  },
  proofs: {
    request: async () => ({ kind: 'sent' }),
    look: async (token) => ({ kind: token === goodLink ? 'open' : 'not_valid' }),
    confirm: async () => ({ kind: 'confirmed' }),
  },
  queueRegulators: new Set(['us-ma-ag']),
};
