/** Formats by the names that requests and answers carry. */
export const logFormats = [
  /** SMS Backup & Restore, calls and texts. */
  'smsbr-calls',
  'smsbr-sms',
  /** One page of Google Voice in a Takeout. */
  'gvoice-html',
  'asterisk-csv',
  '3cx-cdr',
  'fritzbox-csv',
  /** The FTC's file of reported calls. */
  'ftc-csv',
  /** Any table, by a mapping. */
  'generic-csv',
] as const;

export type LogFormat = (typeof logFormats)[number];
