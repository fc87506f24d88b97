/** Why a whole file is refused. */
export const logFaultReasons = [
  /** In none of the formats, or not in the one that was asked for. */
  'not_a_log',
  'empty',
  /** A program, picture or document, whatever its name says. */
  'binary',
  /** Files packed into one another. */
  'archive',
  /** Compressed data that cannot be unpacked. */
  'damaged',
  /** Unpacks to more than a log can hold. */
  'bomb',
  'too_large',
  'too_many_rows',
  /** One tag, cell or line beyond its limit. */
  'oversized',
  /** A document type or entity declaration. */
  'declarations',
] as const;

export type LogFaultReason = (typeof logFaultReasons)[number];

/** The file is refused as a whole. Says why, never what stood in it. */
export class LogFault extends Error {
  override readonly name = 'LogFault';
  readonly reason: LogFaultReason;

  constructor(reason: LogFaultReason, detail: string) {
    super(detail);
    this.reason = reason;
  }
}
