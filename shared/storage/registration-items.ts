import * as z from 'zod/mini';
import { exchangeOfPage, pageOfArea, pagesOfAnArea } from '#shared/registry/page-address.ts';
import type { AreaEntry, AreaKey, RegistryHead, SnapshotRecord } from '#shared/registry/registration-ports.ts';
import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import { registrationAreaKey, registrationHeadKey, registrationSnapshotKey } from './keys.ts';
import type { Item } from './registration-batch.ts';

/** A national list has some 350 areas; as one string they cost six bytes each. */
const areasSchema = z.pipe(
  z.string(),
  z.transform((areas: string) => areas.split(' ').filter((area) => area !== '')),
);
const bytesSchema = z.instanceof(Uint8Array);

const headSchema = onFirstUse(() =>
  z.object({
    v: z.literal(1),
    registry: z.string(),
    revision: z.int(),
    generation: z.int(),
    lists: z.array(z.object({ snapshot: z.string(), listDate: z.string(), areas: areasSchema })),
    loading: z.array(z.object({ snapshot: z.string(), areas: areasSchema, startedAt: z.string() })),
    retired: z.array(z.object({ snapshot: z.string(), areas: areasSchema, retiredAt: z.string() })),
  }),
);

export function headToItem(head: RegistryHead): Item {
  const joined = <T extends { readonly areas: readonly string[] }>(entry: T) => ({
    ...entry,
    areas: entry.areas.join(' '),
  });
  return {
    pk: registrationHeadKey(head.registry),
    v: 1,
    ...head,
    lists: head.lists.map(joined),
    loading: head.loading.map(joined),
    retired: head.retired.map(joined),
  };
}

export function headFromItem(item: Item): RegistryHead {
  const { v: _, ...head } = headSchema().parse(item);
  return head;
}

const pageSchema = onFirstUse(() => z.object({ page: bytesSchema }));

export function pageFromItem(item: Item | undefined): Uint8Array | null {
  return item === undefined ? null : pageSchema().parse(item).page;
}

const areaSchema = onFirstUse(() =>
  z.object({ v: z.literal(1), exchanges: bytesSchema, numbers: z.int(), digest: z.string() }),
);

/** The area's pages as 1,000 bits. */
export function areaToItem(entry: AreaEntry): Item {
  const exchanges = new Uint8Array(pagesOfAnArea / 8);
  for (const page of entry.pages) {
    const exchange = exchangeOfPage(page);
    exchanges[exchange >>> 3] = (exchanges[exchange >>> 3] ?? 0) | (0x80 >>> (exchange & 7));
  }
  return {
    pk: registrationAreaKey(entry.registry, entry.snapshot, entry.area),
    v: 1,
    exchanges,
    numbers: entry.numbers,
    digest: entry.digest,
  };
}

export function areaFromItem(key: AreaKey, item: Item | undefined): AreaEntry | null {
  if (item === undefined) {
    return null;
  }
  const { exchanges, numbers, digest } = areaSchema().parse(item);
  const pages = Array.from({ length: pagesOfAnArea }, (_, exchange) => exchange)
    .filter((exchange) => ((exchanges[exchange >>> 3] ?? 0) & (0x80 >>> (exchange & 7))) !== 0)
    .map((exchange) => pageOfArea(key.area, exchange));
  return { ...key, pages, numbers, digest };
}

const recordSchema = onFirstUse(() =>
  z.object({
    v: z.literal(1),
    registry: z.string(),
    snapshot: z.string(),
    listDate: z.string(),
    entitlement: z.object({ subscription: z.string(), basis: z.string() }),
    importedAt: z.string(),
    areas: z.int(),
    pages: z.int(),
    numbers: z.int(),
    lines: z.int(),
    skipped: z.int(),
    blurred: z.int(),
  }),
);

export function recordToItem(record: SnapshotRecord): Item {
  return { pk: registrationSnapshotKey(record.registry, record.snapshot), v: 1, ...record };
}

export function recordFromItem(item: Item | undefined): SnapshotRecord | null {
  if (item === undefined) {
    return null;
  }
  const { v: _, ...record } = recordSchema().parse(item);
  return record;
}
