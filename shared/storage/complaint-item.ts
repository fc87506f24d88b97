import * as z from 'zod/mini';
import { type Complaint, isShownToRegulator, isUntaken, type Tombstone } from '#shared/complaint/complaint.ts';
import { actors, caseStates, complaintEvents, deliveryStates, publicationStates } from '#shared/complaint/lifecycle.ts';
import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import { complaintListedKey } from './keys.ts';

const counting = () => z.int().check(z.positive());
const orNull = <Schema extends z.core.SomeType>(schema: Schema) => z._default(z.nullable(schema), null);

const complaintSchema = onFirstUse(() =>
  z.object({
    pk: z.string(),
    v: z.literal(1),
    kind: z.literal('complaint'),
    reportId: z.string(),
    regulator: z.string(),
    route: z.enum(['queue', 'handed_over']),
    case: z.enum(caseStates),
    delivery: z.enum(deliveryStates),
    publication: z.enum(publicationStates),
    version: counting(),
    reportRevision: counting(),
    sha256: orNull(z.string()),
    missing: z._default(z.array(z.string()), []),
    reference: orNull(z.string()),
    refusalReason: orNull(z.string()),
    extendedUntil: orNull(z.string()),
    withdrawalReason: orNull(z.enum(['report_withdrawn', 'no_longer_asked', 'no_violation', 'consent_withdrawn'])),
    createdAt: z.string(),
    updatedAt: z.string(),
    taken: z._default(
      z.array(z.object({ version: counting(), document: counting(), at: z.string(), sha256: z.string() })),
      [],
    ),
    history: z._default(
      z.array(
        z.object({
          at: z.string(),
          event: z.enum(complaintEvents),
          actor: z.enum(actors),
          version: counting(),
          reference: z.exactOptional(z.string()),
          reason: z.exactOptional(z.string()),
          until: z.exactOptional(z.string()),
        }),
      ),
      [],
    ),
    edit: counting(),
    since: z.string(),
    sentVersion: z._default(z.int().check(z.nonnegative()), 0),
    sends: z._default(z.int().check(z.nonnegative()), 0),
    sendAfter: z.nullish(z.string()),
  }),
);

const tombstoneSchema = onFirstUse(() =>
  z.object({
    pk: z.string(),
    v: z.literal(1),
    kind: z.literal('tombstone'),
    reportRevision: counting(),
    edit: counting(),
  }),
);

const itemSchema = onFirstUse(() => z.discriminatedUnion('kind', [complaintSchema(), tombstoneSchema()]));

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
  const stored = itemSchema().parse(item);
  if (stored.kind === 'tombstone') {
    return { kind: 'tombstone', id: stored.pk, reportRevision: stored.reportRevision, edit: stored.edit };
  }
  const { pk, v: _, since, sentVersion, sends, sendAfter, ...rest } = stored;
  return { ...rest, id: pk, outbox: { since, sentVersion, sends, sendAfter: sendAfter ?? since } };
}
