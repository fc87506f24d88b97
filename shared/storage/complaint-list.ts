import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Complaint, Tombstone } from '#shared/complaint/complaint.ts';
import type { ComplaintList } from '#shared/complaint/ports.ts';
import { complaintFromItem } from './complaint-item.ts';
import { complaintListedKey } from './keys.ts';

const positionSchema = z
  .object({ pk: z.string(), listed: z.string() })
  .transform(({ pk, listed }) => ({ id: pk, createdAt: listed.slice(0, listed.indexOf('#')) }));

/** A regulator's complaints, from the index that holds those it may see. */
export function createComplaintList(client: DynamoDBDocumentClient, table: string): ComplaintList {
  return {
    async page(regulator, after, limit) {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName: 'by-regulator',
          KeyConditionExpression: 'regulator = :regulator',
          ExpressionAttributeValues: { ':regulator': regulator },
          Limit: limit,
          ...(after === null
            ? {}
            : {
                ExclusiveStartKey: {
                  pk: after.id,
                  regulator,
                  listed: complaintListedKey(after.createdAt, after.id),
                },
              }),
        }),
      );
      return {
        complaints: Items.map(complaintFromItem).filter(isComplaint),
        next: LastEvaluatedKey === undefined ? null : positionSchema.parse(LastEvaluatedKey),
      };
    },
  };
}

function isComplaint(stored: Complaint | Tombstone): stored is Complaint {
  return stored.kind === 'complaint';
}
