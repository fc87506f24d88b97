import { describe, expect, test } from 'vitest';
import { generateHistory } from '#test/support/counting/history.ts';
import { type RaceTally, race } from '#test/support/counting/race.ts';
import { seeded } from '#test/support/seeded.ts';
import { fakeSubjectStores } from '#test/support/subject-stores-fake.ts';

const fixed = 1000;
const fresh = 300;

async function play(seed: number, histories: number): Promise<RaceTally> {
  const tally: RaceTally = { deaths: 0, refusals: 0, reads: 0, wideSubjects: 0 };
  for (let number = 0; number < histories; number += 1) {
    const random = seeded(seed + number);
    const wrong = await race(generateHistory(random, `${seed}-${number}`), fakeSubjectStores(), random, tally);
    expect(wrong, `history ${number} of seed ${seed}`).toEqual([]);
  }
  return tally;
}

describe('figures equal the truth whatever happens on the way', () => {
  test(`${fixed} histories of a fixed seed: they meet deaths, refusals, readers and overflow`, async () => {
    const tally = await play(20_191_216, fixed);
    expect(tally.deaths).toBeGreaterThan(fixed / 4);
    expect(tally.refusals).toBeGreaterThan(fixed / 4);
    expect(tally.reads).toBeGreaterThan(fixed);
    expect(tally.wideSubjects).toBeGreaterThan(fixed / 4);
  });

  test(`${fresh} histories of a fresh seed`, async () => {
    const seed = Number(process.env['RACE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
    console.log(`fresh seed ${seed}; RACE_SEED=${seed} plays it again`);
    const tally = await play(seed, fresh);
    expect(tally.reads).toBeGreaterThan(0);
  });
});
