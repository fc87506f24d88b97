import type { FormFields } from '#shared/http/form-body.ts';
import { type CsvField, type CsvMapping, csvMappingSchema } from '#shared/intake/call-logs/csv/csv-mapping.ts';

/** In the order in which people think of a call. */
export const csvFields = [
  ...(['date', 'time', 'number', 'from', 'to'] as const),
  ...(['direction', 'status', 'duration', 'contact', 'text'] as const),
] satisfies readonly CsvField[];

export type ReadMapping =
  | { readonly kind: 'mapping'; readonly mapping: CsvMapping }
  | { readonly kind: 'wrong'; readonly field: CsvField; readonly why: 'dateMissing' | 'numberMissing' };

/** The field of the form for a column. */
export const columnField = (field: CsvField) => `column-${field}`;

/** A mapping as the form shows it. */
export function fieldsOf({ columns, dateOrder, durationIn, utc, otherwise }: CsvMapping): FormFields {
  return new Map([
    ...csvFields.flatMap((field): [string, string][] =>
      columns[field] === undefined ? [] : [[columnField(field), String(columns[field])]],
    ),
    ['dateOrder', dateOrder],
    ['durationIn', durationIn],
    ['utc', utc ? 'utc' : 'local'],
    ['otherwise', otherwise],
  ]);
}

/** What the form says; how the file is cut into columns stays as it was recognised. */
export function mappingOf(fields: FormFields, before: CsvMapping): ReadMapping {
  const chosen = csvFields.flatMap((field): [CsvField, number][] => {
    const value = fields.get(columnField(field)) ?? '';
    return /^\d{1,3}$/.test(value) ? [[field, Number(value)]] : [];
  });
  const has = (field: CsvField) => chosen.some(([name]) => name === field);
  if (!has('date')) {
    return { kind: 'wrong', field: 'date', why: 'dateMissing' };
  }
  if (!has('number') && !has('from') && !has('to')) {
    return { kind: 'wrong', field: 'number', why: 'numberMissing' };
  }
  const mapping = csvMappingSchema.safeParse({
    ...before,
    columns: Object.fromEntries(chosen),
    dateOrder: fields.get('dateOrder') ?? before.dateOrder,
    durationIn: fields.get('durationIn') ?? before.durationIn,
    otherwise: fields.get('otherwise') ?? before.otherwise,
    utc: fields.has('utc') ? fields.get('utc') === 'utc' : before.utc,
  });
  // Radio buttons and lists send nothing else.
  return { kind: 'mapping', mapping: mapping.data ?? before };
}
