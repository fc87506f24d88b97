import * as z from 'zod/mini';
import type { Conversation } from '#shared/intake/dialogue/conversation.ts';
import type { Pending } from '#shared/intake/dialogue/ports.ts';
import { deeds, silences } from '#shared/intake/dialogue/step.ts';
import { languages } from '#shared/intake/language.ts';
import { onFirstUse } from '#shared/runtime/on-first-use.ts';

// Short names, as in report-item.ts: k key of a message, t time (epoch milliseconds), n how many.
const marked = { k: z.string(), t: z.number() };

const conversationSchema = onFirstUse(() =>
  z.object({
    v: z.literal(1),
    version: z.int().check(z.positive()),
    language: z.nullish(z.enum(languages)),
    optedOut: z._default(z.boolean(), false),
    waiting: z._default(
      z.array(z.object({ ...marked, asked: z.nullish(z.number()), told: z._default(z.boolean(), false) })),
      [],
    ),
    lone: z._default(z.array(z.object(marked)), []),
    pieces: z._default(
      z.array(z.object({ ...marked, n: z.number(), lengths: z.array(z.tuple([z.number(), z.number()])) })),
      [],
    ),
    latest: z.nullish(z.object(marked)),
    replies: z.nullish(z.object({ t: z.number(), n: z.number() })),
    outside: z.nullish(z.number()),
    words: z._default(z.array(z.object({ h: z.string(), t: z.number() })), []),
  }),
);

const orAbsent = <T>(list: readonly T[]) => (list.length === 0 ? undefined : list);

/** As plain attributes for the document client; `undefined` values are left out by it. */
export function conversationToItem(conversation: Conversation, version: number): Record<string, unknown> {
  const { language, optedOut, waiting, lone, pieces, latest, replies, outsideAt, bodies } = conversation;
  return {
    v: 1,
    version,
    language: language ?? undefined,
    optedOut: optedOut || undefined,
    waiting: orAbsent(
      waiting.map(({ key: k, since: t, askedAt, corrected }) => ({
        k,
        t,
        asked: askedAt ?? undefined,
        told: corrected || undefined,
      })),
    ),
    lone: orAbsent(lone.map(({ key: k, since: t }) => ({ k, t }))),
    pieces: orAbsent(
      pieces.map(({ key: k, since: t, total: n, lengths }) => ({
        k,
        t,
        n,
        lengths: [...lengths].map((each) => [...each]),
      })),
    ),
    latest: latest === null ? undefined : { k: latest.key, t: latest.since },
    replies: replies === null ? undefined : { t: replies.since, n: replies.count },
    outside: outsideAt ?? undefined,
    words: orAbsent(bodies.map(({ hash: h, at: t }) => ({ h, t }))),
  };
}

/** Reads a stored item of any version ever written. Throws a ZodError for anything else. */
export function conversationFromItem(item: Record<string, unknown>): {
  readonly conversation: Conversation;
  readonly version: number;
} {
  const stored = conversationSchema().parse(item);
  return {
    version: stored.version,
    conversation: {
      language: stored.language ?? null,
      optedOut: stored.optedOut,
      waiting: stored.waiting.map(({ k, t, asked, told }) => ({
        key: k,
        since: t,
        askedAt: asked ?? null,
        corrected: told,
      })),
      lone: stored.lone.map(({ k, t }) => ({ key: k, since: t })),
      pieces: stored.pieces.map(({ k, t, n, lengths }) => ({ key: k, since: t, total: n, lengths: new Map(lengths) })),
      latest: stored.latest == null ? null : { key: stored.latest.k, since: stored.latest.t },
      replies: stored.replies == null ? null : { since: stored.replies.t, count: stored.replies.n },
      outsideAt: stored.outside ?? null,
      bodies: stored.words.map(({ h, t }) => ({ hash: h, at: t })),
    },
  };
}

/** As the message keeps it until it is done. */
export function pendingToItem(pending: Pending): Record<string, unknown> {
  return { ...pending };
}

const pendingSchema = onFirstUse(() =>
  z.object({
    did: z.enum(deeds),
    merge: z.discriminatedUnion('kind', [
      z.object({ kind: z.enum(['name_sender', 'add_text']), of: z.string() }),
      z.object({ kind: z.literal('withdraw'), of: z.string() }),
      z.object({ kind: z.literal('add_piece'), of: z.string(), at: z.number(), before: z.number() }),
    ]),
    reply: z.nullable(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('receipt'), of: z.string(), askNext: z.boolean() }),
        z.object({ kind: z.enum(['question', 'sender_noted', 'deleted']), of: z.string() }),
      ]),
    ),
    silence: z.nullable(z.enum(silences)),
    language: z.nullable(z.enum(languages)),
  }),
);

export function pendingFromItem(item: unknown): Pending {
  return pendingSchema().parse(item);
}
