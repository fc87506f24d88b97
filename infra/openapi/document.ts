import * as z from 'zod';
import { callLogOperations } from './call-log-operations.ts';
import { complaintOperations } from './complaint-operations.ts';
import { offenderOperations } from './offender-operations.ts';
import type { Answer, Body, Operation } from './operation.ts';
import { pageOperations } from './page-operations.ts';
import { reportOperations, serviceOperations } from './report-operations.ts';
import { smsOperations } from './sms-operations.ts';

const operations: readonly Operation[] = [
  ...serviceOperations,
  ...pageOperations,
  ...reportOperations,
  ...callLogOperations,
  ...smsOperations,
  ...offenderOperations,
  ...complaintOperations,
];

/** Every route the document describes, as the HTTP API declares it. */
export const describedRoutes: readonly string[] = operations.map(({ route }) => route);

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document, made from the zod schemas that validate. */
export function openApiDocument(): Json {
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    const [method = '', path = ''] = operation.route.split(' ');
    paths[path] = { ...paths[path], [method.toLowerCase()]: describe(operation, path) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Ringfence',
      version: '1.0.0',
      summary: 'Reports of unwanted calls and texts, and what came of them.',
      description:
        'Reports are allegations by the people who made them. A verdict `violation` means a possible violation, never a judgement.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [],
    tags: ['service', 'reports', 'sms', 'offenders', 'exports', 'complaints', 'audit'].map((name) => ({ name })),
    paths,
    components: {
      schemas: components(),
      securitySchemes: { regulatorKey: { type: 'http', scheme: 'bearer' } },
    },
  };
}

function components(): Json {
  const { schemas } = z.toJSONSchema(z.globalRegistry, { uri: (id) => `#/components/schemas/${id}`, io: 'input' });
  return Object.fromEntries(
    Object.entries(schemas)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, schema]) => [id, plain(schema)]),
  );
}

/** Without the keywords that only make sense in a schema document of its own. */
function plain(schema: object): Json {
  const { $schema: _schema, $id: _id, id: _name, ...rest } = schema as Json;
  return rest;
}

function schemaOf(schema: z.core.$ZodType): Json {
  const id = z.globalRegistry.get(schema)?.id;
  if (id !== undefined) {
    return { $ref: `#/components/schemas/${id}` };
  }
  const inline = z.toJSONSchema(schema, { io: 'input' });
  return refer(plain(inline));
}

/** Named schemas inside an inline one come as local definitions; point at the components instead. */
function refer(schema: Json): Json {
  const text = JSON.stringify(schema, (key, value: unknown) => (key === '$defs' ? undefined : value));
  const parsed: Json = JSON.parse(text.replaceAll('"#/$defs/', '"#/components/schemas/'));
  return parsed;
}

function describe(operation: Operation, path: string): Json {
  const parameters = [
    ...[...path.matchAll(/\{(\w+)\}/g)].map((match) => ({
      name: match[1],
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...parametersIn('query', operation.query),
    ...parametersIn('header', operation.headers),
  ];
  return {
    operationId: operation.id,
    summary: operation.summary,
    tags: [operation.tag],
    ...(operation.regulatorOnly === true ? { security: [{ regulatorKey: [] }] } : {}),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(operation.request === undefined
      ? {}
      : { requestBody: { required: true, content: content(operation.request) } }),
    responses: Object.fromEntries(
      Object.entries(operation.answers).map(([status, answer]) => [status, describeAnswer(answer)]),
    ),
  };
}

function parametersIn(place: 'query' | 'header', declared: Operation['query']): Json[] {
  return Object.entries(declared ?? {}).map(([name, { schema, description }]) => ({
    name,
    in: place,
    description,
    schema: schemaOf(schema),
  }));
}

function describeAnswer({ description, bodies, headers }: Answer): Json {
  return {
    description,
    ...(bodies === undefined ? {} : { content: content(bodies) }),
    ...(headers === undefined
      ? {}
      : {
          headers: Object.fromEntries(
            Object.entries(headers).map(([name, text]) => [name, { description: text, schema: { type: 'string' } }]),
          ),
        }),
  };
}

function content(bodies: readonly Body[]): Json {
  return Object.fromEntries(
    bodies.map(({ type, schema, example }) => [
      type,
      {
        schema: schema === undefined ? { type: 'string' } : schemaOf(schema),
        ...(example === undefined ? {} : { example }),
      },
    ]),
  );
}
