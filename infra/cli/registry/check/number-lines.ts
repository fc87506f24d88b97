import { createLineCutter } from '#shared/registry/formats/line-cutter.ts';
import { membersOf } from '#shared/registry/formats/list-members.ts';
import type { ListFile } from '#shared/registry/formats/list-reading.ts';
import { ListRefused } from '#shared/registry/formats/list-refused.ts';
import { refuseOtherKinds, startBytes } from '#shared/registry/formats/recognise.ts';

/** A line that is not blank. `row` counts all lines from 1. */
export interface NumberLine {
  readonly row: number;
  /** Its first column. */
  readonly text: string;
}

/** Beyond this no number is written, and nothing is made of it. */
const longestCell = 200;

/**
 * The first column of each line of a text or CSV file, plain or gzip, in batches as the file is read. Any line ends; a byte
 * order mark passes. Throws ListRefused for what is no such file, and errors of the source.
 */
export async function* numberLines(file: ListFile): AsyncGenerator<readonly NumberLine[]> {
  const [member, ...more] = await membersOf(file);
  if (member === undefined || more.length > 0) {
    throw new ListRefused('An archive of several files is not read; give one file.');
  }
  let batch: NumberLine[] = [];
  const cutter = createLineCutter((buffer, start, end, row) => {
    const line = Buffer.from(buffer.buffer, buffer.byteOffset + start, end - start).toString('utf8');
    const text = firstColumn(row === 1 ? line.replace(/^\ufeff/, '') : line);
    if (text !== '') {
      batch.push({ row, text });
    }
  });
  let start: Buffer | null = Buffer.alloc(0);
  for await (const chunk of member.read()) {
    let next: Uint8Array = chunk;
    if (start !== null) {
      start = Buffer.concat([start, chunk]);
      if (start.length < startBytes) {
        continue;
      }
      refuseOtherKinds(start);
      next = start;
      start = null;
    }
    cutter.push(next);
    yield batch;
    batch = [];
  }
  if (start !== null) {
    refuseOtherKinds(start);
    cutter.push(start);
  }
  cutter.finish();
  yield batch;
}

/** Up to the first comma, semicolon, bar or tab; within quotes, if it begins with one. */
function firstColumn(line: string): string {
  const text = line.trimStart();
  if (text.startsWith('"')) {
    const end = text.indexOf('"', 1);
    return text
      .slice(1, end === -1 ? undefined : end)
      .trim()
      .slice(0, longestCell);
  }
  const end = text.search(/[,;|\t]/);
  return (end === -1 ? text : text.slice(0, end)).trim().slice(0, longestCell);
}
