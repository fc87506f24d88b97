import type { Clock } from '#shared/runtime/clock.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import type { InboundSms, MessagePart } from '../gateways/inbound-sms.ts';
import { joinedMessage } from './joined-message.ts';
import { partMark, setKey, textMark } from './part-hashes.ts';
import { isComplete, type Kept, type Part, type PartSet, partWindow, seenAfter } from './part-set.ts';
import type { DueParts, PartStore } from './ports.ts';

export interface PartDependencies {
  readonly parts: PartStore;
  readonly due: DueParts;
  /** Of the purpose `sms-part`. */
  readonly hash: KeyedHash;
  readonly clock: Clock;
}

export type PartOutcome =
  /** The text came in one piece. */
  | { readonly kind: 'whole'; readonly message: InboundSms }
  /** All parts are in. The same message comes again until `finishParts(set)`: receive it, then finish it. */
  | { readonly kind: 'joined'; readonly message: InboundSms; readonly set: PartSet }
  | { readonly kind: 'waiting'; readonly missing: number }
  | { readonly kind: 'duplicate' }
  /** Another text under the number of a part that waits: the first one stays. */
  | { readonly kind: 'contradiction' }
  | { readonly kind: 'refused'; readonly why: RefusedPart };

export type RefusedPart = 'part_number' | 'part_total' | 'part_field';

/** One octet of the header counts the parts (3GPP TS 23.040, 9.2.3.24.1). */
const mostParts = 255;
/** UTF-16 units. No network carries more than 160 characters in one part. */
const longestPart = 200;
/** UTF-16 units of a number, a message id or a reference. */
const longestField = 200;
/** Attempts while others change the same set. */
const attempts = 20;
/** How soon the flush looks at a set that had to make room, in milliseconds. */
const movedIsDueAfter = 120_000;

/**
 * Takes one part of a long text; the last one brings the joined message. Parts belong together by gateway, both numbers,
 * reference and total, within an hour of the first. A part that was here before changes nothing. One that contradicts a
 * set still waiting for others is dropped; one that contradicts a complete set, or comes after the hour, begins the next
 * set under the same reference. Another total is another set.
 */
export async function joinPart(message: InboundSms, deps: PartDependencies): Promise<PartOutcome> {
  const { part } = message;
  if (part === null) {
    return { kind: 'whole', message };
  }
  const why = refusal(message, part);
  if (why !== null) {
    return { kind: 'refused', why };
  }
  if (part.total === 1) {
    return { kind: 'whole', message: { ...message, part: null } };
  }
  const arrival = arrivalOf(message, part, deps);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const outcome = await tryJoin(arrival, deps);
    if (outcome !== 'raced') {
      return outcome;
    }
  }
  throw new Error(`the parts of a text are being changed by others: gave up after ${attempts} attempts`);
}

/** The joined message was received: what tells its parts again stays for replays, the text and the numbers go. */
export async function finishParts(set: PartSet, { parts, hash }: Pick<PartDependencies, 'parts' | 'hash'>) {
  await parts.finish(set, new Map([...set.parts].map(([number, { text }]) => [number, textMark(hash, text)])));
}

function refusal({ from, to, messageId }: InboundSms, { number, total, reference }: MessagePart): RefusedPart | null {
  if (!Number.isInteger(total) || total < 1 || total > mostParts) {
    return 'part_total';
  }
  if (!Number.isInteger(number) || number < 1 || number > total) {
    return 'part_number';
  }
  return [from, to, messageId, reference].some(({ length }) => length > longestField) ? 'part_field' : null;
}

interface Arrival {
  readonly number: number;
  readonly part: Part;
  /** The set it would begin. */
  readonly fresh: PartSet;
  /** Sets opened by then take no more parts. */
  readonly after: Date;
}

function arrivalOf(message: InboundSms, { number, ...rest }: MessagePart, { hash, clock }: PartDependencies): Arrival {
  const now = clock();
  const part: Part = {
    mark: partMark(hash, message, { number, ...rest }),
    text: message.text.slice(0, longestPart),
    receivedAt: message.receivedAt,
    media: message.media,
  };
  return {
    number,
    part,
    fresh: {
      key: setKey(hash, message, { number, ...rest }),
      id: part.mark,
      gateway: message.gateway,
      from: message.from,
      to: message.to,
      total: rest.total,
      openedAt: now,
      parts: new Map([[number, part]]),
      closed: false,
    },
    after: new Date(now.getTime() - partWindow),
  };
}

async function tryJoin(arrival: Arrival, deps: PartDependencies): Promise<PartOutcome | 'raced'> {
  const { number, part, fresh, after } = arrival;
  const added = await deps.parts.add(fresh.key, number, part, after);
  if (added.kind === 'added') {
    return progress(added.set, deps);
  }
  const met = meet(added.found, arrival, deps.hash);
  switch (met) {
    case 'duplicate':
    case 'contradiction':
      return { kind: met };
    case 'raced':
      return met;
    case 'open':
      return (await open(added.found, arrival, deps)) ? progress(fresh, deps) : 'raced';
    default:
      return progress(met, deps);
  }
}

function progress(set: PartSet, { hash }: PartDependencies): PartOutcome {
  return isComplete(set)
    ? { kind: 'joined', message: joinedMessage(set, hash), set }
    : { kind: 'waiting', missing: set.total - set.parts.size };
}

/** What a part means where it could not be added. A set: it is complete and waits to be received again. */
function meet(
  found: Kept | null,
  { number, part, after }: Arrival,
  hash: KeyedHash,
): 'open' | 'raced' | 'duplicate' | 'contradiction' | PartSet {
  if (found === null) {
    return 'open';
  }
  if (found.seen.includes(part.mark)) {
    return 'duplicate';
  }
  if (found.kind === 'finished') {
    const same = found.openedAt > after && found.texts.get(number) === textMark(hash, part.text);
    return same ? 'duplicate' : 'open';
  }
  const { set } = found;
  const takes = !set.closed && set.openedAt > after;
  const there = set.parts.get(number);
  if (there === undefined) {
    return takes ? 'raced' : 'open';
  }
  if (there.mark === part.mark || (takes && there.text === part.text)) {
    return isComplete(set) ? set : 'duplicate';
  }
  return takes && !isComplete(set) ? 'contradiction' : 'open';
}

/** Listed first: a process that dies in between leaves an entry without a set, never a set that nobody looks for. */
async function open(instead: Kept | null, { fresh }: Arrival, { parts, due }: PartDependencies): Promise<boolean> {
  const now = fresh.openedAt.getTime();
  const before = instead?.kind === 'collecting' ? instead.set : null;
  const movedTo = `${fresh.key}-${before?.id ?? ''}`;
  if (before !== null) {
    await due.add(movedTo, new Date(now + movedIsDueAfter));
  }
  await due.add(fresh.key, new Date(now + partWindow));
  const marks = [...(before?.parts.values() ?? [])].map(({ mark }) => mark);
  const seen = seenAfter(instead?.seen ?? [], marks);
  return (await parts.open(fresh, seen, { instead, movedTo })) === 'opened';
}
