import * as z from 'zod/mini';

/** How forms are checked, as functions are told (JSON in their variable FORM_CHECKS); null takes them at any pace. */
export const formChecksSchema = z.nullable(
  z.object({
    hastySeconds: z.int().check(z.nonnegative()),
    proofBits: z.int().check(z.positive()),
    waitSeconds: z.int().check(z.positive()),
  }),
);
