import type { ReplayOutcome } from '#shared/intake/replay-file.ts';
import type { Figures } from '#shared/subject/figures.ts';

const number = (value: number) => value.toLocaleString('en');

/** What a replay found, line by line. */
export function replaySummary(
  outcome: ReplayOutcome,
  senders: readonly { readonly value: string | null; readonly figures: Figures }[],
  seconds: number,
): readonly string[] {
  const atLeast = (reports: number) => senders.filter(({ figures }) => figures.reports >= reports).length;
  const skipped = Object.entries(outcome.skipped).sort(([, a], [, b]) => b - a);
  const leader = senders.reduce<(typeof senders)[number] | undefined>(
    (best, one) => (best === undefined || one.figures.reports > best.figures.reports ? one : best),
    undefined,
  );
  return [
    `rows      ${number(outcome.rows)}`,
    `taken     ${number(outcome.taken)} (${number(outcome.created)} new, ${number(outcome.taken - outcome.created)} already there)`,
    `skipped   ${number(outcome.rows - outcome.taken)}${skipped.length === 0 ? '' : `: ${skipped.map(([reason, count]) => `${number(count)} ${reason}`).join(', ')}`}`,
    ...(outcome.unknownSubjects === 0
      ? []
      : [`topics    ${number(outcome.unknownSubjects)} of an unknown subject, kept as other`]),
    `senders   ${number(senders.length)}; with at least 2 reports ${number(atLeast(2))}, 5 ${number(atLeast(5))}, 10 ${number(atLeast(10))}`,
    ...(leader === undefined
      ? []
      : [
          `leads     ${leader.value ?? 'a sender'}: ${number(leader.figures.reports)} reports from ${number(leader.figures.reporters)} reporters`,
        ]),
    `counted   all of them, ${seconds.toFixed(1)} s`,
  ];
}
