import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';

export interface Units {
  read: number;
  write: number;
  requests: number;
}

/** What requests cost, as AWS would bill them. */
export interface CapacityMeter {
  readonly total: Units;
  /** By table name. */
  readonly tables: ReadonlyMap<string, Units>;
  /** By table name, `|` and the partition key; requests for several keys are shared out evenly. */
  readonly keys: ReadonlyMap<string, Units>;
  reset(): void;
}

const attributes = z.record(z.string(), z.unknown());
const inputSchema = z.object({
  TableName: z.string().optional(),
  Key: attributes.optional(),
  Item: attributes.optional(),
  ConsistentRead: z.boolean().optional(),
  ExpressionAttributeValues: attributes.optional(),
  RequestItems: z.record(z.string(), z.unknown()).optional(),
  TransactItems: z.array(z.record(z.string(), z.object({ TableName: z.string() }).catchall(z.unknown()))).optional(),
});

const consumedSchema = z.object({ TableName: z.string(), CapacityUnits: z.number().default(0) });

const outputSchema = z.object({
  ConsumedCapacity: z.union([consumedSchema, z.array(consumedSchema)]).default([]),
});

type Input = z.infer<typeof inputSchema>;

const billed = /^(Get|Put|Update|Delete|Query|Scan|BatchGet|BatchWrite|TransactGet|TransactWrite)(Items?|Command)*$/;

/**
 * Adds to a client a meter of its requests. DynamoDB Local under-reports, so the meter corrects it: every item of a
 * transaction counts, double; failed conditions at least one unit and as much as the item that stood in the way; empty
 * reads at least half a unit (one if strongly consistent). Call it before the first request; retries inside the client
 * count once.
 */
export function meterCapacity(client: DynamoDBClient): CapacityMeter {
  const total: Units = { read: 0, write: 0, requests: 0 };
  const tables = new Map<string, Units>();
  const keys = new Map<string, Units>();
  const add = (cost: Cost) => {
    for (const units of [total, unitsIn(tables, cost.table)]) {
      units.read += cost.read;
      units.write += cost.write;
      units.requests += 1;
    }
    for (const key of cost.keys) {
      const units = unitsIn(keys, `${cost.table}|${key}`);
      units.read += cost.read / cost.keys.length;
      units.write += cost.write / cost.keys.length;
      units.requests += 1;
    }
  };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const command = context.commandName ?? '';
      if (!billed.test(command)) {
        return next(args);
      }
      const input = inputSchema.parse(args.input);
      try {
        const result = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } });
        for (const cost of costsOf(command, input, outputSchema.parse(result.output))) {
          add(cost);
        }
        return result;
      } catch (error) {
        for (const cost of costsOfRefusal(input, error)) {
          add(cost);
        }
        throw error;
      }
    },
    // The last moment at which the request can still be changed, after any translation by a document client.
    { step: 'serialize', priority: 'high', name: 'capacityMeter' },
  );
  return {
    total,
    tables,
    keys,
    reset() {
      Object.assign(total, { read: 0, write: 0, requests: 0 });
      tables.clear();
      keys.clear();
    },
  };
}

interface Cost {
  readonly table: string;
  readonly keys: readonly string[];
  readonly read: number;
  readonly write: number;
}

function unitsIn(map: Map<string, Units>, name: string): Units {
  const units = map.get(name) ?? { read: 0, write: 0, requests: 0 };
  map.set(name, units);
  return units;
}

function costsOf(command: string, input: Input, { ConsumedCapacity: reported }: z.infer<typeof outputSchema>) {
  const reads = /Get|Query|Scan/.test(command);
  // Of a transaction the engine reports one item a table, doubled.
  const factor = (table: string) => (command.startsWith('Transact') ? itemsOn(input, table) : 1);
  const least = reads ? (input.ConsistentRead === true ? 1 : 0.5) : 1;
  return [reported].flat().map(({ TableName: table, CapacityUnits: units }): Cost => {
    const amount = Math.max(least, units) * factor(table);
    return { table, keys: keysOf(input, table), read: reads ? amount : 0, write: reads ? 0 : amount };
  });
}

function itemsOn({ TransactItems: items = [] }: Input, table: string): number {
  return items.flatMap((item) => Object.values(item)).filter(({ TableName }) => TableName === table).length;
}

function costsOfRefusal(input: Input, error: unknown): readonly Cost[] {
  if (error instanceof ConditionalCheckFailedException) {
    const table = input.TableName ?? '';
    const stood = error.Item === undefined ? 1 : Math.ceil(itemBytes(unmarshall(error.Item)) / 1024);
    return [{ table, keys: keysOf(input, table), read: 0, write: Math.max(1, stood) }];
  }
  if (error instanceof Error && error.name === 'TransactionCanceledException') {
    return (input.TransactItems ?? []).flatMap((item) =>
      Object.values(item).map(({ TableName: table, ...rest }) => ({
        table,
        keys: keysOf({ TableName: table, ...inputSchema.partial().parse(rest) }, table),
        read: 0,
        write: 2,
      })),
    );
  }
  return [];
}

function keysOf(input: Input, table: string): readonly string[] {
  if (input.TransactItems !== undefined) {
    return input.TransactItems.flatMap((item) => Object.values(item))
      .filter(({ TableName }) => TableName === table)
      .flatMap(({ TableName: _, ...rest }) => keysOf(inputSchema.parse(rest), table));
  }
  if (input.RequestItems !== undefined) {
    return partitionKeysWithin(input.RequestItems[table]);
  }
  const key = input.Key?.['pk'] ?? input.Item?.['pk'] ?? input.ExpressionAttributeValues?.[':pk'];
  return key === undefined ? [] : [textOf(key)];
}

/** Every `pk` of a batch request, however deep. */
function partitionKeysWithin(value: unknown): readonly string[] {
  if (Array.isArray(value)) {
    return value.flatMap(partitionKeysWithin);
  }
  const found = attributes.safeParse(value);
  return found.success
    ? Object.entries(found.data).flatMap(([name, inner]) =>
        name === 'pk' ? [textOf(inner)] : partitionKeysWithin(inner),
      )
    : [];
}

function textOf(key: unknown): string {
  const marshalled = z.object({ S: z.string() }).safeParse(key);
  return marshalled.success ? marshalled.data.S : String(key);
}

/** About what DynamoDB counts: names and values; sets and numbers without their small print. */
function itemBytes(value: unknown): number {
  if (value instanceof Uint8Array) {
    return value.length;
  }
  if (value instanceof Set || Array.isArray(value)) {
    return [...value].reduce((sum, inner) => sum + itemBytes(inner), 3);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).reduce((sum, [name, inner]) => sum + Buffer.byteLength(name) + itemBytes(inner), 0);
  }
  return Buffer.byteLength(String(value));
}
