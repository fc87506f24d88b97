import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type AuditEntry, type AuditTrail, auditEntrySchema } from '#shared/access/audit.ts';
import { newestFirst } from '#shared/access/audit-order.ts';
import { auditKey } from './keys.ts';

const auditItem = z.object({ v: z.literal(1), entry: auditEntrySchema }).transform((item) => item.entry);

/** The audit trail in the Access table: only ever put by condition, never updated, never deleted. */
export function createAuditTrail(client: DynamoDBDocumentClient, table: string): AuditTrail {
  const pageOf = async (regulator: string, before: string, limit: number): Promise<AuditEntry[]> => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND sk < :before',
        ExpressionAttributeValues: { ':pk': auditKey(regulator, '', '').pk, ':before': before },
        ScanIndexForward: false,
        ConsistentRead: true,
        Limit: limit,
      }),
    );
    return Items.map((item) => auditItem.parse(item));
  };

  return {
    async append(entry, regulators) {
      await Promise.all(
        regulators.map((regulator) =>
          client.send(
            new PutCommand({
              TableName: table,
              Item: { ...auditKey(regulator, entry.at, entry.id), v: 1, entry },
              ConditionExpression: 'attribute_not_exists(pk)',
            }),
          ),
        ),
      );
    },

    async page(regulators, before, limit) {
      // '~' sorts after every time.
      const end = before === null ? '~' : auditKey('', before.at, before.id).sk;
      const pages = await Promise.all(regulators.map((regulator) => pageOf(regulator, end, limit)));
      return newestFirst(pages.flat()).slice(0, limit);
    },
  };
}
