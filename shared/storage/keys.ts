/**
 * Every key of every table, with its inverse where a key is read back. Nothing else builds a key.
 *
 * | table         | pk                                  | sk                                   |
 * | ------------- | ----------------------------------- | ------------------------------------ |
 * | Reports       | report id (32 hex)                  | -                                    |
 * | Subjects      | subject id                          | - (the head)                         |
 * | Facts         | `<subject id>#<shard 0-f>`          | report id (16 bytes) + revision (2)  |
 * | Complaints    | complaint id                        | -                                    |
 * | Registrations | `head#…`, `snapshot#…`, `area#…`, `page#…` | -                              |
 * | Access        | `key#…`, `regulator#…`, `audit#…`   | see below                            |
 */

export const factShards = 16;

/** Facts of one reporter stay in one shard; without a reporter the report's own id spreads them. */
export function factShardKey(subjectId: string, hashHex: string): string {
  return `${subjectId}#${hashHex.slice(-1)}`;
}

export function allFactShardKeys(subjectId: string): readonly string[] {
  return Array.from({ length: factShards }, (_, shard) => `${subjectId}#${shard.toString(16)}`);
}

/** Long report id, so that a million facts on one subject do not collide; then the revision, big-endian. */
export function factSortKey(reportId: string, revision: number): Uint8Array {
  const key = Buffer.alloc(18);
  key.write(reportId, 0, 16, 'hex');
  key.writeUInt16BE(revision, 16);
  return key;
}

export function parseFactSortKey(key: Uint8Array): { readonly reportId: string; readonly revision: number } {
  const buffer = Buffer.from(key);
  if (buffer.length !== 18) {
    throw new Error(`a fact's sort key has 18 bytes, not ${buffer.length}`);
  }
  return { reportId: buffer.toString('hex', 0, 16), revision: buffer.readUInt16BE(16) };
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

export function parseAuditKey(key: { readonly pk: string; readonly sk: string }): {
  readonly regulator: string;
  readonly at: string;
  readonly id: string;
} {
  const [at = '', ...id] = key.sk.split('#');
  return { regulator: key.pk.slice('audit#'.length), at, id: id.join('#') };
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

/** The pointer that says which snapshots answer. */
export function registrationHeadKey(registry: string): string {
  return `head#${registry}`;
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

export const exportPointerKey = `${exportRoot}latest.json`;
