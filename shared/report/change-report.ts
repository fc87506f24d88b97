import type { Report } from './report.ts';
import { expiry, type TakeDependencies } from './take-report.ts';

export type ChangeDependencies = Pick<TakeDependencies, 'reports' | 'clock' | 'retentionDays' | 'pause'>;

/** A report that was not withdrawn. */
export type StandingReport = Report & { readonly content: NonNullable<Report['content']> };

/** What becomes of a report: its next version, or why there is none. */
export type Change<Refusal> = { readonly next: Report } | { readonly refusal: Refusal };

type ReplaceOutcome =
  | { readonly kind: 'replaced'; readonly report: Report }
  /** Others changed the report under every try. */
  | { readonly kind: 'busy' };

/** Concurrent changes of one report are rare; with growing pauses even two dozen at once all come through. */
const tries = 12;

/** Keeps the next version of a report; made anew, from what stands then, where somebody else was quicker. */
export async function replaceReport<Refusal>(
  make: () => Promise<Change<Refusal>>,
  deps: ChangeDependencies,
): Promise<ReplaceOutcome | Refusal> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const made = await make();
    if ('refusal' in made) {
      return made.refusal;
    }
    const { kind } = await deps.reports.replace(made.next, expiry(deps.clock(), deps.retentionDays));
    if (kind === 'replaced') {
      return { kind, report: made.next };
    }
    await deps.pause(attempt);
  }
  return { kind: 'busy' };
}

/** The same for a report that must stand. */
export function changeReport<Refusal>(
  id: string,
  change: (current: StandingReport) => Promise<Change<Refusal>>,
  deps: ChangeDependencies,
): Promise<ReplaceOutcome | { readonly kind: 'unknown' | 'withdrawn' } | Refusal> {
  return replaceReport<{ readonly kind: 'unknown' | 'withdrawn' } | Refusal>(async () => {
    const current = await deps.reports.get(id);
    if (current === null) {
      return { refusal: { kind: 'unknown' } };
    }
    const { content } = current;
    return content === null ? { refusal: { kind: 'withdrawn' } } : change({ ...current, content });
  }, deps);
}
