import { type Topic, topics } from '#shared/report/topics.ts';
import { dayMilliseconds } from '#shared/runtime/day.ts';
import { decodeRegion, encodeRegion } from './region-code.ts';

/**
 * The trace that one version of a report leaves on a subject, in 24 bytes. All numbers are big-endian.
 *
 * | bytes | content                                                                                |
 * | ----- | -------------------------------------------------------------------------------------- |
 * | 0-4   | first 5 bytes of the report id                                                         |
 * | 5-6   | revision; 0xFFFF is a withdrawal's                                                     |
 * | 7-11  | first 5 bytes of the reporter's hash, 0 without one                                    |
 * | 12-15 | reported at, seconds since 1970                                                        |
 * | 16-17 | local day of the call, days since 1970-01-01                                           |
 * | 18-21 | topic (position + 1, 0 for none) in the upper 6 bits, region code in the lower 26      |
 * | 22    | reserved, 0                                                                            |
 * | 23    | flags: 1 text, 2 recorded asked, 4 recorded, 8 registration known, 16 registered,      |
 * |       | 32 at least one violation, 64 gone (the report does not count here), 128 reporter known |
 *
 * The same version of a report always gives the same bytes, so a set of facts takes a repeat without growing.
 */
export const factLength = 24;

/** The revision of a withdrawal's facts: nothing that is delivered later can outrank it. */
export const withdrawnRevision = 0xffff;

/** Live versions stay below. */
export const mostRevision = 0xfffd;

const prefixLength = 5;
const flag = { text: 1, recordedKnown: 2, recorded: 4, registeredKnown: 8, registered: 16, violation: 32, gone: 64 };
const reporterKnown = 128;

/** What a live version says. Hashes are hexadecimal, at least 10 characters; only their first 10 are kept. */
export interface LiveFact {
  readonly reportId: string;
  readonly revision: number;
  readonly reporter: string | null;
  /** Seconds since 1970. */
  readonly reportedAt: number;
  /** `YYYY-MM-DD`, 1970 to 2149. */
  readonly day: string;
  readonly topic: Topic | null;
  readonly country: string | null;
  readonly region: string | null;
  readonly kind: 'call' | 'text';
  readonly recorded: boolean | null;
  readonly registered: boolean | null;
  readonly violation: boolean;
}

/** What a fact gives back: hashes as their first 10 hexadecimal characters. */
export interface DecodedFact extends LiveFact {
  readonly gone: boolean;
}

/** Throws a RangeError for a revision or a date that does not fit. */
export function encodeFact(fact: LiveFact): Uint8Array {
  if (!Number.isInteger(fact.revision) || fact.revision < 1 || fact.revision > mostRevision) {
    throw new RangeError(`a live version has a revision from 1 to ${mostRevision}`);
  }
  const day = Date.parse(`${fact.day}T00:00:00Z`) / dayMilliseconds;
  if (!Number.isInteger(fact.reportedAt) || !Number.isInteger(day)) {
    throw new RangeError('a fact needs a time and a day');
  }
  const bytes = start(fact.reportId, fact.revision);
  if (fact.reporter !== null) {
    bytes.write(fact.reporter, 7, prefixLength, 'hex');
  }
  bytes.writeUInt32BE(fact.reportedAt, 12);
  bytes.writeUInt16BE(day, 16);
  const topic = fact.topic === null ? 0 : topics.indexOf(fact.topic) + 1;
  bytes.writeUInt32BE(topic * 2 ** 26 + encodeRegion(fact), 18);
  bytes[23] =
    (fact.kind === 'text' ? flag.text : 0) |
    (fact.recorded === null ? 0 : flag.recordedKnown) |
    (fact.recorded === true ? flag.recorded : 0) |
    (fact.registered === null ? 0 : flag.registeredKnown) |
    (fact.registered === true ? flag.registered : 0) |
    (fact.violation ? flag.violation : 0) |
    (fact.reporter === null ? 0 : reporterKnown);
  return bytes;
}

/** The last word of this revision about a report that no longer counts here: without reporter, time or place. */
export function encodeGoneFact(reportId: string, revision: number): Uint8Array {
  const bytes = start(reportId, revision);
  bytes[23] = flag.gone;
  return bytes;
}

/** Throws a RangeError for anything but a fact. */
export function decodeFact(bytes: Uint8Array): DecodedFact {
  const buffer = view(bytes);
  const flags = buffer.readUInt8(23);
  const topicAndRegion = buffer.readUInt32BE(18);
  return {
    reportId: buffer.toString('hex', 0, prefixLength),
    revision: buffer.readUInt16BE(5),
    reporter: (flags & reporterKnown) === 0 ? null : buffer.toString('hex', 7, 7 + prefixLength),
    reportedAt: buffer.readUInt32BE(12),
    day: new Date(buffer.readUInt16BE(16) * dayMilliseconds).toISOString().slice(0, 10),
    // A topic that a later version of this program knows.
    topic: topics[Math.floor(topicAndRegion / 2 ** 26) - 1] ?? null,
    ...decodeRegion(topicAndRegion % 2 ** 26),
    kind: (flags & flag.text) === 0 ? 'call' : 'text',
    recorded: (flags & flag.recordedKnown) === 0 ? null : (flags & flag.recorded) !== 0,
    registered: (flags & flag.registeredKnown) === 0 ? null : (flags & flag.registered) !== 0,
    violation: (flags & flag.violation) !== 0,
    gone: (flags & flag.gone) !== 0,
  };
}

/** The parts that decide which fact of a report counts, without decoding the rest. */
export function reportPrefixOf(fact: Uint8Array): string {
  return view(fact).toString('hex', 0, prefixLength);
}

export function revisionOf(fact: Uint8Array): number {
  return view(fact).readUInt16BE(5);
}

export function isGone(fact: Uint8Array): boolean {
  return (view(fact).readUInt8(23) & flag.gone) !== 0;
}

/** A long hash as facts know it. */
export function prefixOf(hashHex: string): string {
  return hashHex.slice(0, 2 * prefixLength);
}

function start(reportId: string, revision: number): Buffer {
  const bytes = Buffer.alloc(factLength);
  bytes.write(reportId, 0, prefixLength, 'hex');
  bytes.writeUInt16BE(revision, 5);
  return bytes;
}

function view(bytes: Uint8Array): Buffer {
  if (bytes.length !== factLength) {
    throw new RangeError(`a fact has ${factLength} bytes, not ${bytes.length}`);
  }
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
