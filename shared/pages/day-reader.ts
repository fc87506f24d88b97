export interface DayCount {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly reports: number;
}

/** How many reports a subject has by day, oldest first; empty for an unknown one. */
export interface DayReader {
  daysOf(subjectId: string): Promise<readonly DayCount[]>;
}
