import * as z from 'zod';

/** What a rule of a web ACL looks at. */
export interface EdgeRequest {
  readonly method: string;
  /** As sent, without the query. */
  readonly rawPath: string;
  readonly address: string;
}

export type Condition = (request: EdgeRequest) => boolean;

const transformationsSchema = z.array(z.strictObject({ Priority: z.int(), Type: z.enum(['NONE', 'URL_DECODE']) }));

const byteMatchSchema = z.strictObject({
  FieldToMatch: z.union([z.strictObject({ UriPath: z.object({}) }), z.strictObject({ Method: z.object({}) })]),
  PositionalConstraint: z.enum(['EXACTLY', 'STARTS_WITH', 'ENDS_WITH']),
  SearchString: z.string(),
  TextTransformations: transformationsSchema,
});

interface Statement {
  readonly ByteMatchStatement?: z.infer<typeof byteMatchSchema> | undefined;
  readonly AndStatement?: { readonly Statements: readonly Statement[] } | undefined;
  readonly OrStatement?: { readonly Statements: readonly Statement[] } | undefined;
  readonly NotStatement?: { readonly Statement: Statement } | undefined;
}

/** The statements that can narrow what a rate counts; any other stops the start. */
export const statementSchema: z.ZodType<Statement> = z.strictObject({
  ByteMatchStatement: byteMatchSchema.optional(),
  get AndStatement() {
    return z.strictObject({ Statements: z.array(statementSchema) }).optional();
  },
  get OrStatement() {
    return z.strictObject({ Statements: z.array(statementSchema) }).optional();
  },
  get NotStatement() {
    return z.strictObject({ Statement: statementSchema }).optional();
  },
});

/** The statement as a question about a request, answered as AWS WAF does. */
export function conditionOf(statement: Statement): Condition {
  const { ByteMatchStatement: match, AndStatement: and, OrStatement: or, NotStatement: not } = statement;
  if (match !== undefined) {
    return byteMatch(match);
  }
  if (and !== undefined) {
    const all = and.Statements.map(conditionOf);
    return (request) => all.every((holds) => holds(request));
  }
  if (or !== undefined) {
    const any = or.Statements.map(conditionOf);
    return (request) => any.some((holds) => holds(request));
  }
  if (not !== undefined) {
    const holds = conditionOf(not.Statement);
    return (request) => !holds(request);
  }
  throw new Error('a statement without a condition');
}

function byteMatch({
  FieldToMatch: field,
  PositionalConstraint: where,
  SearchString: wanted,
  TextTransformations: transformations,
}: z.infer<typeof byteMatchSchema>): Condition {
  const decodes = transformations.some(({ Type }) => Type === 'URL_DECODE');
  return ({ method, rawPath }) => {
    const value = 'Method' in field ? method : rawPath;
    const seen = decodes ? urlDecoded(value) : value;
    switch (where) {
      case 'EXACTLY':
        return seen === wanted;
      case 'STARTS_WITH':
        return seen.startsWith(wanted);
      case 'ENDS_WITH':
        return seen.endsWith(wanted);
    }
  };
}

/** Broken escapes stay as they are. */
function urlDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
