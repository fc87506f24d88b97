import type { Report } from './report.ts';
import { expiry, type TakeDependencies } from './take-report.ts';

/** A report that was not withdrawn. */
export type StandingReport = Report & { readonly content: NonNullable<Report['content']> };

/** What becomes of a report: its next version, or why there is none. */
export type Change<Refusal> = { readonly next: Report } | { readonly refusal: Refusal };

type ChangeOutcome =
  | { readonly kind: 'changed'; readonly report: Report }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'withdrawn' }
  /** Others changed the report under every try. */
  | { readonly kind: 'busy' };

/** Concurrent changes of one report are rare; with growing pauses even two dozen at once all come through. */
const tries = 12;

/** Replaces a report by its next version; made anew from what stands then where somebody else was quicker. */
export async function changeReport<Refusal>(
  id: string,
  change: (current: StandingReport, now: Date) => Promise<Change<Refusal>>,
  deps: TakeDependencies,
): Promise<ChangeOutcome | Refusal> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const current = await deps.reports.get(id);
    if (current === null) {
      return { kind: 'unknown' };
    }
    const { content } = current;
    if (content === null) {
      return { kind: 'withdrawn' };
    }
    const now = deps.clock();
    const made = await change({ ...current, content }, now);
    if ('refusal' in made) {
      return made.refusal;
    }
    if ((await deps.reports.replace(made.next, expiry(now, deps.retentionDays))).kind === 'replaced') {
      return { kind: 'changed', report: made.next };
    }
    await deps.pause(attempt);
  }
  return { kind: 'busy' };
}
