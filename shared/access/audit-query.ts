import * as z from 'zod';
import { auditEntrySchema } from './audit.ts';

/** Query of `GET /v1/audit`. */
export const auditQuerySchema = z.strictObject({
  limit: z
    .string()
    .regex(/^\d{1,4}$/, 'Give a whole number from 1 to 1000.')
    .transform(Number)
    .pipe(z.number().min(1, 'At least 1.').max(1000, 'At most 1000.'))
    .prefault('100'),
  cursor: z.string().max(500).optional(),
});

export const auditPageSchema = z
  .strictObject({
    entries: z.array(auditEntrySchema).describe('Newest first.'),
    next: z.string().nullable().describe('Cursor of the next page.'),
  })
  .meta({ id: 'AuditPage' });
