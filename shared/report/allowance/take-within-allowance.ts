import { parseLine } from '#shared/sender/parse-line.ts';
import type { ReporterSource } from '../identity.ts';
import {
  earlierReport,
  type TakeDependencies,
  type TakeOutcome,
  type TakeRequest,
  takeReport,
} from '../take-report.ts';
import type { LineAllowance } from './line-allowance.ts';

export type AllowedOutcome =
  | TakeOutcome
  /** This line has made its reports of today. */
  | { readonly kind: 'too_many'; readonly retryAfterSeconds: number };

export interface AllowanceDependencies extends TakeDependencies {
  /** Absent: any number. */
  readonly allowance?: LineAllowance;
}

/**
 * Takes a report of a public channel unless its line (without one: its e-mail address) has used up its day. What was
 * taken before is answered as before, however much came since; what names nobody is the edge's to limit. Costs nothing
 * before the report is worked out, so a refused one is read from no table.
 */
export async function takeWithinAllowance(request: TakeRequest, deps: AllowanceDependencies): Promise<AllowedOutcome> {
  const reporter = reporterOf(request, deps);
  if (reporter === null || deps.allowance === undefined) {
    return takeReport(request, deps);
  }
  const place = deps.allowance.take(reporter);
  if (place.kind === 'none') {
    return (await earlierReport(request, deps)) ?? { kind: 'too_many', retryAfterSeconds: place.retryAfterSeconds };
  }
  let kept = false;
  try {
    const outcome = await takeReport(request, deps);
    kept = outcome.kind === 'taken';
    if (kept) {
      await place.keep();
    }
    return outcome;
  } finally {
    if (!kept) {
      place.giveBack();
    }
  }
}

/** As the report will name them (CONTRACT section 3); null for nobody, and for a line that will be refused. */
function reporterOf({ input }: TakeRequest, { country, identity }: TakeDependencies): string | null {
  const source = sourceOf(input, input.country ?? country);
  return source === null ? null : identity.reporter(source);
}

function sourceOf({ line, complainant }: TakeRequest['input'], country: string): ReporterSource | null {
  if (line !== undefined && line.trim() !== '') {
    const parsed = parseLine(line, { country });
    return parsed.kind === 'line' ? { kind: 'line', line: parsed.line } : null;
  }
  return complainant?.email === undefined ? null : { kind: 'email', email: complainant.email };
}
