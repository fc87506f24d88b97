import type { SnapshotKey, SnapshotManifest } from '#shared/registry/snapshot-archive.ts';
import type { Counted } from '#shared/report/contact-proof/ports.ts';

/**
 * Every key of every table, with its inverse where a key is read back. Nothing else builds a key.
 *
 * | table         | pk                                  | sk                                   |
 * | ------------- | ----------------------------------- | ------------------------------------ |
 * | Reports       | report id (32 hex)                  | -                                    |
 * | Subjects      | subject id                          | - (the head)                         |
 * | Facts         | `<subject id>#<shard 0-f>`          | reporter (16 bytes) + report (16) + revision (2) |
 * | Facts         | `<subject id>#figures`              | one byte: 0 kept figures, 1 who counts them |
 * | Complaints    | complaint id                        | -                                    |
 * | Registrations | `head#…`, `snapshot#…`, `change#…`, `area#…`, `page#…` | -                   |
 * | Registrations | `answer#…`, `questions#…`           | -                                    |
 * | Registrations | `declared#…`, `import#…`, `imports` | -                                    |
 * | Access        | `key#…`, `regulator#…`, `audit#…`   | see below                            |
 * | Conversations | `parts#…`, `parts-due#…`, `parts-passed` | -                               |
 * | Conversations | `conversation#…`, `message#…`, `replies#…`, `tally#…` | -                   |
 * | Conversations | `mails#…`, `proof-report#…`, `proof-mailbox#…`, `proof-message#…` | -       |
 */

const factShards = 16;

/** The shard that the last hexadecimal digit of a hash chooses: the reporter's, or the report's where none is known. */
export function factShardKey(subjectId: string, hashHex: string): string {
  return `${subjectId}#${hashHex.slice(-1)}`;
}

export function allFactShardKeys(subjectId: string): readonly string[] {
  return Array.from({ length: factShards }, (_, shard) => `${subjectId}#${shard.toString(16)}`);
}

/** Facts: the item of a wide subject's kept figures. */
export function figuresKey(subjectId: string): { readonly pk: string; readonly sk: Uint8Array } {
  return { pk: `${subjectId}#figures`, sk: Buffer.from([0]) };
}

/** Facts: until when one process counts a wide subject's figures. */
export function figuresClaimKey(subjectId: string): { readonly pk: string; readonly sk: Uint8Array } {
  return { pk: `${subjectId}#figures`, sk: Buffer.from([1]) };
}

/**
 * Whole reporter hash (16 bytes, zero for none), then the whole report id (16), so that a million facts on one subject
 * do not collide and one reporter's facts lie together; then the revision, big-endian.
 */
export function factSortKey(reporter: string | null, reportId: string, revision: number): Uint8Array {
  const key = Buffer.alloc(34);
  key.write(reporter ?? '', 0, 16, 'hex');
  key.write(reportId, 16, 16, 'hex');
  key.writeUInt16BE(revision, 32);
  return key;
}

/** Begins the sort keys of one reporter's facts. */
export function factSortKeyOfReporter(reporter: string): Uint8Array {
  return Buffer.from(reporter, 'hex');
}

export function parseFactSortKey(key: Uint8Array): {
  readonly reporter: string | null;
  readonly reportId: string;
  readonly revision: number;
} {
  const buffer = Buffer.from(key);
  if (buffer.length !== 34) {
    throw new Error(`a fact's sort key has 34 bytes, not ${buffer.length}`);
  }
  const reporter = buffer.toString('hex', 0, 16);
  return {
    reporter: /^0+$/.test(reporter) ? null : reporter,
    reportId: buffer.toString('hex', 16, 32),
    revision: buffer.readUInt16BE(32),
  };
}

/** Access: a regulator key, found by the SHA-256 (64 hex) of the key. */
export function accessKeyKey(hash: string): { readonly pk: string; readonly sk: string } {
  return { pk: `key#${hash}`, sk: 'key' };
}

/** Access: one of the places for a live key of a regulator. */
export function keyPlaceKey(regulator: string, place: number): { readonly pk: string; readonly sk: string } {
  return { pk: `regulator#${regulator}`, sk: `place#${place}` };
}

/** Access: the standing place of a key, by key id. */
export function standingKeyKey(keyId: string): { readonly pk: string; readonly sk: string } {
  return { pk: `standing#${keyId}`, sk: 'key' };
}

/** Access: an audit entry of a regulator; sorts by time (RFC 3339 UTC with milliseconds), then id. */
export function auditKey(regulator: string, at: string, id: string): { readonly pk: string; readonly sk: string } {
  return { pk: `audit#${regulator}`, sk: `${at}#${id}` };
}

/** One page of one snapshot; `page` is all of the number but its last four digits (shared/registry/page-address.ts). */
export function registrationPageKey(registry: string, snapshot: string, page: string): string {
  return `page#${registry}#${snapshot}#${page}`;
}

/** The directory of an area's pages; `area` is all of the number but its last seven digits. */
export function registrationAreaKey(registry: string, snapshot: string, area: string): string {
  return `area#${registry}#${snapshot}#${area}`;
}

export function registrationSnapshotKey(registry: string, snapshot: string): string {
  return `snapshot#${registry}#${snapshot}`;
}

export function registrationChangeKey(registry: string, change: number): string {
  return `change#${registry}#${change}`;
}

/** What a registry that is asked said about a number, by the keyed hash of the number. */
export function registrationAnswerKey(registry: string, hashHex: string): string {
  return `answer#${registry}#${hashHex}`;
}

/** A batch of questions that was submitted. */
export function registrationBatchKey(registry: string, job: string): string {
  return `batch#${registry}#${job}`;
}

/** Questions counted on an account; `period` is a year. */
export function registrationQuestionsKey(registry: string, account: string, period: string): string {
  return `questions#${registry}#${period}#${account}`;
}

/** The pointer that says which snapshots answer. */
export function registrationHeadKey(registry: string): string {
  return `head#${registry}`;
}

/** Under what an operator holds the lists of a registry that are uploaded. */
export function registrationDeclarationKey(registry: string): string {
  return `declared#${registry}`;
}

/** One import of an uploaded list. */
export function registrationImportKey(id: string): string {
  return `import#${id}`;
}

/** The ids of all imports that are remembered. */
export const registrationImportsKey = 'imports';

/** Bucket of uploaded lists: what lies here passes between who reads a file and who loads its areas. */
export const stagedFolder = 'staged';

/** Bucket of uploaded lists: everything staged of one import. */
export function stagedImportPrefix(importId: string): string {
  return `${stagedFolder}/${importId}/`;
}

export function stagedLinesKey(importId: string, area: string): string {
  return `${stagedImportPrefix(importId)}${area}.lines`;
}

/** That an area of a snapshot is loaded, and what came of it. */
export function stagedLoadedKey(importId: string, snapshot: string, area: string): string {
  return `${stagedImportPrefix(importId)}${snapshot}/${area}.json`;
}

const snapshotRoot = 'registries/v1/';

/** Snapshot bucket: everything of a snapshot, its change lists included. */
export function snapshotFolder({ registry, snapshot }: Omit<SnapshotKey, 'change'>): string {
  return `${snapshotRoot}${registry}/${snapshot}/`;
}

export function snapshotManifestKey(key: SnapshotKey): string {
  return `${snapshotFolder(key)}${key.change}/manifest.json`;
}

export function snapshotAreaKey(key: SnapshotKey & { readonly area: string }): string {
  return `${snapshotFolder(key)}${key.change}/${key.area}.pages`;
}

/** The manifest and the files that it names. */
export function snapshotObjects(manifest: SnapshotManifest): readonly string[] {
  return [snapshotManifestKey(manifest), ...manifest.areas.map(({ object }) => object)];
}

/** The change that an object of this snapshot belongs to; null for objects of others. */
export function changeOfSnapshotObject(snapshot: Omit<SnapshotKey, 'change'>, object: string): number | null {
  const folder = snapshotFolder(snapshot);
  const change = object.startsWith(folder) ? /^\d{1,15}(?=\/)/.exec(object.slice(folder.length)) : null;
  return change === null ? null : Number(change[0]);
}

/** Export bucket: everything of a schema's major version. */
export const exportRoot = 'exports/v1/';

export function exportObjectKey(id: string, name: string): string {
  return `${exportRoot}${id}/${name}`;
}

/** The inverse of a run's folder, `exports/v1/<id>/`. */
export function parseExportFolder(folder: string): string {
  return folder.slice(exportRoot.length, -1);
}

export function exportManifestKey(id: string): string {
  return exportObjectKey(id, 'manifest.json');
}

/** Complaint bucket: one version of what is filed, as document or letter. */
export function complaintDocumentKey(id: string, version: number, form: 'json' | 'txt'): string {
  return `complaints/${id}/v${version}.${form}`;
}

/** Complaint bucket: all versions of one complaint. */
export function complaintDocumentPrefix(id: string): string {
  return `complaints/${id}/`;
}

/** The version in a document's key; null for any other object. */
export function parseComplaintDocumentKey(key: string): number | null {
  const version = /^complaints\/[0-9A-Z]+\/v(\d{1,9})\.(?:json|txt)$/.exec(key)?.[1];
  return version === undefined ? null : Number(version);
}

/** Complaints, index by-regulator: the place in a regulator's list, by time drafted (RFC 3339 UTC with milliseconds), then id. */
export function complaintListedKey(createdAt: string, id: string): string {
  return `${createdAt}#${id}`;
}

/** Conversations: the set of parts of one long text (shared/intake/parts); `key` is a keyed hash and holds no number. */
export function partSetKey(key: string): string {
  return `parts#${key}`;
}

const partsDueShards = 8;
const minuteMilliseconds = 60_000;

/** Minutes since 1970 by which a set of parts is due: the first that begins then or later. */
export function partsDueMinute(at: Date): number {
  return Math.ceil(at.getTime() / minuteMilliseconds);
}

/** Conversations: the list of the sets of parts due by a minute, in the shard of the set's key (hexadecimal). */
export function partsDueKey(minute: number, setKey: string): string {
  return `parts-due#${minute}#${Number.parseInt(setKey.charAt(0), 16) % partsDueShards}`;
}

/** Conversations: all lists of a minute. */
export function allPartsDueKeys(minute: number): readonly string[] {
  return Array.from({ length: partsDueShards }, (_, shard) => `parts-due#${minute}#${shard}`);
}

/** Conversations: the minute up to which the lists of due parts have been worked off. */
export const partsPassedKey = 'parts-passed';

/** Conversations: the exchange with one person, by the keyed hash (32 hex) of their line. */
export function conversationKey(reporter: string): string {
  return `conversation#${reporter}`;
}

/** Conversations: a text message that was taken, by the keyed hash of gateway and id. */
export function takenMessageKey(message: string): string {
  return `message#${message}`;
}

/** Conversations: one share of the replies of a UTC day, `YYYY-MM-DD`. */
export function replyCounterKey(day: string, shard: number): string {
  return `replies#${day}#${shard}`;
}

/** Conversations: one share of the mails of a UTC day, `YYYY-MM-DD`. */
export function mailCounterKey(day: string, shard: number): string {
  return `mails#${day}#${shard}`;
}

/** Conversations: mails that ask for proof of contact, by report or mailbox (a keyed hash) and UTC day, or by message. */
export function proofCounterKey(counted: Counted): string {
  return counted.of === 'message' ? `proof-message#${counted.id}` : `proof-${counted.of}#${counted.id}#${counted.day}`;
}

/** How the keys of the counters begin that limit mails: whoever asks for mails may change nothing else. */
export const mailCounterPrefixes = ['mails#', 'proof-report#', 'proof-mailbox#'] as const;

/** How the keys of tallies begin: whoever may change tallies may change nothing else. */
export const dayTallyPrefix = 'tally#';

/** Conversations: how many reports one reporter made on one UTC day, by a keyed hash (32 hex) of both. */
export function dayTallyKey(hash: string): string {
  return `${dayTallyPrefix}${hash}`;
}
