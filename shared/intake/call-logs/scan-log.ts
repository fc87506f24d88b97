import type { ByteSource } from './bytes/pieces.ts';
import { refuseBinary } from './bytes/refuse-binary.ts';
import { logTextDecoder } from './bytes/text-decoder.ts';
import { unpacked } from './bytes/unpack.ts';
import { type ChosenParser, chooseParser, type LogHints } from './choose-parser.ts';
import type { CsvMapping } from './csv/csv-mapping.ts';
import type { LogLimits } from './limits.ts';
import { LogFault } from './log-fault.ts';
import type { LogFormat } from './log-format.ts';
import type { OnRow } from './log-row.ts';

export interface ScannedLog {
  readonly format: LogFormat;
  readonly mapping: CsvMapping | null;
  readonly rows: number;
  /** False for a file that breaks off. */
  readonly complete: boolean;
}

/**
 * Reads a whole log in constant memory and hands over row after row; waits for `betweenPieces` (of 64 KB) before it reads on.
 * Throws LogFault when the file is refused.
 */
export async function scanLog(
  source: ByteSource,
  hints: LogHints,
  limits: LogLimits,
  onRow: OnRow,
  betweenPieces?: () => Promise<void>,
): Promise<ScannedLog> {
  let rows = 0;
  const count: OnRow = (reading) => {
    rows += 1;
    if (rows > limits.rows) {
      throw new LogFault('too_many_rows', `A call log may have at most ${limits.rows} rows. Send a shorter time.`);
    }
    onRow(reading);
  };
  const { bytes, state } = unpacked(source, limits);
  let chosen: ChosenParser | null = null;
  let decoder: ReturnType<typeof logTextDecoder> | null = null;
  for await (const piece of bytes) {
    if (decoder === null) {
      refuseBinary(piece);
      decoder = logTextDecoder(piece);
    }
    const text = decoder.write(piece);
    // The first piece is as long as pieces are, or the whole file: enough to know any of the formats by.
    chosen ??= chooseParser(text, hints, count);
    chosen.parser.write(text);
    await betweenPieces?.();
  }
  if (chosen === null || decoder === null) {
    throw new LogFault('empty', 'The file is empty.');
  }
  chosen.parser.write(decoder.end());
  const whole = chosen.parser.end();
  return { format: chosen.format, mapping: chosen.mapping, rows, complete: whole && state.whole };
}
