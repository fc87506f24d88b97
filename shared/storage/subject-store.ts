import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Sender } from '#shared/sender/sender.ts';
import type { Head, HeadStore } from '#shared/subject/ports.ts';
import { headFromImage, headFromItem } from './subject-item.ts';

export interface HeadPage {
  readonly heads: readonly Head[];
  /** Continues the page; null at the end. */
  readonly next: string | null;
}

export interface DynamoHeadStore extends HeadStore {
  /** Some heads in no particular order, after the subject id `after`; at most `limit` and 1 MB are read. */
  page(options: { readonly after: string | null; readonly limit: number }): Promise<HeadPage>;
}

/** Heads of subjects in DynamoDB: one item each, built to cost one write unit. */
export function createHeadStore(client: DynamoDBDocumentClient, table: string): DynamoHeadStore {
  return {
    async get(subjectId, consistency) {
      const { Item: item } = await client.send(
        new GetCommand({ TableName: table, Key: { pk: subjectId }, ConsistentRead: consistency === 'strong' }),
      );
      return item === undefined ? null : headFromItem(item);
    },

    async add({ subjectId, facts, room, widen, sender, now }) {
      const update = setting(sender, now);
      try {
        const { Attributes: item = {} } = await client.send(
          new UpdateCommand({
            TableName: table,
            Key: { pk: subjectId },
            UpdateExpression: `ADD #facts :facts SET ${update.sets}${widen ? ', #wide = :true' : ''}`,
            ConditionExpression:
              'attribute_not_exists(#wide) AND (attribute_not_exists(#facts) OR size(#facts) <= :room)',
            ExpressionAttributeNames: { ...update.names, '#facts': 'facts', '#wide': 'wide' },
            ExpressionAttributeValues: {
              ...update.values,
              ':facts': new Set(facts),
              ':room': room,
              ...(widen ? { ':true': true } : {}),
            },
            ReturnValues: 'ALL_NEW',
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        );
        return { kind: 'added', head: headFromItem(item) };
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException && error.Item !== undefined) {
          return { kind: 'full', head: headFromImage(error.Item) };
        }
        throw error;
      }
    },

    async widen({ subjectId, by, sender, now }) {
      const update = setting(sender, now);
      const { Attributes: item = {} } = await client.send(
        new UpdateCommand({
          TableName: table,
          Key: { pk: subjectId },
          UpdateExpression: `SET ${update.sets}, #wide = :true ADD #grown :by`,
          ExpressionAttributeNames: { ...update.names, '#wide': 'wide', '#grown': 'grown' },
          ExpressionAttributeValues: { ...update.values, ':true': true, ':by': by },
          ReturnValues: 'ALL_NEW',
        }),
      );
      return headFromItem(item);
    },

    async erase(subjectId, facts) {
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: { pk: subjectId },
          UpdateExpression: 'DELETE #facts :facts',
          // Without it, erasing from a head that is not there would make one.
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeNames: { '#facts': 'facts' },
          ExpressionAttributeValues: { ':facts': new Set(facts) },
        }),
      );
    },

    async eraseWithSender(subjectId, facts, expected) {
      try {
        await client.send(
          new UpdateCommand({
            TableName: table,
            Key: { pk: subjectId },
            UpdateExpression: `REMOVE #type, #value, #country, #validity${facts.length > 0 ? ' DELETE #facts :facts' : ''}`,
            ConditionExpression: 'attribute_not_exists(#wide) AND #facts = :expected',
            ExpressionAttributeNames: { ...senderNames, '#facts': 'facts', '#wide': 'wide' },
            ExpressionAttributeValues: {
              ':expected': new Set(expected),
              ...(facts.length > 0 ? { ':facts': new Set(facts) } : {}),
            },
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) {
          return false;
        }
        throw error;
      }
    },

    async page({ after, limit }) {
      const { Items: items = [], LastEvaluatedKey: last } = await client.send(
        new ScanCommand({
          TableName: table,
          Limit: limit,
          ...(after === null ? {} : { ExclusiveStartKey: { pk: after } }),
        }),
      );
      const next = last?.['pk'];
      return { heads: items.map(headFromItem), next: typeof next === 'string' ? next : null };
    },
  };
}

const senderNames = { '#type': 'type', '#value': 'value', '#country': 'country', '#validity': 'validity' };

/** Who a subject is never changes; how valid its number looks may, with newer numbering plans. */
function setting(sender: Sender | null, now: Date) {
  const dated = {
    sets: '#updatedAt = :now',
    names: { '#updatedAt': 'updatedAt' },
    values: { ':now': now.toISOString() },
  };
  return sender === null
    ? dated
    : {
        sets: `${dated.sets}, #type = if_not_exists(#type, :type), #value = if_not_exists(#value, :value), #country = if_not_exists(#country, :country), #validity = :validity`,
        names: { ...dated.names, ...senderNames },
        values: {
          ...dated.values,
          ':type': sender.type,
          ':value': sender.value,
          ':country': sender.country,
          ':validity': sender.validity,
        },
      };
}
