import type { ReportInput } from './report-input.ts';

/** What a report keeps of its input. A complainant of whom nothing is said is none: no second way to store that. */
export function keptInput({ complainant, line, ...input }: ReportInput, lineToo: boolean): ReportInput {
  return {
    ...input,
    ...(lineToo && line !== undefined && { line }),
    ...(complainant !== undefined && Object.keys(complainant).length > 0 && { complainant }),
  };
}
