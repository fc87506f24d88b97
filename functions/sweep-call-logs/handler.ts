import { knownHours } from '#shared/intake/call-logs/uploads/upload-life.ts';
import type { OldUploads } from '#shared/intake/call-logs/uploads/upload-ports.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import type { Log } from '#shared/runtime/log.ts';

export interface SweepCallLogsDependencies {
  readonly uploads: OldUploads;
  readonly clock: Clock;
  readonly log: Log;
}

const longestMilliseconds = knownHours * 60 * 60 * 1000;

/** Schedule, every half hour: erases what is left of uploads that nobody finished. */
export function createHandler({ uploads, clock, log }: SweepCallLogsDependencies) {
  return async (): Promise<void> => {
    const erased = await uploads.eraseBefore(new Date(clock().getTime() - longestMilliseconds));
    log.info('call_logs_swept', { erased });
  };
}
