/** What has to be undone, last first; each step has its time, so that one that hangs does not keep the others. */
export interface Cleanups {
  add(work: () => void | Promise<void>): void;
  run(): Promise<void>;
}

const LONGEST_STEP = 10_000;

export function createCleanups(): Cleanups {
  const steps: (() => void | Promise<void>)[] = [];
  let running: Promise<void> | undefined;
  const runAll = async () => {
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, LONGEST_STEP);
      });
      try {
        await Promise.race([step(), late]);
      } catch (error) {
        console.error(`stopping: ${error instanceof Error ? error.message : 'unknown error'}`);
      }
      clearTimeout(timer);
    }
  };
  return {
    add: (work) => {
      steps.push(work);
    },
    run: () => {
      running ??= runAll();
      return running;
    },
  };
}
