import * as z from 'zod';

/** CONTRACT section 2: the complaint as its reporter may see it. */
export const reporterComplaintSchema = z
  .object({
    id: z.string(),
    regulator: z.string(),
    letter: z.string().describe('Plain text, as it goes to the regulator.'),
    regulatorPage: z.string().describe("The regulator's own page for complaints."),
    steps: z.array(z.string()).describe('What the reporter does, in order.'),
  })
  .meta({ id: 'ReporterComplaint' });
