import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod/mini';
import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import type { Head } from '#shared/subject/ports.ts';

const headSchema = onFirstUse(() =>
  z.object({
    pk: z.string(),
    facts: z.optional(z.set(z.instanceof(Uint8Array))),
    type: z.optional(z.enum(['phone', 'short_code', 'alphanumeric', 'email'])),
    value: z.optional(z.string()),
    validity: z.optional(z.enum(['valid', 'possible', 'impossible', 'not_applicable'])),
    country: z.nullish(z.string()),
    wide: z.optional(z.boolean()),
    grown: z.optional(z.number()),
    disputed: z.optional(z.boolean()),
    updatedAt: z.string(),
  }),
);

/** Reads a stored head of any version ever written. Throws a ZodError for anything else. */
export function headFromItem(item: Record<string, unknown>): Head {
  const { type, value, validity, country, ...stored } = headSchema().parse(item);
  return {
    subjectId: stored.pk,
    facts: [...(stored.facts ?? [])],
    sender:
      type === undefined || value === undefined || validity === undefined
        ? null
        : { type, value, validity, country: country ?? null },
    wide: stored.wide ?? false,
    grown: stored.grown ?? 0,
    ...(stored.disputed === true ? { disputed: true } : {}),
    updatedAt: stored.updatedAt,
  };
}

/** Reads the old item of a failed condition. */
export function headFromImage(image: Record<string, AttributeValue>): Head {
  return headFromItem(unmarshall(image));
}
