import * as z from 'zod';
import { type Complaint, isShownToRegulator, isUntaken, type Tombstone } from '#shared/complaint/complaint.ts';
import { actors, caseStates, complaintEvents, deliveryStates, publicationStates } from '#shared/complaint/lifecycle.ts';
import { complaintListedKey } from './keys.ts';

const complaintSchema = z.object({
  pk: z.string(),
  v: z.literal(1),
  kind: z.literal('complaint'),
  reportId: z.string(),
  regulator: z.string(),
  route: z.enum(['queue', 'handed_over']),
  case: z.enum(caseStates),
  delivery: z.enum(deliveryStates),
  publication: z.enum(publicationStates),
  version: z.int().positive(),
  reportRevision: z.int().positive(),
  sha256: z.string().nullable().default(null),
  missing: z.array(z.string()).default([]),
  reference: z.string().nullable().default(null),
  refusalReason: z.string().nullable().default(null),
  extendedUntil: z.string().nullable().default(null),
  withdrawalReason: z
    .enum(['report_withdrawn', 'no_longer_asked', 'no_violation', 'consent_withdrawn'])
    .nullable()
    .default(null),
  createdAt: z.string(),
  updatedAt: z.string(),
  taken: z
    .array(z.object({ version: z.int().positive(), document: z.int().positive(), at: z.string(), sha256: z.string() }))
    .default([]),
  history: z
    .array(
      z.object({
        at: z.string(),
        event: z.enum(complaintEvents),
        actor: z.enum(actors),
        version: z.int().positive(),
        reference: z.string().exactOptional(),
        reason: z.string().exactOptional(),
        until: z.string().exactOptional(),
      }),
    )
    .default([]),
  edit: z.int().positive(),
  since: z.string(),
  sentVersion: z.int().nonnegative().default(0),
  sends: z.int().nonnegative().default(0),
  sendAfter: z.string().nullish(),
});

const tombstoneSchema = z.object({
  pk: z.string(),
  v: z.literal(1),
  kind: z.literal('tombstone'),
  reportRevision: z.int().positive(),
  edit: z.int().positive(),
});

const itemSchema = z.discriminatedUnion('kind', [complaintSchema, tombstoneSchema]);

/**
 * A complaint as plain attributes. The indexes are sparse: `listed` stands while a regulator may see it, `untaken` and
 * `sendAfter` while it waits to be taken; `unsent` while no message went out, which is what the stream's filter looks for.
 */
export function complaintToItem(stored: Complaint | Tombstone): Record<string, unknown> {
  if (stored.kind === 'tombstone') {
    const { id, ...rest } = stored;
    return { pk: id, v: 1, ...rest };
  }
  const { id, outbox, ...rest } = stored;
  const waiting = isUntaken(stored);
  return {
    pk: id,
    v: 1,
    ...rest,
    since: outbox.since,
    sentVersion: outbox.sentVersion,
    sends: outbox.sends,
    ...(isShownToRegulator(stored) ? { listed: complaintListedKey(stored.createdAt, id) } : {}),
    ...(waiting ? { untaken: stored.regulator, sendAfter: outbox.sendAfter } : {}),
    ...(waiting && outbox.sentVersion !== stored.version ? { unsent: true } : {}),
  };
}

/** Throws a ZodError for anything but a stored item. */
export function complaintFromItem(item: unknown): Complaint | Tombstone {
  const stored = itemSchema.parse(item);
  if (stored.kind === 'tombstone') {
    return { kind: 'tombstone', id: stored.pk, reportRevision: stored.reportRevision, edit: stored.edit };
  }
  const { pk, v: _, since, sentVersion, sends, sendAfter, ...rest } = stored;
  return { ...rest, id: pk, outbox: { since, sentVersion, sends, sendAfter: sendAfter ?? since } };
}
