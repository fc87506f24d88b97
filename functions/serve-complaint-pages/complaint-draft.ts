import type * as z from 'zod/mini';
import { complaintIdOf } from '#shared/complaint/complaint-id.ts';
import { missingFields } from '#shared/complaint/missing-fields.ts';
import { wantedComplaint } from '#shared/complaint/wanted-complaint.ts';
import type { Regulator } from '#shared/law/rulebook.ts';
import { carriedLine } from '#shared/report/amend-report.ts';
import type { FieldFault } from '#shared/report/field-fault.ts';
import { mergePatch } from '#shared/report/merge-patch.ts';
import { prepareContent } from '#shared/report/prepare-content.ts';
import type { Report, ReportContent } from '#shared/report/report.ts';
import { reportInputSchema } from '#shared/report/report-input.ts';
import type { ComplaintPagesDependencies } from './dependencies.ts';

export interface Needed {
  readonly regulator: Regulator;
  /** JSON pointers of what it requires and the report lacks; the consent is asked at the letter. */
  readonly missing: readonly string[];
}

/** The regulators that a complaint about this report goes to, each with what it still needs. */
export function neededBy(content: ReportContent, regulators: readonly Regulator[]): readonly Needed[] {
  return regulators.map((regulator) => ({
    regulator,
    missing: missingFields(regulator.required, content).filter((pointer) => pointer !== '/complainant/consent'),
  }));
}

export type Draft =
  | {
      readonly kind: 'draft';
      readonly content: ReportContent;
      readonly letters: readonly { readonly regulator: Regulator; readonly letter: string }[];
    }
  | { readonly kind: 'not_a_report'; readonly error: z.core.$ZodError }
  | { readonly kind: 'refused'; readonly faults: readonly FieldFault[] };

/** The letters as they would go, from the report with a merge patch applied; nothing is written. */
export async function draftComplaint(report: Report, patch: unknown, deps: ComplaintPagesDependencies): Promise<Draft> {
  const merged = reportInputSchema.safeParse(mergePatch(report.content?.input, patch));
  if (!merged.success) {
    return { kind: 'not_a_report', error: merged.error };
  }
  const prepared = await prepareContent(
    { input: merged.data, now: deps.clock(), correcting: report.id, carried: carriedLine(report) },
    deps,
  );
  if (prepared.kind === 'refused') {
    return prepared;
  }
  const next: Report = { ...report, content: prepared.content };
  const letters = deps.regulators.flatMap((regulator) => {
    const id = complaintIdOf(deps.complaintHash, report.id, regulator.id);
    const wanted = wantedComplaint(next, regulator.id, id, deps);
    return wanted.kind === 'complaint' ? [{ regulator, letter: wanted.drafted.letter }] : [];
  });
  return { kind: 'draft', content: prepared.content, letters };
}
