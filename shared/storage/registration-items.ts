import * as z from 'zod/mini';
import { exchangeOfPage, pageOfArea, pagesOfAnArea } from '#shared/registry/page-address.ts';
import { DamagedPageError } from '#shared/registry/page-format.ts';
import { everyContact } from '#shared/registry/page-kinds.ts';
import type {
  AreaEntry,
  AreaKey,
  ChangeRecord,
  RegistryHead,
  SnapshotRecord,
  StoredPage,
} from '#shared/registry/registration-ports.ts';
import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import { registrationAreaKey, registrationChangeKey, registrationHeadKey, registrationSnapshotKey } from './keys.ts';
import type { Item } from './registration-batch.ts';

/** A national list has some 350 areas; as one string they cost six bytes each. */
const areasSchema = z.pipe(
  z.string(),
  z.transform((areas: string) => areas.split(' ').filter((area) => area !== '')),
);
const bytesSchema = z.instanceof(Uint8Array);

/** Lists that were held before there were change lists do not tell all of this. */
const heldList = {
  snapshot: z.string(),
  listDate: z._default(z.string(), ''),
  areas: areasSchema,
  kinds: z.optional(z.array(z.object({ kind: z.int(), listDate: z.string() }))),
  change: z._default(z.int(), 0),
  voided: z._default(z.array(z.int()), []),
  changeDigest: z._default(z.nullable(z.string()), null),
};

const headSchema = onFirstUse(() =>
  z.object({
    v: z.literal(1),
    registry: z.string(),
    revision: z.int(),
    generation: z.int(),
    lists: z.array(z.object(heldList)),
    loading: z.array(
      z.object({
        snapshot: z.string(),
        areas: areasSchema,
        startedAt: z.string(),
        givenUp: z.optional(z.literal(true)),
      }),
    ),
    retired: z.array(z.object({ ...heldList, retiredAt: z.string() })),
    changing: z._default(
      z.array(
        z.object({
          change: z.int(),
          digest: z.string(),
          listDate: z.string(),
          areas: areasSchema,
          kinds: z.array(z.int()),
          startedAt: z.string(),
        }),
      ),
      [],
    ),
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
    changing: head.changing.map(joined),
  };
}

export function headFromItem(item: Item): RegistryHead {
  const { v: _, ...head } = headSchema().parse(item);
  const withKinds = <T extends { listDate: string; kinds?: RegistryHead['lists'][number]['kinds'] | undefined }>(
    list: T,
  ) => ({ ...list, kinds: list.kinds ?? [{ kind: everyContact, listDate: list.listDate }] });
  return { ...head, lists: head.lists.map(withKinds), retired: head.retired.map(withKinds) };
}

const pageSchema = onFirstUse(() =>
  z.object({ page: bytesSchema, change: z.optional(z.int()), was: z.optional(z.int()), undo: z.optional(bytesSchema) }),
);

/** Attribute names are short, as they count in an item's size. */
export function pageToItem({ bytes, change, undo }: StoredPage): Item {
  return { page: bytes, ...(undo === null ? {} : { change, was: undo.change, undo: undo.bytes }) };
}

export function pageFromItem(item: Item | undefined): StoredPage | null {
  if (item === undefined) {
    return null;
  }
  const parsed = pageSchema().safeParse(item);
  if (!parsed.success) {
    throw new DamagedPageError('an item is no page', { cause: parsed.error });
  }
  const { page, change = 0, was = 0, undo } = parsed.data;
  return { bytes: page, change, undo: undo === undefined ? null : { change: was, bytes: undo } };
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

const changeSchema = onFirstUse(() =>
  z.object({
    v: z.literal(1),
    registry: z.string(),
    change: z.int(),
    listDate: z.string(),
    baseDate: z.string(),
    entitlement: z.object({ subscription: z.string(), basis: z.string() }),
    importedAt: z.string(),
    areas: z.int(),
    pages: z.int(),
    added: z.int(),
    deleted: z.int(),
    restarted: z.int(),
    lines: z.int(),
    skipped: z.int(),
  }),
);

export function changeToItem(record: ChangeRecord): Item {
  return { pk: registrationChangeKey(record.registry, record.change), v: 1, ...record };
}

export function changeFromItem(item: Item | undefined): ChangeRecord | null {
  if (item === undefined) {
    return null;
  }
  const { v: _, ...record } = changeSchema().parse(item);
  return record;
}
