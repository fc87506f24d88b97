import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Declarations } from '#shared/registry/uploads/upload-ports.ts';
import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import { registrationDeclarationKey } from './keys.ts';

const schema = onFirstUse(() =>
  z.object({
    v: z.literal(1),
    registry: z.string(),
    subscription: z.string(),
    basis: z.string(),
    declaredAt: z.string(),
    madeUpLists: z.boolean(),
  }),
);

export function createDeclarations(client: DynamoDBDocumentClient, table: string): Declarations {
  return {
    async find(registry) {
      const key = { pk: registrationDeclarationKey(registry) };
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
      if (Item === undefined) {
        return null;
      }
      const { v: _, ...declaration } = schema().parse(Item);
      return declaration;
    },
    async put(declaration) {
      const Item = { pk: registrationDeclarationKey(declaration.registry), v: 1, ...declaration };
      await client.send(new PutCommand({ TableName: table, Item }));
    },
  };
}
