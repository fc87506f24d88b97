import * as z from 'zod';

/** The deployment's settings for its regulators, as functions are given them: JSON in `REGULATORS`. */
export const regulatorSettingsSchema = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'not JSON' });
      return z.NEVER;
    }
  })
  .pipe(z.array(z.object({ id: z.string(), takesFromQueue: z.boolean(), queueUrl: z.string().optional() })));

export type RegulatorSettings = z.infer<typeof regulatorSettingsSchema>;

/** Queue addresses by regulator, of those that take from one. Throws where one of them has none. */
export function queueUrls(regulators: RegulatorSettings): ReadonlyMap<string, string> {
  return new Map(
    regulators
      .filter(({ takesFromQueue }) => takesFromQueue)
      .map(({ id, queueUrl }) => {
        if (queueUrl === undefined) {
          throw new Error(`no queue is set for ${id}, which takes complaints from one`);
        }
        return [id, queueUrl] as const;
      }),
  );
}
