import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { membersOf } from '#shared/registry/formats/list-members.ts';
import type { ListFile } from '#shared/registry/formats/list-reading.ts';
import { ListRefused } from '#shared/registry/formats/list-refused.ts';
import { estimateFull, priceOf } from '#shared/registry/load-price.ts';
import { readToldOptions } from '#shared/registry/uploads/told-options.ts';
import { uploadObject, uploadPlaceOf } from '#shared/registry/uploads/upload-place.ts';
import { toldArguments } from '../import-call.ts';
import { openListFile, UnreadableFile } from '../list-file-on-disk.ts';
import { formatCount } from '../registry-context.ts';
import { knownRegistry, putDeclaration } from './declare.ts';
import { followImport } from './follow-import.ts';
import { putList } from './put-list.ts';
import type { UploadContext } from './upload-context.ts';

export const uploadUsage = `registry upload REGISTRY FILE [--subscription ID --basis TEXT] [--no-wait] [what import takes]
                     puts the file where the deployment imports it, and waits for what comes of it`;

interface UploadCall {
  readonly registry: string;
  readonly path: string;
  readonly subscription: string | undefined;
  readonly basis: string | undefined;
  readonly wait: boolean;
  readonly told: Readonly<Record<string, string>>;
}

/** `registry upload`: the same as putting the object there oneself, with its price before and after. */
export async function uploadList(args: readonly string[], context: UploadContext): Promise<number> {
  const { io, imports, declarations, local } = context;
  const call = readUploadCall(args);
  if (call === null) {
    io.err(`usage: ${uploadUsage}`);
    return 2;
  }
  const registry = knownRegistry(call.registry, context);
  if (registry === null) {
    return 1;
  }
  const place = { registry: registry.id, file: basename(call.path) };
  const object = uploadObject(place);
  if (uploadPlaceOf(object) === null) {
    io.err('The name of the file is too long.');
    return 1;
  }
  try {
    const file = await openListFile(call.path);
    const isSaid = call.subscription !== undefined || call.basis !== undefined;
    const held = isSaid ? null : await declarations.find(registry.id);
    if (held === null && !(await putDeclaration(registry, call, context))) {
      return 1;
    }
    io.err(await expectationOf(file));
    const before = await imports.list();
    await putList(file, { object, told: call.told }, context);
    io.err(`uploaded ${call.path} to s3://${context.bucket}/${object}`);
    if (!call.wait) {
      io.out(`See how it goes: ringfence registry status${local ? ' --endpoint …' : ''}`);
      return 0;
    }
    return await followImport(place, before, context);
  } catch (error) {
    if (error instanceof UnreadableFile) {
      io.err(`Nothing was uploaded: ${error.message}`);
      return 1;
    }
    throw error;
  }
}

/** Null for a call that is not one. */
function readUploadCall(args: readonly string[]): UploadCall | null {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        subscription: { type: 'string' },
        basis: { type: 'string' },
        'no-wait': { type: 'boolean' },
        ...toldArguments,
      },
    });
    const [registry, path, ...more] = positionals;
    const { subscription, basis, 'no-wait': noWait = false, ...rest } = values;
    const told = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)]));
    return registry === undefined || path === undefined || more.length > 0 || readToldOptions(told) === null
      ? null
      : { registry, path, subscription, basis, wait: !noWait, told };
  } catch {
    return null;
  }
}

/** The shortest entry: seven digits and a line end. */
const fewestBytesOfALine = 8;
/** Digits shrink to a fifth when they are packed (docs/registry-formats.md). */
const packed = 5;
/** No numbering plan that is known here has more. */
const mostPages = 400_000;

/** What it will cost at most, from its size alone; exact figures follow when it has been read. */
async function expectationOf(file: ListFile): Promise<string> {
  let bytes = 0;
  try {
    for (const member of await membersOf(file)) {
      bytes += member.bytes ?? file.bytes * packed;
    }
  } catch (error) {
    if (!(error instanceof ListRefused)) {
      throw error;
    }
    bytes = file.bytes * packed;
  }
  const lines = Math.ceil(bytes / fewestBytesOfALine);
  const price = priceOf(estimateFull(Math.min(lines, mostPages)));
  return `${formatCount(file.bytes)} bytes, at most ${formatCount(lines)} lines: importing them takes at most ${price}`;
}
