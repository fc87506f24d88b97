import type { FormFields } from '#shared/http/form-body.ts';
import { readOccurred } from '#shared/report/occurred.ts';
import type { ReportInput } from '#shared/report/report-input.ts';
import type { FieldErrors } from '../components/error-summary.ts';
import { purposes, relationships } from '../forms/report-choices.ts';
import { chosen, written } from '../forms/written.ts';
import type { Visit } from '../visit.ts';

/** What the person says once for all chosen calls. */
export type SharedFacts = Pick<ReportInput, 'purpose' | 'relationship' | 'registeredSince'>;

export type ReadSharedFacts =
  | { readonly kind: 'facts'; readonly facts: SharedFacts }
  | { readonly kind: 'wrong'; readonly errors: FieldErrors };

/** Nothing of it must be said; "I do not know" says nothing. */
export function readSharedFacts({ fields, m, deps }: Visit<'errors'>): ReadSharedFacts {
  const since = written(fields, 'registeredSince');
  if (since !== undefined) {
    const error = dayProblem(since, deps.clock(), m.errors);
    if (error !== null) {
      return { kind: 'wrong', errors: new Map([['registeredSince', error]]) };
    }
  }
  const purpose = known(fields, 'purpose', purposes);
  const relationship = known(fields, 'relationship', relationships);
  return {
    kind: 'facts',
    facts: {
      ...(purpose === undefined ? {} : { purpose }),
      ...(relationship === undefined ? {} : { relationship }),
      ...(since === undefined ? {} : { registeredSince: since }),
    },
  };
}

function known<T extends string>(fields: FormFields, name: string, values: readonly T[]): T | undefined {
  const value = chosen(fields, name, values);
  return value === 'unknown' ? undefined : value;
}

function dayProblem(
  text: string,
  now: Date,
  errors: { readonly dateInvalid: string; readonly dateRange: string },
): string | null {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  if (!isDay || readOccurred(text, undefined, new Date('9999-01-01')).kind === 'refused') {
    return isDay && text < '1990' ? errors.dateRange : errors.dateInvalid;
  }
  return readOccurred(text, undefined, now).kind === 'refused' ? errors.dateRange : null;
}
