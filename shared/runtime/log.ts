/** Ids, counts, codes and durations only: never a number, a text, a name or an address. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** Logs are events with names (`report_taken`), never sentences built from input. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** Logs the error's name and stack frames, not its message: messages may hold input. */
  error(event: string, error: unknown, fields?: LogFields): void;
}

export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };
