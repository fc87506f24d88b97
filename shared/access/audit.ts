import * as z from 'zod';
import type { Access } from './open-with-key.ts';

const auditActions = [
  'offenders_listed',
  'offender_read',
  'exports_listed',
  'export_manifest_read',
  'export_file_read',
  'complaints_listed',
  'complaint_fetched',
  'complaint_event',
  'audit_read',
] as const;

/** Who read what with a regulator's key. Never personal data: filters, counts and ids of ours only. */
export const auditEntrySchema = z
  .strictObject({
    id: z.string(),
    at: z.iso.datetime(),
    keyId: z.string(),
    action: z.enum(auditActions),
    /** The filter as understood, for example `{"minReporters": 3}`; empty where there is none. */
    filter: z.record(z.string(), z.union([z.string(), z.number()])),
    rows: z.int().nonnegative().describe('Rows given out; 0 for a file answered from a cache.'),
    objectId: z.string().nullable().describe('The offender, complaint, export or file; null for a list.'),
    sourceAddress: z.string().describe('Network address the request came from.'),
    requestId: z.string(),
  })
  .meta({ id: 'AuditEntry' });

export type AuditEntry = z.infer<typeof auditEntrySchema>;
export type AuditAction = AuditEntry['action'];

export interface AuditTrail {
  /** Adds one entry to each regulator's trail. There is no way to change or remove one. */
  append(entry: AuditEntry, regulators: readonly string[]): Promise<void>;
  /** Entries of these regulators, newest first, each once; those before the given position. */
  page(regulators: readonly string[], before: AuditPosition | null, limit: number): Promise<readonly AuditEntry[]>;
}

/** Where a page of the trail ended. */
export type AuditPosition = Pick<AuditEntry, 'at' | 'id'>;

export interface AuditedRead {
  readonly access: Access;
  readonly action: AuditAction;
  readonly filter?: AuditEntry['filter'];
  readonly rows: number;
  readonly objectId?: string;
  /** Of the request: an `HttpRequest` serves as it is. */
  readonly request: { readonly sourceAddress: string; readonly requestId: string };
}

/** Call before answering: what cannot be recorded is not given out. */
export async function recordAudit(
  read: AuditedRead,
  deps: { readonly audit: AuditTrail; readonly clock: () => Date; readonly newId: () => string },
): Promise<void> {
  const { access, action, filter = {}, rows, objectId = null, request } = read;
  await deps.audit.append(
    {
      id: deps.newId(),
      at: deps.clock().toISOString(),
      keyId: access.keyId,
      action,
      filter,
      rows,
      objectId,
      sourceAddress: request.sourceAddress,
      requestId: request.requestId,
    },
    access.regulators,
  );
}
