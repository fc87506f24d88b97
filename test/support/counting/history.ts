import type { Report } from '#shared/report/report.ts';
import { topics } from '#shared/report/topics.ts';
import type { Sender } from '#shared/sender/sender.ts';
import { buildContent, buildReport, hashFor, subjectFor } from '#test/support/report-builder.ts';
import type { Seeded } from '#test/support/seeded.ts';

/** Some reports in all their versions, and the ways in which they reach the counting function. */
export interface History {
  /** The newest version of each report. */
  readonly newest: readonly Report[];
  readonly subjects: ReadonlyMap<string, Sender>;
  /** Batches that workers take in this order, several at a time. */
  readonly deliveries: readonly (readonly Report[])[];
}

/** Subjects and reports get new names in each history, so that histories can share tables. */
export function generateHistory(random: Seeded, name: string): History {
  const senders = Array.from({ length: 1 + random.below(3) }, (_, index): [string, Sender] => [
    subjectFor(`${name}-subject-${index}`),
    { type: 'phone', value: `+1202555010${index}`, validity: 'valid', country: 'US' },
  ]);
  const reports = Array.from({ length: 1 + random.below(8) }, (_, index) =>
    versionsOf(random, senders, `${name}-report-${index}`),
  );
  const newest = reports.flatMap((versions) => versions.slice(-1));
  return { newest, subjects: new Map(senders), deliveries: deliveriesOf(random, reports, newest) };
}

function versionsOf(random: Seeded, senders: readonly [string, Sender][], name: string): readonly Report[] {
  const versions: Report[] = [];
  const count = 1 + random.below(4);
  for (let revision = 1; revision <= count; revision += 1) {
    const before = versions.at(-1);
    const withdrawn = revision === count && revision > 1 && random.chance(0.4);
    const [subjectId, sender] = random.pick(senders);
    const unknown = random.chance(0.1);
    const current = withdrawn || unknown ? null : subjectId;
    const past = new Set([...(before?.pastSubjectIds ?? []), ...(before?.subjectId == null ? [] : [before.subjectId])]);
    past.delete(current ?? '');
    const reporter = random.chance(0.85) ? hashFor(`reporter-${random.below(5)}`) : null;
    versions.push(
      buildReport({
        id: hashFor(name),
        revision,
        reportedAt:
          before?.reportedAt ?? new Date(Date.UTC(2026, 10, 1) + random.below(10_000_000) * 100).toISOString(),
        reporter: withdrawn ? null : reporter,
        subjectId: current,
        pastSubjectIds: [...past],
        content: withdrawn ? null : contentOf(random, unknown ? null : sender),
      }),
    );
  }
  return versions;
}

function contentOf(random: Seeded, sender: Sender | null) {
  const answer = () => random.pick([undefined, true, false]);
  const recorded = answer();
  const registered = answer();
  const topic = random.pick([undefined, ...topics.slice(0, 3)]);
  return buildContent({
    input: {
      kind: random.pick(['call', 'text']),
      occurredAt: '2026-11-20',
      ...(recorded === undefined ? {} : { recorded }),
      ...(topic === undefined ? {} : { topic }),
    },
    sender: sender ?? { type: 'unknown', value: null, validity: 'not_applicable', country: null },
    place: { country: 'US', region: random.pick(['MA', 'NY']) },
    localDate: `2026-11-0${1 + random.below(5)}`,
    registry: {
      statement: null,
      lists:
        registered === undefined
          ? []
          : [{ registry: 'us-national', registered, since: null, noLaterThan: null, asOf: '2026-11-01' }],
    },
    violations: random.chance(0.3) ? ['US-HOURS'] : [],
  });
}

/** Streams keep the versions of one report in order; repeats, redrives and recounts do not. */
function deliveriesOf(
  random: Seeded,
  reports: readonly (readonly Report[])[],
  newest: readonly Report[],
): readonly (readonly Report[])[] {
  const waiting = reports.map((versions) => [...versions]);
  const stream: Report[] = [];
  while (waiting.some((versions) => versions.length > 0)) {
    const version = random.pick(waiting.filter((versions) => versions.length > 0)).shift();
    // A version that was given up on and forgotten by the stream; the newest always arrives in the end.
    if (version !== undefined && (newest.includes(version) || random.chance(0.9))) {
      stream.push(version);
    }
  }
  const deliveries: Report[][] = [];
  while (stream.length > 0) {
    deliveries.push(stream.splice(0, 1 + random.below(5)));
  }
  for (let repeats = random.below(3); repeats > 0; repeats -= 1) {
    deliveries.splice(random.below(deliveries.length + 1), 0, [...random.pick(deliveries)]);
  }
  const everything = reports.flat();
  for (let redrives = random.below(3); redrives > 0; redrives -= 1) {
    deliveries.splice(random.below(deliveries.length + 1), 0, random.shuffle(everything).slice(0, 1 + random.below(4)));
  }
  if (random.chance(0.3)) {
    deliveries.splice(random.below(deliveries.length + 1), 0, [...newest]);
  }
  return random.chance(0.3) ? random.shuffle(deliveries) : deliveries;
}
