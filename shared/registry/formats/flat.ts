import { everyContact } from '../page-kinds.ts';
import { areaVerdicts } from './area-codes.ts';
import type { CreateContentReader } from './content-reader.ts';
import { lineReader } from './line-reader.ts';
import type { ListSkipReason } from './list-reading.ts';

const comma = 0x2c;
const zero = 0x30;
const lineLength = 11;

/**
 * The flat full lists of the United States and Canada: area code, comma, seven digits a line. The area code has the form
 * that the North American plan gives area codes; the exchange is not checked, because a number nobody can dial is never
 * looked up.
 */
export const flatReader: CreateContentReader = ({ registry, areaCode }, sink) => {
  const verdicts = areaVerdicts(registry.country, registry.areaCodes, areaCode);
  return lineReader({
    sink,
    onLine(buffer, start, end, line) {
      const national = end - start === lineLength ? tenDigits(buffer, start) : -1;
      const read = national >= 0 ? national : readLoosely(buffer, start, end);
      if (typeof read !== 'number') {
        sink.skip(read, line);
        return;
      }
      const verdict = verdicts[Math.floor(read / 10_000_000)] ?? null;
      if (verdict === null) {
        sink.take(10_000_000_000 + read, 'add', everyContact, null, line);
      } else {
        sink.skip(verdict, line);
      }
    },
  });
};

/** Negative if it is not `ddd,ddddddd`. */
function tenDigits(buffer: Uint8Array, start: number): number {
  if (buffer[start + 3] !== comma) {
    return -1;
  }
  let value = 0;
  for (let at = start; at < start + lineLength; at += 1) {
    const digit = (buffer[at] ?? 0) - zero;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
    } else if (at !== start + 3) {
      return -1;
    }
  }
  return value;
}

/** Blanks around the parts pass; else what is wrong. */
function readLoosely(buffer: Uint8Array, start: number, end: number): number | ListSkipReason {
  const line = Buffer.from(buffer.buffer, buffer.byteOffset, buffer.length).toString('latin1', start, end).trim();
  const [, areaCode = '', rest = ''] = /^(\d{3})\s*,\s*(\d{7})$/.exec(line) ?? [];
  if (areaCode !== '') {
    return Number(areaCode + rest);
  }
  if (/^\d+\s*,\s*\d+$/.test(line)) {
    return 'wrong_length';
  }
  return /^\d{3}\s*,\s*\d{7}\s*,/.test(line) ? 'more_columns' : 'bad_line';
}
