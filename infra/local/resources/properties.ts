import * as z from 'zod';
import { LocalRunError } from '../local-run-error.ts';
import type { Resource } from '../template/make-resources.ts';

/** A property that means nothing on one machine: who may, how it is encrypted, priced, backed up or described. */
export const meaningless = z.unknown().optional();

export const keyValues = z.record(z.string(), z.string());

/** CloudFormation takes numbers and booleans as text too. */
export const wholeNumber = z.union([
  z.int(),
  z
    .string()
    .regex(/^-?\d+$/)
    .transform(Number),
]);
export const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

/** Reads a resource's properties; one that the schema does not know stops the start, rather than being ignored. */
export function readProperties<T>(resource: Resource, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(resource.properties);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = issue?.path.join('.') ?? '';
    const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : undefined;
    const { type, logicalId, stackName } = resource;
    throw new LocalRunError(
      unknown === undefined
        ? `The local run cannot use ${type} ${logicalId} in stack ${stackName}: ${path}: ${issue?.message ?? 'malformed'}.`
        : `The local run does not know the property ${path === '' ? '' : `${path}.`}${unknown} of ${type} (${logicalId} in stack ${stackName}).`,
    );
  }
  return parsed.data;
}
