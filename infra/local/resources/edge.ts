import * as z from 'zod';
import { rateRulesOf, webAclSchema } from '../edge/web-acl.ts';
import { LocalRunError } from '../local-run-error.ts';
import type { Made, Resource } from '../template/make-resources.ts';
import { physicalName } from '../template/physical-name.ts';
import { made } from './made.ts';
import type { Plan } from './plan.ts';

function read<T>({ properties, type, logicalId, stackName }: Resource, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(properties);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new LocalRunError(
      `The local run cannot use ${type} ${logicalId} in stack ${stackName}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'malformed'}.`,
    );
  }
  return parsed.data;
}

/** Its rates are enforced once a distribution names it. */
export function makeWebAcl(resource: Resource, plan: Plan): Made {
  const arn = `web-acl/${resource.logicalId}`;
  plan.webAcls.set(arn, rateRulesOf(read(resource, webAclSchema)));
  return made(arn, { Arn: arn });
}

const distributionSchema = z.object({
  DistributionConfig: z.object({
    WebACLId: z.string().optional(),
    Origins: z
      .array(
        z.object({
          OriginCustomHeaders: z.array(z.strictObject({ HeaderName: z.string(), HeaderValue: z.string() })).default([]),
        }),
      )
      .length(1, { error: 'the local run has one origin, the HTTP API' }),
  }),
});

/** The front of the HTTP API: what it shows to its origin, and whom it lets through. It keeps nothing, as in the template. */
export function makeDistribution(resource: Resource, plan: Plan): Made {
  const { WebACLId, Origins } = read(resource, distributionSchema).DistributionConfig;
  const rules = WebACLId === undefined ? [] : plan.webAcls.get(WebACLId);
  if (rules === undefined || plan.edge !== undefined) {
    throw new LocalRunError(
      `The local run takes one distribution, with a web ACL of the app: not ${resource.logicalId}.`,
    );
  }
  plan.edge = {
    rules,
    originHeaders: Origins.flatMap(({ OriginCustomHeaders: headers }) =>
      headers.map(({ HeaderName, HeaderValue }) => [HeaderName.toLowerCase(), HeaderValue] as const),
    ),
  };
  const name = physicalName(resource.stackName, resource.logicalId, 128);
  return made(name, { Id: name, DomainName: name });
}
