import * as z from 'zod/mini';

const column = z.int().check(z.minimum(0), z.maximum(200));

/**
 * How to read a table of calls. Columns count from 0. `number` is the other party; `from` and `to` are both ends of a call.
 * What a file's header suggests is shown to the person, who may send it back corrected.
 */
export const csvMappingSchema = z.strictObject({
  delimiter: z.enum([',', ';', '\t', '|']),
  /** Records in front of the first row. */
  headerRecords: z.int().check(z.minimum(0), z.maximum(50)),
  columns: z.strictObject({
    date: column,
    time: z.optional(column),
    number: z.optional(column),
    from: z.optional(column),
    to: z.optional(column),
    duration: z.optional(column),
    direction: z.optional(column),
    status: z.optional(column),
    contact: z.optional(column),
    text: z.optional(column),
  }),
  dateOrder: z.enum(['ymd', 'dmy', 'mdy']),
  durationIn: z.enum(['seconds', 'minutes']),
  /** The clock of the file is UTC. */
  utc: z.boolean(),
  /** The way of a row that does not say it. */
  otherwise: z.enum(['in', 'out']),
});
csvMappingSchema.register(z.globalRegistry, { id: 'CsvMapping' });

export type CsvMapping = z.infer<typeof csvMappingSchema>;
export type CsvField = keyof CsvMapping['columns'];
