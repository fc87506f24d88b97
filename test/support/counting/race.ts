import type { Report } from '#shared/report/report.ts';
import { readAll } from '#shared/subject/count-all.ts';
import { countFacts } from '#shared/subject/count-facts.ts';
import { type CountLimits, countLimits } from '#shared/subject/count-limits.ts';
import { createCountMemory } from '#shared/subject/count-memory.ts';
import { decodeFact, prefixOf } from '#shared/subject/fact.ts';
import { factsOf } from '#shared/subject/facts-of.ts';
import type { SubjectStores } from '#shared/subject/ports.ts';
import { createSubjectReader } from '#shared/subject/subject-reader.ts';
import type { Seeded } from '#test/support/seeded.ts';
import type { History } from './history.ts';
import { createScheduler, type Fate, interrupted } from './interleaving.ts';
import { truthOf } from './truth.ts';

export interface RaceTally {
  deaths: number;
  refusals: number;
  reads: number;
  wideSubjects: number;
}

/**
 * Plays a history: workers count its deliveries at the same time, die and are refused at any step, and take again what
 * was not acknowledged; readers look on. Answers what went wrong, in words; nothing when all is well.
 */
export async function race(
  history: History,
  stores: SubjectStores,
  random: Seeded,
  tally: RaceTally,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  const scheduler = createScheduler(random);
  let now = Date.UTC(2026, 10, 21);
  const clock = () => {
    now += random.below(2000);
    return new Date(now);
  };
  const room = random.pick([1, 2, 3, 4, 32]);
  const limits: CountLimits = { ...countLimits, headRoom: () => room };
  const acknowledged = new Map<string, number>();
  const withdrawn = new Set(history.newest.flatMap(({ id, content }) => (content === null ? [id] : [])));
  const deliveries = [...history.deliveries];
  let misfortunes = random.below(8);
  const fateOf = (): Fate => {
    if (misfortunes === 0 || !random.chance(0.06)) {
      return 'go';
    }
    misfortunes -= 1;
    const fate = random.pick(['throw', 'die'] as const);
    tally[fate === 'die' ? 'deaths' : 'refusals'] += 1;
    return fate;
  };

  const worker = async () => {
    let process = scheduler.process(fateOf);
    let memory = createCountMemory(3);
    for (let batch = deliveries.shift(); batch !== undefined; batch = deliveries.shift()) {
      const counting = countFacts(batch, { ...interrupted(stores, process), clock, limits, memory });
      const outcome = await Promise.race([counting, process.death]);
      if (outcome === 'died') {
        deliveries.unshift(batch);
        process = scheduler.process(fateOf);
        memory = createCountMemory(3);
        continue;
      }
      const failed = new Set(outcome.failed.map(({ index }) => index));
      acknowledge(
        acknowledged,
        batch.filter((_, index) => !failed.has(index)),
      );
      if (failed.size > 0) {
        deliveries.unshift(batch.filter((_, index) => failed.has(index)));
      }
    }
  };

  const reader = async () => {
    const process = scheduler.process(() => 'go');
    const seen = { ...interrupted(stores, process), clock, limits };
    for (let looks = random.below(6); looks > 0; looks -= 1) {
      const subjectId = random.pick([...history.subjects.keys()]);
      const before = new Map(acknowledged);
      const whole = await readAll(subjectId, seen);
      tally.reads += 1;
      for (const [name, revision] of before) {
        const [subject = '', reportId = ''] = name.split('|');
        // Between a withdrawal's last word and the erasure before it, a long read may find neither: as withdrawn.
        if (subject === subjectId && !withdrawn.has(reportId) && whole?.current.includes(reportId, revision) !== true) {
          wrong.push(`a reader missed version ${revision} of report ${reportId}`);
        }
      }
      const report = random.pick(history.newest);
      if (report.subjectId !== null && before.get(`${report.subjectId}|${report.id}`) === report.revision) {
        const { included } = await createSubjectReader(seen).readFor(report);
        if (!included) {
          wrong.push(`report ${report.id} is counted and not called so`);
        }
      }
    }
  };

  const actors = [...Array.from({ length: 1 + random.below(4) }, worker), ...Array.from({ length: 2 }, reader)];
  await scheduler.run(Promise.all(actors));
  return [...wrong, ...(await checkEnd(history, stores, limits, tally))];
}

function acknowledge(acknowledged: Map<string, number>, reports: readonly Report[]): void {
  for (const fact of reports.flatMap(factsOf)) {
    const name = `${fact.subjectId}|${fact.reportId}`;
    acknowledged.set(name, Math.max(fact.revision, acknowledged.get(name) ?? 0));
  }
}

/** Figures are the truth, senders are named as they should, and after a recount nothing of the withdrawn is left. */
async function checkEnd(
  history: History,
  stores: SubjectStores,
  limits: CountLimits,
  tally: RaceTally,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  const clock = () => new Date('2026-12-01T00:00:00Z');
  const reader = createSubjectReader({ ...stores, clock, limits });
  const check = async (moment: string) => {
    for (const [subjectId, sender] of history.subjects) {
      const truth = truthOf(history.newest, subjectId);
      const subject = await reader.read(subjectId);
      if (subject === null ? truth.reports > 0 : JSON.stringify(subject.figures) !== JSON.stringify(truth)) {
        wrong.push(`${moment}: ${JSON.stringify(subject?.figures)} is not the truth ${JSON.stringify(truth)}`);
      }
      const named = subject?.sender?.value ?? null;
      if (named !== (truth.reports > 0 ? sender.value : null)) {
        wrong.push(`${moment}: the sender is ${named} with ${truth.reports} reports`);
      }
    }
  };
  await check('at the end');
  await countFacts(history.newest, { ...stores, clock, limits, memory: createCountMemory() });
  await check('after a recount');
  const withdrawn = new Set(history.newest.flatMap(({ id, content }) => (content === null ? [prefixOf(id)] : [])));
  for (const subjectId of history.subjects.keys()) {
    const whole = await readAll(subjectId, { ...stores, clock, limits });
    tally.wideSubjects += Number(whole?.head.wide === true);
    if (whole !== null && !whole.head.wide && !whole.current.hasLive() && whole.head.sender !== null) {
      wrong.push(`${subjectId} keeps the name of a sender without reports`);
    }
    const left = [...(whole?.head.facts ?? []), ...(whole?.shardFacts ?? []).map(({ bytes }) => bytes)].map(decodeFact);
    if (left.some(({ reportId, gone }) => withdrawn.has(reportId) && !gone)) {
      wrong.push(`a withdrawn report has left a fact on ${subjectId}`);
    }
  }
  return wrong;
}
