import * as z from 'zod';

/** How sure the reference behind a statement of law is. Unverified text is kept for the next reader, never printed. */
export const markSchema = z.enum(['verified', 'secondary', 'unverified']);

/**
 * One source. `section` is printed, `paragraph` only where it was verified:
 * `16 CFR 310.4` + `(b)(1)(iii)(B)` unverified prints as `16 CFR 310.4`.
 */
export const citationSchema = z.strictObject({
  section: z.string().min(1),
  paragraph: z.strictObject({ text: z.string().min(1), mark: markSchema }).optional(),
  mark: markSchema,
});

/** A number the law sets: days, months, an hour. Data with its source, so that a changed law is a changed line. */
const parameter = <T extends z.ZodType>(value: T) =>
  z.strictObject({ value, citation: z.array(citationSchema).min(1), mark: markSchema });

const wholeNumber = parameter(z.int().min(0));
const clock = parameter(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/));

const purposes = z.enum(['sale', 'charity', 'political', 'survey', 'debt', 'information']);
/** Whose public holidays are no business days; without a name every Monday to Friday is one. */
const holidays = z.enum(['us-federal']);
const relationships = z.enum(['none', 'customer', 'inquiry', 'permission', 'debt']);

/**
 * When a registration protects: `atLeast` days after it, at the latest `atMost` days after it. The two differ where a
 * list is taken over at a date nobody tells us. `counts`: from that day on, or from the day after it (`moreThan`); where
 * the law leaves that open it is the day after, so that the last waiting day is never flagged.
 */
const registrationSource = z.strictObject({
  registry: z.string().min(1),
  counts: z.enum(['from', 'moreThan']),
  atLeast: wholeNumber,
  atMost: wholeNumber,
});

/** The small questions rules are made of. Each names the report fields it looks at in shared/law/predicates. */
const testSchema = z.discriminatedUnion('test', [
  /** `survey` means one that does not also sell; one that does is a `sale`. */
  z.strictObject({ test: z.literal('purpose'), is: z.array(purposes).min(1) }),
  z.strictObject({ test: z.literal('relationship'), is: z.array(relationships).min(1) }),
  z.strictObject({ test: z.literal('dealtWithin'), months: wholeNumber }),
  z.strictObject({ test: z.literal('stopRequested'), businessDays: wholeNumber, holidays: holidays.optional() }),
  z.strictObject({ test: z.literal('noStopRequest'), businessDays: wholeNumber, holidays: holidays.optional() }),
  z.strictObject({ test: z.literal('personalLine') }),
  z.strictObject({ test: z.literal('wirelessLine') }),
  z.strictObject({ test: z.literal('recorded') }),
  /** Spoken by a person: not recorded. */
  z.strictObject({ test: z.literal('live') }),
  z.strictObject({ test: z.literal('optOutMissing') }),
  z.strictObject({ test: z.literal('callerIdHidden') }),
  z.strictObject({ test: z.literal('outsideHours'), opens: clock, closes: clock }),
  /** The first source that holds a list of the line decides; without a list, the first the reporter has stated. */
  z.strictObject({ test: z.literal('registered'), sources: z.array(registrationSource).min(1) }),
  z.strictObject({ test: z.literal('contactedBefore'), months: wholeNumber }),
  /** At least one of these rules, which stand earlier in the rulebook, is a violation. */
  z.strictObject({ test: z.literal('violates'), rules: z.array(z.string()).min(1) }),
]);

/** All clauses of a list must hold; an `either` holds if all tests of one of its alternatives do. */
export const clauseSchema = z.union([
  testSchema,
  z.strictObject({ test: z.literal('either'), of: z.array(z.array(testSchema).min(1)).min(2) }),
]);

export type Citation = z.infer<typeof citationSchema>;
export type WholeNumber = z.infer<typeof wholeNumber>;
export type Test = z.infer<typeof testSchema>;
export type TestNamed<Name extends Test['test']> = Extract<Test, { test: Name }>;
export type Holidays = z.infer<typeof holidays>;
export type Clause = z.infer<typeof clauseSchema>;
