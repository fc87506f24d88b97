import * as z from 'zod';
import { citationSchema, clauseSchema, markSchema } from './condition.ts';

const calendarDate = z.iso.date();
const pointer = z.string().regex(/^(\/[a-zA-Z0-9]+)+$/);

/** A reason why a contact was allowed. Holds when all clauses do. */
const exemptionSchema = z.strictObject({
  id: z.string(),
  when: z.array(clauseSchema).min(1),
  /** A sentence of the messages that says what the exemption still needs. */
  note: z.enum(['writtenPermissionOnly']).optional(),
  citation: z.array(citationSchema).min(1),
  mark: markSchema,
});

const ruleSchema = z.strictObject({
  /** Stable for ever: a changed law gets new validity dates, not a new meaning under the same id. */
  id: z.string(),
  kinds: z.array(z.enum(['call', 'text'])).min(1),
  /** What happened. A clause that is surely false ends the rule, whatever else is unknown. */
  when: z.array(clauseSchema),
  /** What the contact was for; judged after the exemptions, so that an exempt purpose is named as what it is. */
  about: z.array(clauseSchema),
  /** Ids of the rulebook's exemptions that defeat this rule. */
  exemptions: z.array(z.string()),
  /** For the reporter's information: never drafts a complaint by itself. */
  informational: z.boolean(),
  /** A sentence of the messages added to a violation. */
  note: z.enum(['privateSuit']).optional(),
  citation: z.array(citationSchema).min(1),
  mark: markSchema,
  /** First and last local date of contacts the rule covers, where the reference has them; null is open. */
  inForce: z
    .strictObject({ from: calendarDate.nullable(), until: calendarDate.nullable(), mark: markSchema })
    .optional(),
});

const regulatorSchema = z.strictObject({
  id: z.string().regex(/^[a-z]{2}(-[a-z0-9]+)+$/),
  name: z.string(),
  /** `queue` where a deployment's setting lets the regulator take from its queue; handed to the citizen otherwise. */
  route: z.literal('queue'),
  /** JSON pointers into the report: of each group at least one must be filled; the first is the one named as missing. */
  required: z.array(z.array(pointer).min(1)),
  /** For a complaint that the reporter files: the regulator's own page, and the steps there. */
  page: z.url(),
  steps: z.array(z.string()).min(1),
  /** Dates the regulator binds itself to. None is known for the regulators so far: null, and none is invented. */
  deadlines: z.null(),
  nextStep: z.enum(['no_individual_answer', 'not_known']),
  /** Rules whose violation it takes a complaint about. */
  takes: z.array(z.string()).min(1),
});

/** A jurisdiction's rules and regulators, as data. */
export const rulebookSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    /** The place of the called person. A null region covers the whole country. */
    covers: z.strictObject({ country: z.string().regex(/^[A-Z]{2}$/), region: z.string().nullable() }),
    rules: z.array(ruleSchema).min(1),
    exemptions: z.array(exemptionSchema),
    regulators: z.array(regulatorSchema),
  })
  .superRefine((book, context) => {
    const complain = (message: string) => context.addIssue({ code: 'custom', message });
    const rules = book.rules.map((rule) => rule.id);
    const exemptions = book.exemptions.map((exemption) => exemption.id);
    const ids = [...rules, ...exemptions];
    if (new Set(ids).size !== ids.length) {
      complain('An id stands for two things.');
    }
    book.rules.forEach((rule, position) => {
      for (const id of rule.exemptions.filter((id) => !exemptions.includes(id))) {
        complain(`${rule.id} names the exemption ${id}, which is not in the rulebook.`);
      }
      for (const clause of rule.when) {
        if (clause.test === 'violates' && !clause.rules.every((id) => rules.slice(0, position).includes(id))) {
          complain(`${rule.id} rests on a rule that does not stand before it.`);
        }
      }
      const takers = book.regulators.filter((regulator) => regulator.takes.includes(rule.id)).length;
      if (book.regulators.length > 0 && rule.informational !== (takers === 0)) {
        complain(`${rule.id} must be informational or be taken by a regulator, and not both.`);
      }
    });
    for (const id of book.regulators.flatMap((regulator) => regulator.takes).filter((id) => !rules.includes(id))) {
      complain(`A regulator takes ${id}, which is not in the rulebook.`);
    }
  });

export type Rulebook = z.infer<typeof rulebookSchema>;
export type Rule = Rulebook['rules'][number];
export type Regulator = Rulebook['regulators'][number];
