import * as z from 'zod/mini';
import { gatewayNames } from '#shared/intake/gateways/inbound-sms.ts';
import type { Kept, Part, PartSet } from '#shared/intake/parts/part-set.ts';
import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import { partSetKey } from './keys.ts';

// Short names: every part that comes in writes the whole item, and 1,024 bytes of it are one write unit.
const partSchema = onFirstUse(() =>
  z.object({
    i: z.string(),
    /** A JSON string: the network may tear a surrogate pair apart, and DynamoDB stores no half of one. */
    t: z.string(),
    at: z.optional(z.string()),
    m: z.optional(z.number()),
  }),
);

const itemSchema = onFirstUse(() =>
  z.object({
    pk: z.string(),
    v: z.literal(1),
    id: z.string(),
    /** Opened: milliseconds since 1970. */
    o: z.number(),
    /** Marks of the parts of earlier sets, and of this one once it is finished. */
    s: z.array(z.string()),
    /** While it collects. */
    g: z.optional(z.enum(gatewayNames)),
    f: z.optional(z.string()),
    to: z.optional(z.string()),
    n: z.optional(z.number()),
    p: z.optional(z.record(z.string(), partSchema())),
    c: z.optional(z.boolean()),
    /** Once finished: hashes of the texts, by number. */
    x: z.optional(z.record(z.string(), z.string())),
  }),
);

export function partToItem({ mark, text, receivedAt, media }: Part): Record<string, unknown> {
  return { i: mark, t: JSON.stringify(text), at: receivedAt ?? undefined, m: media === 0 ? undefined : media };
}

/** A collecting set, whose item may go at `expiresAt`. */
export function partSetToItem(set: PartSet, seen: readonly string[], expiresAt: Date): Record<string, unknown> {
  return {
    pk: partSetKey(set.key),
    v: 1,
    id: set.id,
    o: set.openedAt.getTime(),
    s: seen,
    g: set.gateway,
    f: set.from,
    to: set.to,
    n: set.total,
    p: Object.fromEntries([...set.parts].map(([number, part]) => [String(number), partToItem(part)])),
    c: set.closed || undefined,
    expiresAt: Math.floor(expiresAt.getTime() / 1000),
  };
}

/** What stands at a key. Throws a ZodError for an item that no release has written. */
export function keptFromItem(item: Record<string, unknown>): Kept {
  const { pk, id, o, s: seen, g, f, to, n, p, c, x } = itemSchema().parse(item);
  const openedAt = new Date(o);
  if (g === undefined || f === undefined || to === undefined || n === undefined || p === undefined) {
    return { kind: 'finished', id, openedAt, seen, texts: byNumber(x ?? {}, (text) => text) };
  }
  const parts = byNumber(p, ({ i, t, at, m }) => ({
    mark: i,
    text: z.string().parse(JSON.parse(t)),
    receivedAt: at ?? null,
    media: m ?? 0,
  }));
  const key = pk.slice(partSetKey('').length);
  return {
    kind: 'collecting',
    set: { key, id, gateway: g, from: f, to, total: n, openedAt, parts, closed: c ?? false },
    seen,
  };
}

function byNumber<From, To>(record: Readonly<Record<string, From>>, as: (value: From) => To): ReadonlyMap<number, To> {
  return new Map(Object.entries(record).map(([number, value]) => [Number(number), as(value)]));
}
