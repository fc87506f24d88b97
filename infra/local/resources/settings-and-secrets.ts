import { createHash } from 'node:crypto';
import * as z from 'zod';
import { generateSecret, generateSecretSchema, type SecretStore } from '../services/secrets.ts';
import { arn } from '../template/environment.ts';
import type { Made, Resource } from '../template/make-resources.ts';
import { physicalName } from '../template/physical-name.ts';
import { made } from './made.ts';
import type { Plan } from './plan.ts';
import { meaningless, readProperties } from './properties.ts';

const secretSchema = z.strictObject({
  Name: z.string().optional(),
  SecretString: z.string().optional(),
  GenerateSecretString: generateSecretSchema.optional(),
  Description: meaningless,
  KmsKeyId: meaningless,
  ReplicaRegions: meaningless,
  Tags: meaningless,
  Type: meaningless,
});

export function makeSecret(resource: Resource, secrets: SecretStore): Made {
  const { Name, SecretString, GenerateSecretString } = readProperties(resource, secretSchema);
  const name = Name ?? physicalName(resource.stackName, resource.logicalId, 512);
  // AWS appends six random characters; here they are the same at every start.
  const ending = createHash('sha256').update(name).digest('base64url').replaceAll(/[-_]/g, 'x').slice(0, 6);
  const { arn: ref } = secrets.ensure(
    name,
    arn('secretsmanager', `secret:${name}-${ending}`),
    () => SecretString ?? (GenerateSecretString === undefined ? '' : generateSecret(GenerateSecretString)),
  );
  return made(ref, { Id: ref });
}

const parameterSchema = z.strictObject({
  Name: z.string().optional(),
  Value: z.string(),
  Type: z.enum(['String', 'StringList']),
  AllowedPattern: meaningless,
  DataType: meaningless,
  Description: meaningless,
  Policies: meaningless,
  Tags: meaningless,
  Tier: meaningless,
});

export function makeParameter(resource: Resource, plan: Plan): Made {
  const { Name, Value, Type } = readProperties(resource, parameterSchema);
  const name = Name ?? physicalName(resource.stackName, resource.logicalId, 1000);
  plan.parameters.set(name, Value);
  return made(name, { Value, Type });
}
