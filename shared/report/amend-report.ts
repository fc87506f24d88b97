import type * as z from 'zod/mini';
import { type Change, changeReport, type StandingReport } from './change-report.ts';
import { sameAddress } from './contact-proof/mailbox.ts';
import type { FieldFault } from './field-fault.ts';
import { mergePatch } from './merge-patch.ts';
import { type CarriedLine, prepareContent } from './prepare-content.ts';
import type { Report } from './report.ts';
import { complainantSchema, reportInputSchema } from './report-input.ts';
import type { TakeDependencies } from './take-report.ts';

/** Why a correction is not taken. */
type Refusal =
  /** Too many corrections of one report: its facts count revisions in 16 bits. */
  | { readonly kind: 'exhausted' }
  | { readonly kind: 'not_a_report'; readonly error: z.core.$ZodError }
  | { readonly kind: 'refused'; readonly faults: readonly FieldFault[] };

export type AmendOutcome =
  | { readonly kind: 'amended'; readonly report: Report }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'withdrawn' }
  /** Others changed the report under every try. */
  | { readonly kind: 'busy' }
  | Refusal;

export type WithdrawOutcome = { readonly kind: 'withdrawn' | 'unknown' | 'busy' };

/** Corrections one report may have; facts hold revisions in 16 bits, and the last one is a withdrawal's. */
const mostRevisions = 1000;

/** Merges a JSON merge patch (RFC 7396) of report fields into the report and takes the result as its next version. */
export async function amendReport(id: string, patch: unknown, deps: TakeDependencies): Promise<AmendOutcome> {
  const outcome = await changeReport(id, (current) => corrected(current, patch, deps), deps);
  return outcome.kind === 'replaced' ? { kind: 'amended', report: outcome.report } : outcome;
}

async function corrected(current: StandingReport, patch: unknown, deps: TakeDependencies): Promise<Change<Refusal>> {
  if (current.revision >= mostRevisions) {
    return { refusal: { kind: 'exhausted' } };
  }
  const merged = reportInputSchema.safeParse(patched(current.content.input, patch));
  if (!merged.success) {
    return { refusal: { kind: 'not_a_report', error: merged.error } };
  }
  const now = deps.clock();
  const prepared = await prepareContent(
    { input: merged.data, now, correcting: current.id, carried: carriedLine(current) },
    deps,
  );
  if (prepared.kind === 'refused') {
    return { refusal: prepared };
  }
  return {
    next: {
      ...current,
      revision: current.revision + 1,
      updatedAt: now.toISOString(),
      reporter: prepared.reporter,
      ...contactOf(current, prepared.reporter, merged.data.complainant?.email),
      subjectId: prepared.subjectId,
      pastSubjectIds: pastSubjects(current, prepared.subjectId),
      complaintAsked: current.complaintAsked || merged.data.complain === true,
      content: prepared.content,
    },
  };
}

/** Taking away what no report has is a slip, as giving it is: its null stays, and the strict schema refuses it by name. */
function patched(input: unknown, patch: unknown): unknown {
  const merged = mergePatch(input, patch);
  return isRecord(merged) && isRecord(patch)
    ? {
        ...merged,
        ...strayNulls(patch, reportInputSchema.shape),
        ...(isRecord(merged['complainant']) &&
          isRecord(patch['complainant']) && {
            complainant: { ...merged['complainant'], ...strayNulls(patch['complainant'], complainantSchema.shape) },
          }),
      }
    : merged;
}

function strayNulls(patch: Record<string, unknown>, known: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(patch).filter(([name, value]) => value === null && !Object.hasOwn(known, name)),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Forgets what the report held and takes its facts back for good. Withdrawing twice is the same as once. */
export async function withdrawReport(id: string, deps: TakeDependencies): Promise<WithdrawOutcome> {
  const outcome = await changeReport<never>(id, async (current) => ({ next: withdrawn(current, deps.clock()) }), deps);
  return { kind: outcome.kind === 'replaced' ? 'withdrawn' : outcome.kind };
}

function withdrawn(current: Report, now: Date): Report {
  return {
    ...current,
    revision: current.revision + 1,
    updatedAt: now.toISOString(),
    reporter: null,
    subjectId: null,
    pastSubjectIds: pastSubjects(current, null),
    content: null,
  };
}

/** A text message proves who holds the line it came from, an opened link who reads the mail of its address; no other. */
function contactOf(
  { content, contactProof, emailSince, reporter: before, revision }: Report,
  reporter: string | null,
  email: string | undefined,
): Pick<Report, 'contactProof' | 'emailSince'> {
  const addressStands = sameAddress(content?.input.complainant?.email, email);
  const stands = { none: true, sms: reporter === before, email: addressStands }[contactProof];
  return {
    contactProof: stands ? contactProof : 'none',
    emailSince: addressStands ? emailSince : revision + 1,
  };
}

/** What a report by text message knows of its line, which it does not keep. */
export function carriedLine({ content, reporter }: Report): CarriedLine | undefined {
  return content?.line?.kept === 'ends' ? { line: content.line, reporter, lists: content.registry.lists } : undefined;
}

function pastSubjects(current: Report, next: string | null): readonly string[] {
  const past = new Set(current.pastSubjectIds);
  if (current.subjectId !== null) {
    past.add(current.subjectId);
  }
  if (next !== null) {
    past.delete(next);
  }
  return [...past];
}
