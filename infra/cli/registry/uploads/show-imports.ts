import { tellImport } from './tell-import.ts';
import type { UploadContext } from './upload-context.ts';

/** Ended ones that are told of; what is under way is told of always. */
const mostEnded = 10;

/** The part of `registry status` about uploads: the newest first. */
export async function showImports(
  { imports, declarations, io, now }: Pick<UploadContext, 'imports' | 'declarations' | 'io' | 'now'>,
  registries: readonly string[],
): Promise<void> {
  for (const registry of registries) {
    const declared = await declarations.find(registry);
    if (declared !== null) {
      io.out(
        `${registry}: uploads are held under ${declared.subscription}: ${declared.basis} (${declared.declaredAt})`,
      );
    }
  }
  const all = await imports.list();
  const ended = all.filter(({ endedAt }) => endedAt !== null).slice(0, mostEnded);
  const shown = all.filter((one) => one.endedAt === null || ended.includes(one));
  if (shown.length > 0) {
    io.out('');
    io.out(
      `uploads, the last first${all.length > shown.length ? ` (${all.length - shown.length} earlier ones not shown)` : ''}`,
    );
  }
  for (const one of shown) {
    tellImport(one, now(), (line) => io.out(line));
  }
}
