import { expect, it } from 'vitest';
import { checkNumber } from '#infra/cli/registry/check-number.ts';
import type { KeptAnswer } from '#shared/registry/questions/ports.ts';
import { importLines } from '#test/support/import-lines.ts';
import { createMemoryRegistrationStore } from '#test/support/memory-registration-store.ts';
import { createMemoryAnswers } from '#test/support/registry/memory-answer-store.ts';
import { createMemorySnapshotArchive } from '#test/support/registry/memory-snapshot-archive.ts';

const answer: KeptAnswer = {
  registry: 'sg-dnc',
  e164: '+6561234560',
  asked: [1, 2, 3],
  registered: [1],
  askedAt: '2026-11-20T12:00:00.000Z',
  readAt: '2026-11-21T12:00:00.000Z',
  reference: null,
  account: 'ACC-1',
};

it('registry check says what a report would hear: of lists, stale ones too, and of registries that were asked', async () => {
  const store = createMemoryRegistrationStore();
  await importLines({ store, archive: createMemorySnapshotArchive(), lines: ['413,5550142'], listDate: '2026-10-01' });
  const answers = createMemoryAnswers();
  await answers.keep([answer], new Date());
  const check = async (number: string, day: string, kept: typeof answers | null = answers) => {
    const out: string[] = [];
    const io = { out: (line: string) => void out.push(line), err: (line: string) => void out.push(line) };
    await checkNumber([number], { store, answers: kept, io, now: () => new Date(`${day}T12:00:00Z`) });
    return out.join('\n');
  };
  expect(await check('413 555 0142', '2026-10-15')).toMatch(
    /: registered, since .* \(us-national, list of 2026-10-01\)$/,
  );
  expect(await check('413 555 0142', '2026-11-22')).toMatch(/\(us-national, list of 2026-10-01\), too old to go by$/);
  expect(await check('416 555 0142', '2026-11-22')).toContain('no held list covers its area code');
  expect(await check('+65 6123 4560', '2026-11-22')).toBe(
    '+6561234560: registered, since 2026-11-21 at the latest (sg-dnc, its answer of 2026-11-21)',
  );
  expect(await check('+65 6123 4560', '2026-12-22')).toBe('+6561234560: unknown, no answer of sg-dnc counts');
  expect(await check('+65 6123 4560', '2026-11-22', null)).toContain('no answer of sg-dnc counts');
});
