// A function of the local run's own test app: writes down every batch of a stream and fails as its records ask.
import { appendFileSync } from 'node:fs';

const failedOnce = new Set();

export const handler = async ({ Records }) => {
  const names = Records.map((record) => `${record.eventName}:${record.dynamodb.Keys.pk.S}`);
  appendFileSync(process.env.RECORD, `${JSON.stringify({ kind: process.env.KIND, names, first: Records[0] })}\n`);
  const batchItemFailures = [];
  for (const record of Records) {
    const how = record.dynamodb.NewImage?.how?.S;
    const itemIdentifier = record.dynamodb.SequenceNumber;
    if (how === `${process.env.KIND}-throws`) {
      throw new Error('a poisonous record');
    }
    if (how === `${process.env.KIND}-fails`) {
      batchItemFailures.push({ itemIdentifier });
    }
    if (how === `${process.env.KIND}-fails-once` && !failedOnce.has(itemIdentifier)) {
      failedOnce.add(itemIdentifier);
      batchItemFailures.push({ itemIdentifier });
    }
  }
  return { batchItemFailures };
};
