// A function of the local run's own test app: writes down messages and reports those that ask for it as failed.
import { appendFileSync } from 'node:fs';

export const handler = async ({ Records }) => {
  appendFileSync(
    process.env.RECORD,
    `${JSON.stringify({ kind: 'queue', bodies: Records.map(({ body }) => body), first: Records[0] })}\n`,
  );
  return {
    batchItemFailures: Records.filter(({ body }) => body.includes('fails')).map(({ messageId }) => ({
      itemIdentifier: messageId,
    })),
  };
};
