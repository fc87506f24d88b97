import * as z from 'zod/mini';

// Variables of the environment as more than one function reads them. Each env.ts names its own beside them.

export const name = z.string().check(z.minLength(1));
export const whole = z.coerce.number().check(z.int());

/** Of functions that take, complete or follow reports; for composeIntake. */
export const intakeVariables = {
  REPORTS_TABLE: name,
  SUBJECTS_TABLE: name,
  FACTS_TABLE: name,
  COMPLAINTS_TABLE: name,
  REGISTRATIONS_TABLE: name,
  MASTER_SECRET_ARN: name,
  DEFAULT_COUNTRY: z.string().check(z.length(2)),
  REPORT_RETENTION_DAYS: whole.check(z.positive()),
  REGISTRY_POINTER_SECONDS: whole.check(z.nonnegative()),
};

/** Of functions that take reports of the public; absent where a line may make any number of them. For composeAllowance. */
export const allowanceVariables = {
  CONVERSATIONS_TABLE: z.optional(name),
  REPORTS_PER_LINE_PER_DAY: z.optional(whole.check(z.positive())),
};
