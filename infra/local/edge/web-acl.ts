import * as z from 'zod';
import { type Condition, conditionOf, statementSchema } from './statement.ts';

const nameAndValue = z.strictObject({ Name: z.string(), Value: z.string() });

const rateRuleSchema = z.object({
  Name: z.string(),
  Priority: z.int(),
  Statement: z.strictObject({
    RateBasedStatement: z.strictObject({
      AggregateKeyType: z.literal('IP'),
      EvaluationWindowSec: z.int(),
      Limit: z.int(),
      ScopeDownStatement: statementSchema.optional(),
    }),
  }),
  Action: z.union([
    z.strictObject({
      Block: z.strictObject({
        CustomResponse: z.strictObject({
          CustomResponseBodyKey: z.string(),
          ResponseCode: z.int(),
          ResponseHeaders: z.array(nameAndValue).default([]),
        }),
      }),
    }),
    z.strictObject({
      Count: z.strictObject({ CustomRequestHandling: z.strictObject({ InsertHeaders: z.array(nameAndValue) }) }),
    }),
  ]),
});

const otherRuleSchema = z.object({
  Name: z.string(),
  Statement: z.record(z.string(), z.unknown()).refine((statement) => !('RateBasedStatement' in statement)),
});

/**
 * The part of a web ACL that is enforced here: its rates. What it says about bodies, attacks and known addresses is
 * Amazon's to judge; functions have limits of their own.
 */
export const webAclSchema = z.object({
  Rules: z.array(z.union([rateRuleSchema, otherRuleSchema])),
  CustomResponseBodies: z
    .record(
      z.string(),
      z.strictObject({ ContentType: z.enum(['APPLICATION_JSON', 'TEXT_HTML', 'TEXT_PLAIN']), Content: z.string() }),
    )
    .default({}),
});

export interface Refusal {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

/** One rule that counts requests per address. */
export interface RateRule {
  readonly name: string;
  readonly limit: number;
  readonly windowMilliseconds: number;
  readonly counts: Condition;
  /** What happens beyond the limit: the answer, or headers for those that follow. */
  readonly beyond:
    | { readonly kind: 'refuse'; readonly refusal: Refusal }
    | { readonly kind: 'mark'; readonly headers: readonly (readonly [string, string])[] };
}

const contentTypes = {
  APPLICATION_JSON: 'application/json',
  TEXT_HTML: 'text/html',
  TEXT_PLAIN: 'text/plain',
} as const;

/** The rates of a web ACL, in the order in which WAF asks them. */
export function rateRulesOf({ Rules, CustomResponseBodies: bodies }: z.infer<typeof webAclSchema>): RateRule[] {
  return Rules.flatMap((rule) => ('Action' in rule ? [rule] : []))
    .toSorted((a, b) => a.Priority - b.Priority)
    .map(({ Name, Statement: { RateBasedStatement: rate }, Action }) => ({
      name: Name,
      limit: rate.Limit,
      windowMilliseconds: rate.EvaluationWindowSec * 1000,
      counts: rate.ScopeDownStatement === undefined ? () => true : conditionOf(rate.ScopeDownStatement),
      beyond:
        'Block' in Action
          ? { kind: 'refuse', refusal: refusalOf(Action.Block.CustomResponse, bodies) }
          : {
              kind: 'mark',
              // As WAF names what it inserts.
              headers: Action.Count.CustomRequestHandling.InsertHeaders.map(
                ({ Name: name, Value }) => [`x-amzn-waf-${name}`, Value] as const,
              ),
            },
    }));
}

function refusalOf(
  {
    ResponseCode: status,
    ResponseHeaders: headers,
    CustomResponseBodyKey: key,
  }: { ResponseCode: number; ResponseHeaders: z.infer<typeof nameAndValue>[]; CustomResponseBodyKey: string },
  bodies: z.infer<typeof webAclSchema>['CustomResponseBodies'],
): Refusal {
  const body = bodies[key];
  if (body === undefined) {
    throw new Error(`the web ACL has no body named ${key}`);
  }
  return {
    status,
    headers: [
      ['content-type', contentTypes[body.ContentType]],
      ...headers.map(({ Name, Value }) => [Name.toLowerCase(), Value] as const),
    ],
    body: body.Content,
  };
}
