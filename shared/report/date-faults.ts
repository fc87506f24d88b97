import { dayMilliseconds } from '#shared/runtime/day.ts';
import type { FieldFault } from './field-fault.ts';
import type { ReportInput } from './report-input.ts';

const fields = ['registeredSince', 'lastDealtOn', 'askedToStopOn'] as const;
const earliest = '1990-01-01';

/** The dates a reporter states lie between 1990 and tomorrow, like the time of the call: tomorrow somewhere is today. */
export function dateFaults(input: ReportInput, now: Date): readonly FieldFault[] {
  const latest = new Date(now.getTime() + dayMilliseconds).toISOString().slice(0, 10);
  return fields
    .filter((field) => {
      const date = input[field];
      return date !== undefined && (date < earliest || date > latest);
    })
    .map((field) => ({ pointer: `/${field}`, detail: 'The date lies before 1990 or ahead of time.' }));
}
