import type { ListFile, ListReading, ListReadOptions } from '#shared/registry/formats/list-reading.ts';
import { readList } from '#shared/registry/formats/read-list.ts';
import { parseListDate } from '#shared/registry/list-day.ts';
import type { RegistryDefinition } from '#shared/registry/registries.ts';
import { usNational } from '#shared/registry/registries.ts';

export const today = parseListDate('2026-11-22') ?? 0;
const hash = '0123456789abcdef0123456789abcdef';
export const nameOf = (scope = 'us', extension = 'txt', date = '2026-11-1') => `${date}_${scope}_${hash}.${extension}`;

/** A file in memory, given out in chunks of one size. */
export function listFile(content: string | Uint8Array, name = nameOf(), size = 1 << 16): ListFile {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content);
  return {
    name,
    bytes: bytes.length,
    async *read(from, to) {
      for (let at = from; at < to; at += size) {
        yield bytes.subarray(at, Math.min(to, at + size));
      }
    },
  };
}

/** `number operation kind day` of each entry. */
export type Entry = readonly [number: number, operation: 'add' | 'delete', kind: number, day: number | null];

export interface WholeReading {
  readonly reading: ListReading;
  readonly entries: readonly Entry[];
}

/** Reads a file and keeps its entries; the same entry again is a duplicate in full lists. */
export async function readEntries(
  file: ListFile,
  registry: RegistryDefinition = usNational,
  options: Partial<ListReadOptions> = {},
): Promise<WholeReading> {
  const entries: Entry[] = [];
  const seen = new Map<string, string>();
  const reading = await readList(file, { registry, today, ...options }, (number, operation, kind, day) => {
    const key = `${number}/${kind}`;
    if (seen.get(key) === operation) {
      return false;
    }
    seen.set(key, operation);
    entries.push([number, operation, kind, day]);
    return true;
  });
  return { reading, entries };
}

export function expectRead({ reading, entries }: WholeReading) {
  if (reading.kind === 'refused') {
    throw new Error(`refused: ${reading.message}`);
  }
  return { ...reading, entries, numbers: entries.map(([number]) => number) };
}

export const messageOf = ({ reading }: WholeReading): string => (reading.kind === 'refused' ? reading.message : 'read');
