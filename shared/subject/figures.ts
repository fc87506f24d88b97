import * as z from 'zod/mini';
import { topics } from '#shared/report/topics.ts';
import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import type { CurrentFacts } from './current-facts.ts';
import type { DecodedFact } from './fact.ts';

/** What is known about a subject, derived from its facts. Days are local dates at the called persons. */
export const figuresSchema = onFirstUse(() => {
  const count = z.int().check(z.nonnegative());
  const share = z.nullable(z.number().check(z.minimum(0), z.maximum(1)));
  return z.object({
    reports: count,
    /** Distinct reporters; reports without one count in `reports` only. */
    reporters: count,
    /** RFC 3339 UTC; null while nothing is counted. */
    firstReported: z.nullable(z.string()),
    lastReported: z.nullable(z.string()),
    kinds: z.object({ call: count, text: count }),
    /** Most reported first; reports without a topic are left out. */
    topics: z.array(z.object({ topic: z.enum(topics), reports: count })),
    /** Of the reports that say whether the message was recorded. */
    recordedShare: share,
    /** Of the reports whose line some registry or statement speaks about. */
    registeredShare: share,
    /** Reports with at least one violation. */
    violations: count,
    days: z.array(z.object({ day: z.string(), reports: count })),
    /** Regions with fewer than five reporters are left out. */
    regions: z.array(
      z.object({ country: z.string(), region: z.nullable(z.string()), reports: count, reporters: count }),
    ),
  });
});

export type Figures = z.infer<ReturnType<typeof figuresSchema>>;

/** Fewer reporters in a region could be recognised by their neighbours. */
export const fewestReportersShown = 5;

export function figuresOf(facts: CurrentFacts): Figures {
  const tally = { call: 0, text: 0, recorded: 0, recordedKnown: 0, registered: 0, registeredKnown: 0, violations: 0 };
  let reports = 0;
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  const reporters = new Set<string>();
  const topicReports = new Map<(typeof topics)[number], number>();
  const dayReports = new Map<string, number>();
  const regions = new Map<string, RegionTally>();
  for (const fact of facts.live()) {
    reports += 1;
    first = Math.min(first, fact.reportedAt);
    last = Math.max(last, fact.reportedAt);
    tally[fact.kind] += 1;
    tally.recordedKnown += Number(fact.recorded !== null);
    tally.recorded += Number(fact.recorded === true);
    tally.registeredKnown += Number(fact.registered !== null);
    tally.registered += Number(fact.registered === true);
    tally.violations += Number(fact.violation);
    if (fact.reporter !== null) {
      reporters.add(fact.reporter);
    }
    if (fact.topic !== null) {
      topicReports.set(fact.topic, (topicReports.get(fact.topic) ?? 0) + 1);
    }
    dayReports.set(fact.day, (dayReports.get(fact.day) ?? 0) + 1);
    takeRegion(regions, fact);
  }
  return {
    reports,
    reporters: reporters.size,
    firstReported: reports === 0 ? null : rfc3339(first),
    lastReported: reports === 0 ? null : rfc3339(last),
    kinds: { call: tally.call, text: tally.text },
    topics: [...topicReports]
      .map(([topic, number]) => ({ topic, reports: number }))
      .sort((a, b) => b.reports - a.reports || topics.indexOf(a.topic) - topics.indexOf(b.topic)),
    recordedShare: tally.recordedKnown === 0 ? null : tally.recorded / tally.recordedKnown,
    registeredShare: tally.registeredKnown === 0 ? null : tally.registered / tally.registeredKnown,
    violations: tally.violations,
    days: [...dayReports].map(([day, number]) => ({ day, reports: number })).sort((a, b) => (a.day < b.day ? -1 : 1)),
    regions: shownRegions(regions),
  };
}

interface RegionTally {
  readonly country: string;
  readonly region: string | null;
  readonly reporters: Set<string>;
  reports: number;
}

function takeRegion(regions: Map<string, RegionTally>, { country, region, reporter }: DecodedFact): void {
  if (country === null) {
    return;
  }
  const name = `${country}-${region ?? ''}`;
  const tally = regions.get(name) ?? { country, region, reporters: new Set<string>(), reports: 0 };
  tally.reports += 1;
  if (reporter !== null) {
    tally.reporters.add(reporter);
  }
  regions.set(name, tally);
}

function shownRegions(regions: ReadonlyMap<string, RegionTally>): Figures['regions'] {
  return [...regions]
    .filter(([, { reporters }]) => reporters.size >= fewestReportersShown)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { country, region, reporters, reports }]) => ({ country, region, reports, reporters: reporters.size }));
}

function rfc3339(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}
