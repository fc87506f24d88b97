import type { UploadPlace } from '#shared/registry/uploads/upload-place.ts';
import type { ListImport } from '#shared/registry/uploads/upload-ports.ts';
import { progressOf, stillRunbook, tellImport } from './tell-import.ts';
import type { UploadContext } from './upload-context.ts';

const lookEvery = 1000;
/** After the end units may still be added, for what is cleared away. */
const settles = 2000;
const mostLooksUnseen = 120;

/** Longer than a file rests between two attempts to read it (16 minutes). */
const longestUnchanged = 20 * 60_000;

const runOf = ({ id, startedAt, takenUpAt, endedAt }: ListImport) => [id, startedAt, takenUpAt, endedAt].join(' ');

/**
 * Tells how an import goes until it ends, or until nothing comes of it for so long that somebody has to look; answers the exit
 * status. `before`: the imports there were before the upload.
 */
export async function followImport(
  { registry, file }: UploadPlace,
  before: readonly ListImport[],
  { imports, io, now, sleep }: Pick<UploadContext, 'imports' | 'io' | 'now' | 'sleep'>,
): Promise<number> {
  // One that stood still under the same name is it only if this upload has taken it up again, or ended it.
  const known = new Set(before.map(runOf));
  const isIt = (one: ListImport) => one.registry === registry && one.file === file && !known.has(runOf(one));
  let id: string | undefined;
  const find = async () =>
    id === undefined ? (await imports.list()).find(isIt) : ((await imports.find(id)) ?? undefined);
  let told = '';
  let last = '';
  let unchanged = 0;
  for (let unseen = 0; unseen < mostLooksUnseen; ) {
    const found = await find();
    id = found?.id;
    if (found === undefined) {
      unseen += 1;
    } else if (found.endedAt !== null) {
      await sleep(settles);
      tellImport((await imports.find(found.id)) ?? found, now(), (line) => io.out(line));
      return found.state === 'refused' ? 1 : 0;
    } else {
      const progress = progressOf(found);
      if (progress !== told) {
        io.err(progress);
        told = progress;
      }
      const seen = `${runOf(found)} ${progress}`;
      unchanged = seen === last ? unchanged + lookEvery : 0;
      last = seen;
      if (unchanged >= longestUnchanged) {
        io.err(
          `Nothing came of the upload for ${longestUnchanged / 60_000} minutes. See ${stillRunbook}, and: ringfence registry status`,
        );
        return 1;
      }
    }
    await sleep(lookEvery);
  }
  io.err('The upload was not noticed yet. Look again later: ringfence registry status');
  return 1;
}
