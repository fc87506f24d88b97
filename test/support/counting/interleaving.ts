import type { HeadStore, SubjectStores } from '#shared/subject/ports.ts';
import type { Seeded } from '#test/support/seeded.ts';

/** A store refused a request, as DynamoDB does when it throttles. */
class Throttled extends Error {
  override readonly name = 'Throttled';
}

/** How one process is meant to suffer at a step. */
export type Fate = 'go' | 'throw' | 'die';

/** One process: its steps are parked until the scheduler lets one go. */
export interface Process {
  step(): Promise<void>;
  /** Settles when the process dies. Nothing it awaits ever settles again. */
  readonly death: Promise<'died'>;
}

/** Lets parked steps of all processes go one by one in a seeded order. */
export interface Scheduler {
  process(fateOf: () => Fate): Process;
  /** Runs until the work settles. */
  run<Result>(work: Promise<Result>): Promise<Result>;
}

export function createScheduler(random: Seeded): Scheduler {
  const parked: (() => void)[] = [];
  let wake = () => {};
  return {
    process(fateOf) {
      let dead = false;
      let die: (value: 'died') => void = () => {};
      const death = new Promise<'died'>((resolve) => {
        die = resolve;
      });
      const step = () =>
        new Promise<void>((resolve, reject) => {
          if (dead) {
            return;
          }
          parked.push(() => {
            const fate = dead ? 'die' : fateOf();
            if (fate === 'go') {
              resolve();
            } else if (fate === 'throw') {
              reject(new Throttled());
            } else {
              dead = true;
              die('died');
            }
          });
          wake();
        });
      return { step, death };
    },
    async run(work) {
      let settled = false;
      const end = work.finally(() => {
        settled = true;
        wake();
      });
      while (!settled) {
        await new Promise((resolve) => setImmediate(resolve));
        if (parked.length === 0 && !settled) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
        parked.splice(random.below(parked.length), 1)[0]?.();
      }
      return end;
    },
  };
}

/** The stores as one process sees them: it may be interrupted before and after each atomic step. */
export function interrupted(stores: SubjectStores, { step }: Process): SubjectStores {
  const around = async <Result>(action: () => Promise<Result>): Promise<Result> => {
    await step();
    const result = await action();
    await step();
    return result;
  };
  const heads: HeadStore = {
    get: (...args) => around(() => stores.heads.get(...args)),
    add: (...args) => around(() => stores.heads.add(...args)),
    widen: (...args) => around(() => stores.heads.widen(...args)),
    erase: (...args) => around(() => stores.heads.erase(...args)),
    eraseWithSender: (...args) => around(() => stores.heads.eraseWithSender(...args)),
  };
  return {
    heads,
    shards: {
      put: (...args) => around(() => stores.shards.put(...args)),
      erase: (...args) => around(() => stores.shards.erase(...args)),
      ofReporter: (...args) => around(() => stores.shards.ofReporter(...args)),
      find: (...args) => around(() => stores.shards.find(...args)),
      few: (...args) => around(() => stores.shards.few(...args)),
      async *all(subjectId) {
        await step();
        for await (const page of stores.shards.all(subjectId)) {
          yield page;
          await step();
        }
      },
    },
    figures: {
      get: (...args) => around(() => stores.figures.get(...args)),
      save: (...args) => around(() => stores.figures.save(...args)),
      claim: (...args) => around(() => stores.figures.claim(...args)),
    },
  };
}
