/** Reports by reporter and UTC day, over all processes. */
export interface DayTally {
  /** Adds to the reporter's reports of a day (`YYYY-MM-DD`) and answers how many there are now. */
  add(reporter: string, day: string, reports: number): Promise<number>;
}
