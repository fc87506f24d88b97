import * as z from 'zod';

/** The times over which AWS WAF counts, in seconds. */
const windows = z.union([z.literal(60), z.literal(120), z.literal(300), z.literal(600)]);

/** Requests of one address; WAF takes no limit below ten. */
function perAddress(most: number, seconds: z.infer<typeof windows>) {
  return z
    .strictObject({
      most: z.int().min(10).max(2_000_000_000).default(most),
      seconds: windows.default(seconds),
    })
    .prefault({});
}

/** What forms ask of whoever sends them suspiciously fast or often (shared/http/form-checks.ts). */
const formSettingsSchema = z.strictObject({
  /** Sent sooner than so after it was shown, a form was not filled in by a person. */
  hastySeconds: z.int().min(0).max(30).default(3),
  /** Zero bits that a proof of work begins with: 2 to that power are the hashes it takes on average. */
  proofBits: z.int().min(1).max(24).default(15),
  /** After so long a form is taken without a proof, so that nobody needs scripts. */
  waitSeconds: z.int().min(5).max(120).default(20),
});

/** Abuse limits, in one place; why these numbers: docs/adr/0017. */
export const limitSettingsSchema = z.strictObject({
  /** At the edge, by what is asked. */
  perAddress: z
    .strictObject({
      /** Everything, but for what regulators and SMS gateways ask. */
      requests: perAddress(1500, 300),
      /** New reports, through the API and by forms each. */
      reports: perAddress(60, 600),
      /** From so many of `reports` on, forms ask for a proof of work. */
      provenReports: perAddress(10, 600),
      /** Everything by receipt, known or not. */
      lookUps: perAddress(300, 300),
      /** Call logs. */
      uploads: perAddress(20, 600),
      /** Regulators' paths, where one system fetches complaints one by one. */
      regulators: perAddress(20_000, 300),
      /** Webhooks of SMS gateways, each of which brings all its people's texts from a few addresses. */
      gateways: perAddress(200_000, 300),
    })
    .prefault({}),
  /** New reports of one line (without a line: one e-mail address) in a UTC day by API and web; null for any number. */
  reportsPerLinePerDay: z.int().min(1).max(100_000).nullable().default(100),
  /** Null takes forms at any pace. */
  forms: formSettingsSchema.nullable().prefault({}),
});

export type LimitSettings = z.infer<typeof limitSettingsSchema>;
export type AddressLimit = LimitSettings['perAddress']['requests'];
