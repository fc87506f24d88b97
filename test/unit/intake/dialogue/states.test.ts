import { describe, expect, test } from 'vitest';
import { smsWorld } from '#test/support/sms/sms-world.ts';

const [first, second] = ['You have won a prize!', 'Your parcel is held: pay at parcel.example'];
const hours = 3600_000;

describe('the states of a dialogue (table 9.2)', () => {
  test('none, a text with its sender inside: done, receipt', async () => {
    const world = smsWorld();
    const { reply, did } = await world.send(`From +1 202 555 0123: ${first}`);
    expect(did).toBe('reported');
    expect(reply?.text).toContain('saved');
    expect(reply?.text).not.toContain('SKIP');
    expect(world.told()).toEqual([['+1 202 555 0123', first]]);
  });

  test('none, a text after its sender: done, receipt', async () => {
    const world = smsWorld();
    await world.send('88022');
    const { reply } = await world.send(first);
    expect(reply?.text).not.toContain('SKIP');
    expect(world.told()).toEqual([['88022', first]]);
  });

  test('none, a text: one question, and the report stands already', async () => {
    const world = smsWorld();
    const { reply } = await world.send(first);
    expect(reply?.text).toContain('SKIP');
    expect(world.live()).toHaveLength(1);
    expect(world.live()[0]).toMatchObject({ channel: 'sms', contactProof: 'sms' });
  });

  test('waiting, its sender: done, receipt', async () => {
    const world = smsWorld();
    await world.send(first);
    expect((await world.send('88022')).reply?.text).toContain('First look');
    expect(world.told()).toEqual([['88022', first]]);
  });

  test('waiting, three days of silence: done without a word, and the next number is not its answer', async () => {
    const world = smsWorld();
    await world.send(first);
    world.pass(72 * hours);
    expect(await world.send('88022')).toMatchObject({ did: 'reported_without_text' });
    expect(world.told()).toEqual([
      [undefined, first],
      ['88022', undefined],
    ]);
  });

  test('waiting, one moment before three days are over: the answer still counts', async () => {
    const world = smsWorld();
    await world.send(first);
    world.pass(72 * hours - 1);
    expect(await world.send('88022')).toMatchObject({ did: 'answered' });
  });

  test('waiting, another text: a second report, whose question comes after the first', async () => {
    const world = smsWorld();
    await world.send(first);
    expect((await world.send(second)).reply).toBeNull();
    expect((await world.send('88022')).reply?.text).toContain('your other text');
    expect((await world.send('88033')).reply?.text).not.toContain('your other text');
    expect(world.told()).toEqual([
      ['88022', first],
      ['88033', second],
    ]);
  });

  test('waiting, another text hours later: it is asked about at once, and gets the next answer', async () => {
    const world = smsWorld();
    await world.send(first);
    world.pass(5 * hours);
    expect((await world.send(second)).reply?.text).toContain('SKIP');
    await world.send('88033');
    expect(world.told()).toEqual([
      [undefined, first],
      ['88033', second],
    ]);
    // The first question is still open.
    await world.send('88022');
    expect(world.told()[0]).toEqual(['88022', first]);
  });

  test('eleven texts whose questions nobody answered: the next answer is for the one asked about last', async () => {
    const world = smsWorld();
    for (let text = 1; text <= 11; text += 1) {
      expect((await world.send(`You have won prize ${text}`)).reply?.text).toContain('SKIP');
      world.pass(2 * hours);
    }
    await world.send('88022');
    expect(world.told().filter(([sender]) => sender !== undefined)).toEqual([['88022', 'You have won prize 11']]);
  });

  test('waiting, SKIP: the next question follows', async () => {
    const world = smsWorld();
    await world.send(first);
    await world.send(second);
    expect((await world.send('SKIP')).reply?.text).toContain('your other text');
    await world.send('88033');
    expect(world.told()).toEqual([
      [undefined, first],
      ['88033', second],
    ]);
  });

  test('waiting, a number that may not be accused: said once, the question stays open', async () => {
    const world = smsWorld();
    await world.send(first);
    expect((await world.send('911')).reply?.text).toContain('emergency');
    expect((await world.send('7726')).reply?.text).toContain('our own number');
    expect((await world.send('112')).reply).toBeNull();
    expect(await world.send('88022')).toMatchObject({ did: 'answered' });
  });

  test('any, the same message id again: unchanged, silence', async () => {
    const world = smsWorld();
    const once = { messageId: 'SM1' };
    await world.send(first, once);
    expect(await world.send(first, once)).toEqual({ did: 'repeated', reply: null, silence: null, cut: false });
    await world.send('88022', { messageId: 'SM2' });
    expect(await world.send(first, once)).toMatchObject({ did: 'repeated' });
    expect(await world.send('88022', { messageId: 'SM2' })).toMatchObject({ did: 'repeated' });
    expect(world.told()).toEqual([['88022', first]]);
  });

  test('the same id from another gateway is another message', async () => {
    const world = smsWorld();
    await world.send(first, { messageId: 'SM1' });
    await world.send(second, { messageId: 'SM1', gateway: 'infobip' });
    expect(world.live()).toHaveLength(2);
  });

  test('two people are two conversations', async () => {
    const world = smsWorld();
    await world.send(first);
    expect(await world.send('88022', { from: '+14135550143' })).toMatchObject({ did: 'reported_without_text' });
  });
});

describe('a long forward in several messages', () => {
  test.each([
    [['(1/3) one', '(2/3) two', '(3/3) three']],
    [['(3/3) three', '(1/3) one', '(2/3) two']],
    [['(2/3) two', '(3/3) three', '(1/3) one']],
  ])('%s is one report', async (pieces) => {
    const world = smsWorld();
    const outcomes = [];
    for (const piece of pieces) {
      outcomes.push(await world.send(piece));
    }
    expect(outcomes.map(({ did }) => did)).toEqual(['reported_without_sender', 'joined', 'joined']);
    expect(outcomes.filter(({ reply }) => reply !== null)).toHaveLength(1);
    expect(world.told()).toEqual([[undefined, 'one two three']]);
    await world.send('88022');
    expect(world.told()).toEqual([['88022', 'one two three']]);
  });

  test('a piece after ten minutes is a text of its own', async () => {
    const world = smsWorld();
    await world.send('(1/2) one');
    world.pass(10 * 60_000);
    await world.send('(2/2) two');
    expect(world.live()).toHaveLength(2);
  });

  test('two forwards at a time are kept apart by their numbers', async () => {
    const world = smsWorld();
    for (const piece of ['(1/2) a', '(1/2) b', '(2/2) a', '(2/2) b']) {
      await world.send(piece);
    }
    expect(world.told().map(([, text]) => text)).toEqual(['a a', 'b b']);
  });

  test('a piece that names the sender answers the question', async () => {
    const world = smsWorld();
    await world.send('(2/2) two');
    expect((await world.send('From +1 202 555 0123: (1/2) one')).reply?.text).toContain('First look');
    expect(world.told()).toEqual([['+1 202 555 0123', 'one two']]);
  });

  test('the text of a sender that came first, in pieces', async () => {
    const world = smsWorld();
    await world.send('88022');
    await world.send('(1/2) one');
    await world.send('(2/2) two');
    expect(world.told()).toEqual([['88022', 'one two']]);
  });

  test('what a report cannot hold is cut', async () => {
    const world = smsWorld();
    await world.send(`(2/2) ${'b'.repeat(1000)}`);
    await world.send(`(1/2) ${'a'.repeat(1000)}`);
    expect(world.told()[0]?.[1]).toBe(`${'a'.repeat(1000)} ${'b'.repeat(599)}`);
  });
});

describe('the report', () => {
  test.each([
    // Half past eleven in the evening in Massachusetts, half past four in London, one in the morning in India.
    ['+14135550142', '2026-11-21T04:30:00Z', '2026-11-20'],
    ['+447700900142', '2026-11-21T04:30:00Z', '2026-11-21'],
    ['+919812345678', '2026-11-21T19:30:00Z', '2026-11-22'],
  ])('of %s, received at %s, is of the day there, its time unknown: %s', async (from, receivedAt, date) => {
    const world = smsWorld();
    world.pass(4 * hours);
    await world.send(first, { from, receivedAt });
    expect(world.live()[0]?.content).toMatchObject({ localDate: date, occurred: { timeKnown: false } });
  });

  test.each(['nonsense', '2019-01-01T00:00:00Z', '2036-01-01T00:00:00Z'])(
    'a time of receipt that cannot be (%s) is ours instead',
    async (receivedAt) => {
      const world = smsWorld();
      await world.send(first, { receivedAt });
      expect(world.live()[0]?.content?.localDate).toBe('2026-11-21');
    },
  );

  test('a text of 10,000 characters is cut, never inside a character, and said to be', async () => {
    const world = smsWorld();
    const { cut } = await world.send(`${'a'.repeat(1599)}${'😀'.repeat(4200)}`);
    expect(cut).toBe(true);
    expect(world.told()[0]?.[1]).toBe('a'.repeat(1599));
  });

  test('characters that no report can hold are left out', async () => {
    const world = smsWorld();
    await world.send('You\u0000 have\u001b won \ud800 a prize\tnow\nhere');
    expect(world.told()[0]?.[1]).toBe('You have won \ufffd a prize\tnow\nhere');
    expect(await world.send('88022')).toMatchObject({ did: 'answered' });
  });

  test('a correction made meanwhile is not overwritten: the answer stands by itself', async () => {
    const world = smsWorld();
    await world.send(first);
    const [report] = world.live();
    if (report?.content == null) {
      throw new Error('no report');
    }
    const input = { ...report.content.input, sender: '88099' };
    const corrected = { ...report, revision: 2, content: { ...report.content, input } };
    await world.deps.reports.replace(corrected, new Date('2030-01-01'));
    await world.send('88022');
    expect(world.told()).toEqual([
      ['88099', first],
      ['88022', undefined],
    ]);
  });

  test('an answer to a report that was withdrawn meanwhile stands by itself', async () => {
    const world = smsWorld();
    const code = /[0-9A-Z]{16}/.exec((await world.send(first)).reply?.text ?? '')?.[0];
    await world.send(`DELETE ${code}`, { from: '+442079460123' });
    await world.send('88022');
    expect(world.told()).toEqual([['88022', undefined]]);
  });
});

test('replies are in the language of the country, until the person writes a word of another', async () => {
  const world = smsWorld();
  const german = { from: '+4915123456789' };
  expect((await world.send('HELP', german)).reply?.text).toContain('Hilfe');
  expect((await world.send('AYUDA', german)).reply?.text).toContain('Ayuda');
  expect((await world.send(first, german)).reply?.text).not.toContain('Hilfe');
});
