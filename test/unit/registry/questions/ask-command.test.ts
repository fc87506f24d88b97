import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask } from '#infra/cli/registry/ask/ask.ts';
import { questionForms } from '#shared/registry/questions/forms.ts';
import { temporaryFolder } from '#test/support/flat-list-files.ts';
import { createMemoryAnswers } from '#test/support/registry/memory-answer-store.ts';
import { type QuestionSimulator, startQuestionSimulator } from '#test/support/registry/question-simulator.ts';

const singapore = questionForms.filter(({ registry }) => registry === 'sg-dnc');
const answers = createMemoryAnswers();
const folder = temporaryFolder();
let simulator: QuestionSimulator;

beforeAll(async () => {
  for (const form of singapore) {
    simulator = await startQuestionSimulator(form, (number) =>
      number.endsWith('1') ? ['Y', 'Y', 'N'] : ['N', 'N', 'N'],
    );
  }
});
afterAll(async () => {
  folder.remove();
  await simulator.stop();
});

async function run(...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const status = await ask(args, {
    answers,
    quota: answers,
    io: { out: (line) => void out.push(line), err: (line) => void err.push(line) },
    now: () => new Date('2026-11-22T12:00:00Z'),
  });
  return { status, out, err: err.join('\n') };
}

const place = () => [
  '--url',
  simulator.url,
  '--account',
  'ACC-1',
  '--token-file',
  folder.write('token', 'of-the-simulator\n'),
];

it('few numbers are answered by row, and it is said what is assumed', async () => {
  expect(await run('sg-dnc', '+65 6123 4561', '61234562', '12', ...place())).toEqual({
    status: 0,
    out: ['row,status,registered_against,as_of', '1,registered,voice text,2026-11-22', '2,not_registered,,2026-11-22'],
    err: expect.stringMatching(/Note: .*not published.*\nline 3 is left out/s),
  });
});

it('a file is submitted, and answered by its job', async () => {
  const numbers = Array.from({ length: 12 }, (_, index) => `812345${10 + index}`);
  const file = folder.write('numbers.csv', `phone\n${numbers.join('\n')}\n`);
  expect(await run('sg-dnc', '--file', file, ...place())).toMatchObject({
    status: 0,
    out: ['12 numbers were submitted. For their answers add --job job-1'],
  });
  expect(await run('sg-dnc', '--file', file, '--job', 'job-1', ...place())).toMatchObject({ status: 3, out: [] });
  simulator.finishJobs();
  const { status, out } = await run('sg-dnc', '--file', file, '--job', 'job-1', ...place());
  expect([status, out.length, out[1], out[3]]).toEqual([
    0,
    13,
    '2,not_registered,,2026-11-22',
    '4,not_registered,,2026-11-22',
  ]);
});

it('says what keeps it from asking', async () => {
  expect((await run('sg-dnc', '81239998', '--most-a-year', '0', ...place())).err).toContain('Nothing was asked: 1 ');
  const daily = await run('sg-dnc', '81239998', '--most-a-day', '0', ...place());
  expect(daily.err).toContain('left of 0 a day (--most-a-day)');
  expect(await run('us-national', '4135550142', ...place())).toMatchObject({ status: 1 });
  expect(await run('sg-dnc', '4135550142', ...place())).toMatchObject({
    status: 1,
    err: expect.stringContaining('No number is left'),
  });
  for (const args of [
    ['sg-dnc', ...place()],
    ['sg-dnc', '81234567'],
    ['sg-dnc', '81234567', '--account', 'A', '--url', 'http://registry.example'],
    ['sg-dnc', '81234567', '--file', 'f', ...place()],
  ]) {
    expect(await run(...args)).toMatchObject({ status: 2, err: expect.stringMatching(/^usage/) });
  }
});
