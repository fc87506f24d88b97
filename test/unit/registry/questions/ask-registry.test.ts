import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withKeptAnswers } from '#shared/registry/questions/answered-look-up.ts';
import { type AskDependencies, askRegistry, fetchResult } from '#shared/registry/questions/ask-registry.ts';
import { findQuestionForm, type QuestionForm } from '#shared/registry/questions/forms.ts';
import { RegistryFault } from '#shared/registry/questions/ports.ts';
import { questionsOverHttp } from '#shared/registry/questions/questions-over-http.ts';
import type { ListAnswer } from '#shared/registry/registry-facts.ts';
import { registryView } from '#shared/report/registry-view.ts';
import { reportFromItem, reportToItem } from '#shared/storage/report-item.ts';
import { createMemoryAnswers } from '#test/support/registry/memory-answer-store.ts';
import { type QuestionSimulator, startQuestionSimulator } from '#test/support/registry/question-simulator.ts';
import { buildContent, buildReport } from '#test/support/report-builder.ts';

const formOf = (id: string): QuestionForm => {
  const form = findQuestionForm(id);
  if (form === null) {
    throw new Error(`no form of ${id}`);
  }
  return form;
};
const singapore = formOf('sg-dnc');
const australia = formOf('au-dncr');
const many = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${String(index).padStart(3, '0')}`);

let inSingapore: QuestionSimulator;
let inAustralia: QuestionSimulator;
let now = new Date('2026-11-01T12:00:00Z');
let answers = createMemoryAnswers();

beforeAll(async () => {
  // Even numbers are registered against calls, and in Singapore those that end with 4 against texts too.
  const isEven = (number: string) => (Number(number) % 2 === 0 ? 'Y' : 'N');
  inSingapore = await startQuestionSimulator(singapore, (number) => [
    isEven(number),
    number.endsWith('4') ? 'Y' : 'N',
    'N',
  ]);
  inAustralia = await startQuestionSimulator(australia, (number) => [isEven(number)]);
});
afterAll(async () => {
  await Promise.all([inSingapore.stop(), inAustralia.stop()]);
});
beforeEach(() => {
  now = new Date('2026-11-01T12:00:00Z');
  answers = createMemoryAnswers();
  inSingapore.answerWith(null);
});

function dependencies(form: QuestionForm, mostAYear = form.freeAYear, token = 'of-the-simulator'): AskDependencies {
  const { url } = form === singapore ? inSingapore : inAustralia;
  return {
    form,
    questions: questionsOverHttp(form, { url, token }),
    store: answers,
    quota: answers,
    clock: () => now,
    account: 'ACC-1',
    mostAYear,
  };
}

describe('few numbers', () => {
  it('are answered at once, each with the kinds of contact it is registered against, and kept with reference and account', async () => {
    const asked = await askRegistry(['+6581234564', '+6581234562', '+6561234561'], dependencies(singapore));
    expect(asked).toMatchObject({
      kind: 'answered',
      fromCache: 0,
      answers: [
        { e164: '+6581234564', asked: [1, 2, 3], registered: [1, 2], reference: 'ref-1', account: 'ACC-1' },
        { e164: '+6581234562', registered: [1], askedAt: '2026-11-01T12:00:00.000Z' },
        { e164: '+6561234561', registered: [] },
      ],
    });
    expect(await askRegistry(['+61255501234'], dependencies(australia))).toMatchObject({
      answers: [{ e164: '+61255501234', asked: [1], registered: [1] }],
    });
    expect(inAustralia.asked).toEqual(['0255501234']);
  });

  it('are asked about once, until the answer no longer counts: 21 days in Singapore', async () => {
    const count = () => inSingapore.asked.length;
    await askRegistry(['+6591230001', '+6591230001'], dependencies(singapore));
    const before = count();
    now = new Date('2026-11-22T23:59:00Z');
    const again = await askRegistry(['+6591230001', '+6591230002'], dependencies(singapore));
    expect([again, count() - before]).toMatchObject([{ kind: 'answered', fromCache: 1 }, 1]);
    now = new Date('2026-11-23T00:00:00Z');
    await askRegistry(['+6591230001'], dependencies(singapore));
    expect(count() - before).toBe(2);
  });
});

describe('many numbers', () => {
  it.each([
    ['Singapore', singapore, '+6581230'],
    ['Australia', australia, '+61255500'],
  ])('are submitted, and answered when the registry is done (%s)', async (_, form, prefix) => {
    const numbers = many(prefix, form.mostAtOnce + 1);
    const submitted = await askRegistry(numbers, dependencies(form));
    expect(submitted).toEqual({ kind: 'submitted', job: 'job-1', submitted: form.mostAtOnce + 1, fromCache: 0 });
    expect(await fetchResult('job-1', numbers, dependencies(form))).toEqual({ kind: 'pending' });
    (form === singapore ? inSingapore : inAustralia).finishJobs();
    const result = await fetchResult('job-1', numbers, dependencies(form));
    expect(result).toMatchObject({ kind: 'answered', answers: numbers.map((e164) => ({ e164, reference: 'job-1' })) });
    expect(await askRegistry(numbers, dependencies(form))).toMatchObject({ fromCache: form.mostAtOnce + 1 });
    for (const job of ['job-9', 'x'.repeat(5000)]) {
      await expect(fetchResult(job, numbers, dependencies(form))).rejects.toThrow('was submitted');
    }
    await answers.keepBatch({ registry: form.registry, job: 'job-9', submittedAt: now.toISOString(), count: 1 }, now);
    expect(await fetchResult('job-9', many(prefix.replace(/.$/, '9'), 1), dependencies(form))).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('does not know this job'),
    });
  });
});

it('a number that was asked about by itself while a job ran does not spoil its result', async () => {
  const numbers = many('+6561230', 12);
  const [one = ''] = numbers;
  const submitted = await askRegistry(numbers, dependencies(singapore));
  await askRegistry([one], dependencies(singapore));
  inSingapore.finishJobs();
  const job = submitted.kind === 'submitted' ? submitted.job : '';
  const result = await fetchResult(job, [...numbers, one], dependencies(singapore));
  expect(result).toMatchObject({ kind: 'answered', answers: { length: 12 } });
});

describe('the result of a batch that is fetched late', () => {
  const numbers = many('+6561240', 12);
  const [first = '', second = '', third = ''] = numbers;
  const submit = async () => {
    const submitted = await askRegistry(numbers, dependencies(singapore));
    inSingapore.finishJobs();
    return submitted.kind === 'submitted' ? submitted.job : '';
  };

  it('is taken, too, where what was kept about a number counted when it was submitted and counts no more', async () => {
    await askRegistry([first], dependencies(singapore));
    now = new Date('2026-11-22T23:59:00Z');
    const job = await submit();
    now = new Date('2026-11-23T09:00:00Z');
    const result = await fetchResult(job, numbers, dependencies(singapore));
    expect(result).toMatchObject({ kind: 'answered', answers: numbers.slice(1).map((e164) => ({ e164 })) });
  });

  it('says who is not registered as of the submission, and who is by the day it was fetched', async () => {
    const job = await submit();
    now = new Date('2026-11-05T09:00:00Z');
    await fetchResult(job, numbers, dependencies(singapore));
    const lookup = withKeptAnswers({ lookUp: async () => [] }, { store: answers, clock: () => now });
    expect(await lookup.lookUp({ e164: second, country: 'SG' })).toMatchObject([
      { registered: false, asOf: '2026-11-01' },
    ]);
    expect(await lookup.lookUp({ e164: third, country: 'SG' })).toMatchObject([
      { registered: true, noLaterThan: '2026-11-05', asOf: '2026-11-05' },
    ]);
    now = new Date('2026-11-23T09:00:00Z');
    expect(await lookup.lookUp({ e164: third, country: 'SG' })).toEqual([]);
  });

  it('does not replace what was asked after it was submitted', async () => {
    const job = await submit();
    now = new Date('2026-11-03T12:00:00Z');
    await askRegistry([second], dependencies(singapore));
    await fetchResult(job, numbers, dependencies(singapore));
    expect(await answers.answers('sg-dnc', [second, third])).toMatchObject([
      { askedAt: '2026-11-03T12:00:00.000Z' },
      { askedAt: '2026-11-01T12:00:00.000Z', readAt: '2026-11-03T12:00:00.000Z' },
    ]);
  });

  it('is a fault where numbers are missing, and nothing is kept', async () => {
    const job = await submit();
    inSingapore.answerWith({ status: 200, body: `${first.slice(3)},N,N,N` });
    await expect(fetchResult(job, numbers, dependencies(singapore))).rejects.toThrow('1 of 12 numbers were answered');
    expect(await answers.answers('sg-dnc', [first])).toEqual([null]);
  });
});

describe('a quota', () => {
  it('is never passed, and begins again with the year', async () => {
    const three = dependencies(singapore, 3);
    expect(await askRegistry(['+6591231001', '+6591231002'], three)).toMatchObject({ kind: 'answered' });
    const before = inSingapore.asked.length;
    expect(await askRegistry(['+6591231003', '+6591231004'], three)).toEqual({
      kind: 'quota_spent',
      needed: 2,
      most: 3,
      period: 'year',
    });
    expect(await askRegistry(['+6591231001', '+6591231003'], three)).toMatchObject({ kind: 'answered', fromCache: 1 });
    expect(inSingapore.asked.length - before).toBe(1);
    now = new Date('2027-01-01T00:00:00Z');
    expect(await askRegistry(['+6591231005', '+6591231006'], three)).toMatchObject({ kind: 'answered' });
  });
});

it('a limit a day is kept too, and begins again at midnight', async () => {
  const two = { ...dependencies(singapore), mostADay: 2 };
  expect(await askRegistry(['+6591232001'], dependencies(singapore))).toMatchObject({ kind: 'answered' });
  expect(await askRegistry(['+6591232002'], two)).toMatchObject({ kind: 'answered' });
  const before = inSingapore.asked.length;
  expect(await askRegistry(['+6591232003'], two)).toEqual({ kind: 'quota_spent', needed: 1, most: 2, period: 'day' });
  expect(await askRegistry(['+6591232002'], two)).toMatchObject({ kind: 'answered', fromCache: 1 });
  expect(inSingapore.asked.length).toBe(before);
  now = new Date('2026-11-02T00:00:00Z');
  expect(await askRegistry(['+6591232003'], two)).toMatchObject({ kind: 'answered', fromCache: 0 });
});

it.each([
  ['Singapore', singapore, '+6591233001', '2026-11-23T00:00:00.000Z'],
  ['Australia', australia, '+61255501299', '2026-12-02T00:00:00.000Z'],
])('an answer is forgotten when it no longer counts (%s)', async (_, form, number, until) => {
  const kept: string[] = [];
  const keep = async (_answers: unknown, each: Date) => void kept.push(each.toISOString());
  await askRegistry([number], { ...dependencies(form), store: { ...answers, keep } });
  expect(kept).toEqual([until]);
});

describe('an answer that does not fit', () => {
  it.each([
    ['another number', 200, '81239999,Y,N,N', /not asked/],
    ['the same twice', 200, '81230001,Y,N,N\n81230001,N,N,N', /or twice/],
    ['a number less', 200, 'number,voice,text,fax\n81230001,Y,N,N', /1 of 2 numbers were answered/],
    ['another mark', 200, '81230001,1,0,0\n81230002,1,0,0', /line 1 is no number with 3 times/],
    ['a page', 200, '<html>81230001</html>', /not asked/],
    ['an error', 500, '', /answered 500/],
  ])('is a fault, without a number in it, and nothing is kept: %s', async (_, status, body, message) => {
    inSingapore.answerWith({ status, body });
    const fault = await askRegistry(['+6581230001', '+6581230002'], dependencies(singapore)).catch((error) => error);
    expect(fault).toBeInstanceOf(RegistryFault);
    expect(fault.message).toMatch(message);
    expect(fault.message).not.toMatch(/8123/);
    expect(await answers.answers('sg-dnc', ['+6581230001'])).toEqual([null]);
  });

  it.each([
    [401, /account/],
    [429, /no questions left/],
    [422, /does not take/],
  ])('is told to the operator where asking again would not help: %i', async (status, message) => {
    inSingapore.answerWith({ status, body: '' });
    expect(await askRegistry(['+6581230001'], dependencies(singapore))).toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(message),
    });
  });

  it('also where nobody answers', async () => {
    const questions = questionsOverHttp(singapore, { url: 'http://127.0.0.1:1', token: null });
    await expect(questions.ask(['+6581230001'])).rejects.toThrow(/cannot be reached/);
  });
});

describe('the look-up of a report', () => {
  const lists: ListAnswer[] = [];
  const lookup = () => withKeptAnswers({ lookUp: async () => lists }, { store: answers, clock: () => now });
  const line = { e164: '+6581234562', country: 'SG' };

  it('takes a kept answer as one by query, registered no later than the day of the answer', async () => {
    expect(await lookup().lookUp(line)).toEqual([]);
    await askRegistry([line.e164], dependencies(singapore));
    const [call, text] = [await lookup().lookUp(line), await lookup().lookUp({ ...line, contact: 'text' })];
    expect(call).toMatchObject([
      {
        registry: 'sg-dnc',
        registered: true,
        since: null,
        noLaterThan: '2026-11-01',
        asOf: '2026-11-01',
        source: 'query',
      },
    ]);
    expect(text).toMatchObject([{ registered: false, noLaterThan: null, kinds: [{ kind: 1 }] }]);
    expect(registryView({ lists: call, statement: null })).toEqual({
      status: 'registered',
      registry: 'sg-dnc',
      since: null,
      source: 'query',
      asOf: '2026-11-01',
    });
    const report = buildReport({ content: buildContent({ registry: { lists: call, statement: null } }) });
    const stored = reportFromItem(reportToItem(report, new Date('2027-11-01')));
    expect(stored.content?.registry.lists).toMatchObject([{ registry: 'sg-dnc', source: 'query' }]);
    now = new Date('2026-11-23T12:00:00Z');
    expect(await lookup().lookUp(line)).toEqual([]);
  });

  it('says nothing about texts where the register is about calls only, and reads nothing for other countries', async () => {
    await askRegistry(['+61255501234'], dependencies(australia));
    const australian = { e164: '+61255501234', country: 'AU' };
    expect(await lookup().lookUp(australian)).toMatchObject([{ registered: true }]);
    expect(await lookup().lookUp({ ...australian, contact: 'text' })).toEqual([]);
    const reading = withKeptAnswers(
      { lookUp: async () => [] },
      {
        store: {
          answers: async () => {
            throw new Error('read');
          },
        },
        clock: () => now,
      },
    );
    expect(await reading.lookUp({ e164: '+14135550142', country: 'US' })).toEqual([]);
  });
});
