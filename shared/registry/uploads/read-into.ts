import { type CollectedList, collectList } from '../collect-list.ts';
import type { ListReading } from '../formats/list-reading.ts';
import { readList } from '../formats/read-list.ts';
import { dayOf } from '../list-day.ts';
import type { RegistryDefinition } from '../registries.ts';
import type { ImportRun } from './import-run.ts';
import type { ToldOptions } from './told-options.ts';
import type { UploadDependencies } from './upload-dependencies.ts';
import type { UploadedList } from './upload-ports.ts';

/** A file that cannot be read in the time that a function has. */
export class NoTimeLeftError extends Error {
  override readonly name = 'NoTimeLeftError';
}

/** What comes after the reading must have time, too. */
const timeForTheRest = 180_000;
const tellEvery = 5_000;

/** Reads a file to its end; the progress shows in the record of its import. */
export async function readInto(
  subject: { readonly upload: UploadedList; readonly registry: RegistryDefinition; readonly told: ToldOptions },
  run: ImportRun,
  { now, millisecondsLeft }: Pick<UploadDependencies, 'now' | 'millisecondsLeft'>,
): Promise<ListReading & { readonly list: CollectedList }> {
  const { upload, registry, told } = subject;
  const list = collectList();
  let telling = Promise.resolve();
  let toldAt = now().getTime();
  const onProgress = (lines: number) => {
    if (millisecondsLeft() < timeForTheRest) {
      throw new NoTimeLeftError(
        `Reading stopped after ${lines} lines: the file takes longer than a function may run. ` +
          'Upload it by area code, or import it with: ringfence registry import',
      );
    }
    if (now().getTime() - toldAt >= tellEvery) {
      toldAt = now().getTime();
      // That it does not show once harms nobody.
      telling = telling.then(() => run.change({ lines })).catch(() => {});
    }
  };
  const { format, kind, columns, delimiter, listDate } = told;
  const options = { registry, format, kind, columns, delimiter, listDate, today: dayOf(now()) };
  try {
    const reading = await readList(upload.file, { ...options, onStart: list.onStart, onProgress }, list.take);
    return { ...reading, list };
  } finally {
    await telling;
  }
}
