import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  QueryCommand,
  type QueryCommandInput,
  type QueryCommandOutput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Complaint } from '#shared/complaint/complaint.ts';
import type { ComplaintOutbox } from '#shared/complaint/ports.ts';
import { complaintFromItem } from './complaint-item.ts';

type Items = NonNullable<QueryCommandOutput['Items']>;

const waitingSchema = z.array(z.object({ since: z.string() }));

/** The complaints that wait, from the sparse index ordered by when each is to be sent (again). */
export function createComplaintOutbox(client: DynamoDBDocumentClient, table: string): ComplaintOutbox {
  /** Page by page; `input` says what of them, and how much at once. */
  async function* untaken(regulator: string, input: () => Partial<QueryCommandInput>): AsyncGenerator<Items> {
    let after: QueryCommandInput['ExclusiveStartKey'];
    do {
      const page: QueryCommandOutput = await client.send(
        new QueryCommand({
          ...input(),
          TableName: table,
          IndexName: 'untaken',
          KeyConditionExpression: 'untaken = :regulator',
          ExpressionAttributeValues: { ':regulator': regulator },
          ...(after === undefined ? {} : { ExclusiveStartKey: after }),
        }),
      );
      yield page.Items ?? [];
      after = page.LastEvaluatedKey;
    } while (after !== undefined);
  }

  return {
    async waiting(regulator, limit) {
      const found: Complaint[] = [];
      for await (const items of untaken(regulator, () => ({ Limit: limit - found.length }))) {
        found.push(...items.map(complaintFromItem).filter((stored) => stored.kind === 'complaint'));
        if (found.length >= limit) {
          break;
        }
      }
      return found;
    },

    async backlog(regulator) {
      let count = 0;
      let since: string | null = null;
      for await (const items of untaken(regulator, () => ({ ProjectionExpression: 'since' }))) {
        for (const { since: start } of waitingSchema.parse(items)) {
          count += 1;
          since = earlier(since, start);
        }
      }
      return { count, since };
    },

    async markSent(id, version, { at, sendAfter }) {
      try {
        await client.send(
          new UpdateCommand({
            TableName: table,
            Key: { pk: id },
            UpdateExpression:
              'SET sentVersion = :version, sentAt = :at, sendAfter = :again ADD sends :one REMOVE unsent',
            ConditionExpression: 'attribute_exists(untaken) AND #version = :version',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: {
              ':version': version,
              ':at': at.toISOString(),
              ':again': sendAfter.toISOString(),
              ':one': 1,
            },
          }),
        );
      } catch (error) {
        // Taken, taken back or corrected meanwhile: what waits now is another message.
        if (!(error instanceof ConditionalCheckFailedException)) {
          throw error;
        }
      }
    },
  };
}

function earlier(known: string | null, start: string): string {
  return known === null || start < known ? start : known;
}
