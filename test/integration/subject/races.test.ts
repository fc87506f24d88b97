import { expect, test } from 'vitest';
import { documentClient } from '#shared/storage/document-client.ts';
import { createSubjectStores } from '#shared/storage/subject-stores.ts';
import { generateHistory } from '#test/support/counting/history.ts';
import { type RaceTally, race } from '#test/support/counting/race.ts';
import { seeded } from '#test/support/seeded.ts';
import { createTables, engineClient } from '#test/support/tables.ts';

const histories = 50;

test(`on the real engine, ${histories} histories end with the truth`, async () => {
  const client = engineClient();
  const tables = await createTables(client, 'Subjects', 'Facts');
  const stores = createSubjectStores(documentClient(client), { subjects: tables.Subjects, facts: tables.Facts });
  const seed = Number(process.env['RACE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  console.log(`seed ${seed}; RACE_SEED=${seed} makes the same histories again`);
  const tally: RaceTally = { deaths: 0, refusals: 0, reads: 0, wideSubjects: 0 };
  for (let number = 0; number < histories; number += 1) {
    const random = seeded(seed + number);
    const wrong = await race(generateHistory(random, `${seed}-${number}`), stores, random, tally);
    expect(wrong, `history ${number} of seed ${seed}`).toEqual([]);
  }
  expect(tally.deaths + tally.refusals).toBeGreaterThan(histories / 4);
  expect(tally.wideSubjects).toBeGreaterThan(histories / 4);
});
