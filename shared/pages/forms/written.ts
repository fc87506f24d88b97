import type { FormFields } from '#shared/http/form-body.ts';

/** What somebody wrote into a field, without the blanks around it; undefined for nothing. */
export function written(fields: FormFields, name: string): string | undefined {
  const value = (fields.get(name) ?? '').trim();
  return value === '' ? undefined : value;
}

/** One of these values, as a radio button or a list sent it; undefined for anything else. */
export function chosen<T extends string>(fields: FormFields, name: string, values: readonly T[]): T | undefined {
  return values.find((value) => value === fields.get(name));
}

export function yesOrNo(fields: FormFields, name: string): boolean | undefined {
  const answer = chosen(fields, name, ['yes', 'no']);
  return answer === undefined ? undefined : answer === 'yes';
}
