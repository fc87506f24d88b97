import * as z from 'zod';

/** A query parameter that is a whole number within bounds. */
export const wholeNumber = (from: number, to: number, normally: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `Give a whole number from ${from} to ${to}.`)
    .transform(Number)
    .pipe(z.number().min(from, `At least ${from}.`).max(to, `At most ${to}.`))
    .prefault(String(normally));

/** What every list that comes in pages is asked with. */
export const pageQuery = {
  limit: wholeNumber(1, 1000, 100),
  cursor: z.string().max(500).optional(),
};
