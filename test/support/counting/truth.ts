import type { Report } from '#shared/report/report.ts';
import { topics } from '#shared/report/topics.ts';
import type { Figures } from '#shared/subject/figures.ts';

/** Figures worked out from the newest versions of reports, without facts: what counting must come to. */
export function truthOf(newest: readonly Report[], subjectId: string): Figures {
  const here = newest.flatMap((report) =>
    report.subjectId === subjectId && report.content !== null ? [{ ...report, content: report.content }] : [],
  );
  const seconds = here.map(({ reportedAt }) => `${reportedAt.slice(0, 19)}Z`).sort();
  const tell = (answers: readonly (boolean | undefined)[]) => {
    const known = answers.filter((answer) => answer !== undefined);
    return known.length === 0 ? null : known.filter(Boolean).length / known.length;
  };
  const number = <Key extends string>(keys: readonly Key[]) =>
    [...new Set(keys)].sort().map((key) => ({ key, reports: keys.filter((one) => one === key).length }));
  const regions = [...new Set(here.map(({ content }) => content.place.region))].sort();
  return {
    reports: here.length,
    reporters: new Set(here.flatMap(({ reporter }) => reporter ?? [])).size,
    firstReported: seconds[0] ?? null,
    lastReported: seconds.at(-1) ?? null,
    kinds: {
      call: here.filter(({ content }) => content.input.kind === 'call').length,
      text: here.filter(({ content }) => content.input.kind === 'text').length,
    },
    topics: number(here.flatMap(({ content }) => content.input.topic ?? []))
      .map(({ key: topic, reports }) => ({ topic, reports }))
      .sort((a, b) => b.reports - a.reports || topics.indexOf(a.topic) - topics.indexOf(b.topic)),
    recordedShare: tell(here.map(({ content }) => content.input.recorded)),
    registeredShare: tell(here.map(({ content }) => content.registry.lists[0]?.registered)),
    violations: here.filter(({ content }) => content.violations.length > 0).length,
    days: number(here.map(({ content }) => content.localDate)).map(({ key: day, reports }) => ({ day, reports })),
    regions: regions.flatMap((region) => {
      const there = here.filter(({ content }) => content.place.region === region);
      const reporters = new Set(there.flatMap(({ reporter }) => reporter ?? [])).size;
      return reporters < 5 ? [] : [{ country: 'US', region, reports: there.length, reporters }];
    }),
  };
}
