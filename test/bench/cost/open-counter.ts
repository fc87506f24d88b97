import type { _Record } from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { createHandler } from '#functions/count-facts/handler.ts';
import { silentLog } from '#shared/runtime/log.ts';
import { createSubjectStores } from '#shared/storage/subject-stores.ts';
import type { World } from './open-world.ts';

/** What a batch's reports take to come in, at fifty a second: the counting keeps figures by the clock. */
const batchSeconds = 2;

/** The function that counts, fed by hand with batches of the stream. Throws when it gives a record back. */
export function openCounter(world: World): (records: readonly _Record[]) => Promise<void> {
  let now = Date.UTC(2026, 10, 21);
  const handler = createHandler({
    ...createSubjectStores(world.documents, { subjects: world.env.SUBJECTS_TABLE, facts: world.env.FACTS_TABLE }),
    clock: () => new Date(now),
    log: silentLog,
  });
  return async (records) => {
    now += batchSeconds * 1000;
    const { batchItemFailures } = await handler(eventOf(records));
    if (batchItemFailures.length > 0) {
      throw new Error(`${batchItemFailures.length} reports were not counted`);
    }
  };
}

/** As Lambda hands it over: through JSON. */
export function eventOf(records: readonly _Record[]): DynamoDBStreamEvent {
  return JSON.parse(JSON.stringify({ Records: records }));
}
