import { Logger } from '@aws-lambda-powertools/logger';
import type { Log } from './log.ts';
import { sourceFrames } from './source-frames.ts';

/** Structured JSON lines. An error gives its name and stack frames only: its message may hold what a person wrote. */
export function powertoolsLog(): Log {
  const logger = new Logger();
  return {
    info: (event, fields) => logger.info(event, { ...fields }),
    warn: (event, fields) => logger.warn(event, { ...fields }),
    error: (event, error, fields) => logger.error(event, { ...fields, ...describeError(error) }),
  };
}

/** The name and frames of an error and of its causes, without their messages. */
function describeError(error: unknown): { readonly errorName: string; readonly errorStack: string } {
  if (!(error instanceof Error)) {
    return { errorName: typeof error, errorStack: '' };
  }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const cause = error.cause === undefined ? undefined : describeError(error.cause);
  return {
    errorName: cause === undefined ? error.name : `${error.name} < ${cause.errorName}`,
    errorStack: sourceFrames(frames.slice(0, 8)).join('\n'),
  };
}
