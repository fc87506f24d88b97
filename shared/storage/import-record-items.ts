import * as z from 'zod/mini';
import type { ImportChange, ListImport, LoadPlan } from '#shared/registry/uploads/upload-ports.ts';
import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import { registrationImportKey } from './keys.ts';
import type { Item } from './registration-batch.ts';

const units = z.object({ read: z.number(), write: z.number() });

const planSchema = z.object({
  snapshot: z.string(),
  listDate: z.string(),
  kinds: z.array(z.int()),
  heldKinds: z.array(z.object({ kind: z.int(), listDate: z.string() })),
  former: z.string(),
  // A national list has some 350 areas, and each that is loaded writes the item anew.
  areas: z.pipe(
    z.string(),
    z.transform((areas: string) => areas.split(' ').filter((area) => area !== '')),
  ),
  pages: z.int(),
  numbers: z.int(),
});

const importSchema = onFirstUse(() =>
  z.object({
    v: z.literal(1),
    id: z.string(),
    registry: z.string(),
    file: z.string(),
    bytes: z.int(),
    uploadedAt: z.string(),
    startedAt: z.string(),
    takenUpAt: z.optional(z.string()),
    state: z.enum([
      'reading',
      'waiting',
      'applying',
      'loading',
      'imported',
      'changed',
      'already_current',
      'already_applied',
      'refused',
    ]),
    endedAt: z.nullable(z.string()),
    messages: z.array(z.string()),
    entitlement: z.nullable(z.object({ subscription: z.string(), basis: z.string() })),
    listDate: z.nullable(z.string()),
    format: z.nullable(z.string()),
    lines: z.int(),
    read: z.nullable(
      z.object({
        lines: z.int(),
        entries: z.int(),
        added: z.int(),
        deleted: z.int(),
        skipped: z.record(z.string(), z.object({ count: z.int(), firstLines: z.array(z.string()) })),
      }),
    ),
    estimate: z.nullable(units),
    plan: z.nullable(planSchema),
    done: z.optional(z.set(z.string())),
    readUnits: z.number(),
    writeUnits: z.number(),
  }),
);

const planToItem = ({ areas, ...plan }: LoadPlan): Item => ({ ...plan, areas: areas.join(' ') });

export function importToItem({ done: _, units: used, plan, ...entry }: ListImport): Item {
  return {
    pk: registrationImportKey(entry.id),
    v: 1,
    ...entry,
    plan: plan === null ? null : planToItem(plan),
    readUnits: used.read,
    writeUnits: used.write,
  };
}

export function importFromItem(item: Item | undefined): ListImport | null {
  if (item === undefined) {
    return null;
  }
  const { v: _, done = new Set<string>(), readUnits: read, writeUnits: write, ...entry } = importSchema().parse(item);
  return { ...entry, takenUpAt: entry.takenUpAt ?? entry.startedAt, done: [...done].sort(), units: { read, write } };
}

/** The attributes that a change sets. */
export function importChangeToItem({ plan, read, ...change }: ImportChange): Item {
  return {
    ...change,
    ...(plan === undefined ? {} : { plan: plan === null ? null : planToItem(plan) }),
    ...(read === undefined || read === null ? {} : { read: onlyRead(read) }),
  };
}

/** Readers tell more than is kept. */
function onlyRead({ lines, entries, added, deleted, skipped }: NonNullable<ListImport['read']>): Item {
  return { lines, entries, added, deleted, skipped };
}
