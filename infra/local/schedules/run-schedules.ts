import type { Schedule } from './schedule-expression.ts';

export interface ScheduledTask {
  readonly schedule: Schedule;
  run(at: Date): void;
}

/** setTimeout counts in 32 bits. */
const LONGEST_TIMER = 2_000_000_000;

/**
 * Keeps time for schedules. A `rate` also runs once at the start: a laptop that sleeps for days must not wait another
 * period before what was left lying is swept up.
 */
export function runSchedules(tasks: readonly ScheduledTask[], firstAfter = 1000): { stop(): void } {
  const timers = new Set<NodeJS.Timeout>();
  const later = (milliseconds: number, work: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, milliseconds);
    timers.add(timer);
  };
  const arm = (task: ScheduledTask, at: number) => {
    const wait = at - Date.now();
    if (wait > LONGEST_TIMER) {
      later(LONGEST_TIMER, () => arm(task, at));
      return;
    }
    later(Math.max(0, wait), () => {
      task.run(new Date(at));
      const next = task.schedule.next(at);
      if (next !== undefined) {
        arm(task, Math.max(next, Date.now()));
      }
    });
  };
  for (const task of tasks) {
    const first = task.schedule.kind === 'rate' ? Date.now() + firstAfter : task.schedule.next(Date.now());
    if (first !== undefined) {
      arm(task, first);
    }
  }
  return {
    stop: () => {
      for (const timer of timers) {
        clearTimeout(timer);
      }
    },
  };
}
