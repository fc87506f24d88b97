import type { UploadPlace } from '#shared/registry/uploads/upload-place.ts';
import type { ListImport } from '#shared/registry/uploads/upload-ports.ts';
import { progressOf, tellImport } from './tell-import.ts';
import type { UploadContext } from './upload-context.ts';

const lookEvery = 1000;
/** After the end units may still be added, for what is cleared away. */
const settles = 2000;
const mostLooksUnseen = 120;

/** Tells how an import goes until it ends; answers the exit status. `before`: the imports there were before the upload. */
export async function followImport(
  { registry, file }: UploadPlace,
  before: readonly ListImport[],
  { imports, io, sleep }: UploadContext,
): Promise<number> {
  const ended = new Set(before.flatMap(({ id, startedAt, endedAt }) => (endedAt === null ? [] : [id + startedAt])));
  const isIt = (one: ListImport) =>
    one.registry === registry && one.file === file && !ended.has(one.id + one.startedAt);
  let known: string | undefined;
  const find = async () =>
    known === undefined ? (await imports.list()).find(isIt) : ((await imports.find(known)) ?? undefined);
  let told = '';
  for (let unseen = 0; unseen < mostLooksUnseen; ) {
    const found = await find();
    known = found?.id;
    if (found === undefined) {
      unseen += 1;
    } else if (found.endedAt !== null) {
      await sleep(settles);
      tellImport((await imports.find(found.id)) ?? found, (line) => io.out(line));
      return found.state === 'refused' ? 1 : 0;
    } else {
      const now = progressOf(found);
      if (now !== told) {
        io.err(now);
        told = now;
      }
    }
    await sleep(lookEvery);
  }
  io.err('The upload was not noticed yet. Look again later: ringfence registry status');
  return 1;
}
