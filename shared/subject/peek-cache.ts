import type { Clock } from '#shared/runtime/clock.ts';
import type { CountLimits } from './count-limits.ts';
import type { CountedFigures, Head, ShardFact, SubjectStores } from './ports.ts';

interface Peeked {
  readonly head: Head | null;
  /** Of wide subjects. */
  readonly counted: CountedFigures | null;
}

export interface PeekCache {
  subject(subjectId: string): Promise<Peeked>;
  ofReporter(subjectId: string, reporter: string): Promise<readonly ShardFact[]>;
}

/** Facts of one reporter that are many: a flood, whose next fact tells little that is new. */
const manyOfReporter = 32;

const mostHeld = 1000;

/**
 * Reads of wide subjects that a process shares between the reports of some seconds: a sender with thousands of reports
 * a second would otherwise be read as often from a single key, which bears 3,000 units. Everything else is read each
 * time, so that few reports have fresh figures.
 */
export function createPeekCache(deps: SubjectStores & { readonly clock: Clock }, { peekedMs }: CountLimits): PeekCache {
  const subjects = createShared<Peeked>(deps.clock, peekedMs, ({ head }) => head?.wide === true);
  const own = createShared<readonly ShardFact[]>(deps.clock, peekedMs, (facts) => facts.length >= manyOfReporter);
  return {
    subject: (subjectId) =>
      subjects(subjectId, async () => {
        const head = await deps.heads.get(subjectId, 'eventual');
        return { head, counted: head?.wide === true ? await deps.figures.get(subjectId) : null };
      }),
    ofReporter: (subjectId, reporter) =>
      own(`${subjectId}|${reporter}`, () => deps.shards.ofReporter(subjectId, reporter)),
  };
}

/** One reading at a time for each name; its value serves for a while when `keeps` says so. Forgets the oldest first. */
function createShared<Value>(clock: Clock, keptMs: number, keeps: (value: Value) => boolean) {
  const held = new Map<string, { readonly until: number; readonly value: Promise<Value> }>();
  const forget = (name: string, value: Promise<Value>) => {
    if (held.get(name)?.value === value) {
      held.delete(name);
    }
  };
  return (name: string, read: () => Promise<Value>): Promise<Value> => {
    const now = clock().getTime();
    const known = held.get(name);
    if (known !== undefined && now < known.until) {
      return known.value;
    }
    const value = read();
    held.delete(name);
    held.set(name, { until: now + keptMs, value });
    const oldest = held.keys().next();
    if (held.size > mostHeld && oldest.done !== true) {
      held.delete(oldest.value);
    }
    value.then(
      (found) => (keeps(found) ? undefined : forget(name, value)),
      () => forget(name, value),
    );
    return value;
  };
}
