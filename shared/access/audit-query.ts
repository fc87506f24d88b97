import * as z from 'zod';
import { pageQuery } from '#shared/runtime/page-query.ts';
import { auditEntrySchema } from './audit.ts';

/** Query of `GET /v1/audit`. */
export const auditQuerySchema = z.strictObject(pageQuery);

export const auditPageSchema = z
  .strictObject({
    entries: z.array(auditEntrySchema).describe('Newest first.'),
    next: z.string().nullable().describe('Cursor of the next page.'),
  })
  .meta({ id: 'AuditPage' });
