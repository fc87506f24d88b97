import { describe, expect, test } from 'vitest';
import { person, type SmsWorld, smsWorld } from '#test/support/sms/sms-world.ts';

const spam = 'You have won a prize! Claim it at http://prize.example now';

/** The receipt in a reply. */
function receiptIn(text: string | undefined): string {
  return /[0-9A-HJKMNP-TV-Z]{16}/.exec(text ?? '')?.[0] ?? 'none';
}

async function waitingDraft(world: SmsWorld): Promise<string> {
  return receiptIn((await world.send(spam)).reply?.text);
}

describe('an incoming message, first match wins (table 9.1)', () => {
  test.each(['STOP', 'stop', ' "Stop." ', 'UNSUBSCRIBE', 'ARRET', 'СТОП'])('1: %s opts out', async (word) => {
    const world = smsWorld();
    expect(await world.send(word)).toMatchObject({ did: 'opted_out', silence: null });
    expect(world.live()).toEqual([]);
  });

  test.each(['HELP', 'help?', 'START'])('1: %s is answered', async (word) => {
    const { reply } = await smsWorld().send(word);
    expect(reply?.text).toContain('Ringfence');
  });

  test('1: a word that only begins a message is a report', async () => {
    const world = smsWorld();
    expect(await world.send('STOP paying too much, click http://save.example')).toMatchObject({
      did: 'reported_without_sender',
    });
    expect((await world.send('Free prizes for all')).silence).toBe('question_queued');
  });

  test('2: STATUS with a code tells of that report, from any telephone', async () => {
    const world = smsWorld();
    const code = await waitingDraft(world);
    const asked = await world.send(`STATUS ${code.toLowerCase()}`, { from: '+442079460123' });
    expect(asked).toMatchObject({ did: 'status_asked', reply: { to: '+442079460123' } });
    expect(asked.reply?.text).toContain(code);
  });

  test('2: STATUS alone tells of the latest report', async () => {
    const world = smsWorld();
    await waitingDraft(world);
    await world.send('88022');
    const latest = receiptIn((await world.send('CALL 202 555 0171')).reply?.text);
    expect((await world.send('STATUS')).reply?.text).toContain(latest);
  });

  test('2: an unknown code, no code and no report at all get the same words', async () => {
    const world = smsWorld();
    const words = [
      (await world.send('STATUS')).reply?.text,
      (await world.send('STATUS 0000000000000000')).reply?.text,
      (await world.send('DELETE 0000000000000000')).reply?.text,
      (await world.send('DELETE')).reply?.text,
    ];
    expect(new Set(words).size).toBe(1);
    expect(words[0]).toContain('no such report');
  });

  test('3: DELETE withdraws the waiting draft', async () => {
    const world = smsWorld();
    const code = await waitingDraft(world);
    expect((await world.send('DELETE')).reply?.text).toContain(code);
    expect(world.live()).toEqual([]);
  });

  test('3: DELETE with a code withdraws that report, again and again the same', async () => {
    const world = smsWorld();
    const code = await waitingDraft(world);
    for (const from of ['+442079460123', person]) {
      expect((await world.send(`DELETE ${code}`, { from })).reply?.text).toContain(code);
      expect(world.live()).toEqual([]);
    }
  });

  test('3: without a waiting draft DELETE means the latest report, for three days', async () => {
    const world = smsWorld();
    await world.send('CALL 202 555 0171');
    world.pass(3 * 24 * 3600_000);
    expect(await world.send('DELETE')).toMatchObject({ did: 'deleted_nothing' });
    expect(world.live()).toHaveLength(1);
    await world.send('CALL 202 555 0172');
    world.pass(3 * 24 * 3600_000 - 1);
    expect(await world.send('DELETE')).toMatchObject({ did: 'deleted' });
    expect(world.told()).toEqual([['202 555 0171', undefined]]);
  });

  test('4: SKIP closes the question and keeps the report', async () => {
    const world = smsWorld();
    const code = await waitingDraft(world);
    expect((await world.send('SKIP')).reply?.text).toContain(code);
    expect(world.told()).toEqual([[undefined, spam]]);
    expect(await world.send('88022')).toMatchObject({ did: 'reported_without_text' });
  });

  test('4: SKIP without a question is met with silence', async () => {
    const world = smsWorld();
    expect(await world.send('SKIP')).toEqual({
      did: 'skipped_nothing',
      reply: null,
      silence: 'nothing_to_say',
      cut: false,
    });
  });

  test.each([
    ['CALL (202) 555-0171', person, '(202) 555-0171'],
    ['spam vocal 01 99 00 12 34', '+33639980142', '01 99 00 12 34'],
  ])('5: %s reports a call', async (text, from, sender) => {
    const world = smsWorld();
    expect(await world.send(text, { from })).toMatchObject({ did: 'reported', silence: null });
    expect(world.live()[0]?.content?.input).toMatchObject({ kind: 'call', sender });
  });

  test('6: the form of India is a complete report, on the day that it tells', async () => {
    const world = smsWorld();
    await world.send('Loan approved, pay 1,000 at loan.example, 9876543210, 20/11/26', { from: '+919812345678' });
    expect(world.live()[0]?.content).toMatchObject({
      input: { kind: 'text', text: 'Loan approved, pay 1,000 at loan.example', sender: '9876543210' },
      localDate: '2026-11-20',
    });
  });

  test('7: a number answers the question that waits', async () => {
    const world = smsWorld();
    const code = await waitingDraft(world);
    const answered = await world.send('(202) 555-0123');
    expect(answered).toMatchObject({ did: 'answered' });
    expect(receiptIn(answered.reply?.text)).toBe(code);
    expect(world.told()).toEqual([['(202) 555-0123', spam]]);
  });

  test('7: a bare name is an answer where a question waits, and a text where none does', async () => {
    const world = smsWorld();
    await waitingDraft(world);
    expect(await world.send('Amazon')).toMatchObject({ did: 'answered' });
    expect(world.told()).toEqual([['Amazon', spam]]);
    expect(await world.send('Amazon')).toMatchObject({ did: 'reported_without_sender' });
  });

  test('8: a number that nothing waits for is kept, and its text completes it', async () => {
    const world = smsWorld();
    const first = await world.send('(202) 555-0123');
    expect(first).toMatchObject({ did: 'reported_without_text' });
    const paired = await world.send(spam);
    expect(paired).toMatchObject({ did: 'paired' });
    expect(receiptIn(paired.reply?.text)).toBe(receiptIn(first.reply?.text));
    expect(world.told()).toEqual([['(202) 555-0123', spam]]);
  });

  test('8: ... within ten minutes, and a text that names its sender needs none', async () => {
    const world = smsWorld();
    await world.send('(202) 555-0123');
    await world.send(`From +1 202 555 0199: ${spam}`);
    world.pass(10 * 60_000);
    await world.send('Another text');
    expect(world.told()).toEqual([
      ['(202) 555-0123', undefined],
      ['+1 202 555 0199', spam],
      [undefined, 'Another text'],
    ]);
  });

  test('9: anything else is a forwarded text, even while another waits', async () => {
    const world = smsWorld();
    await waitingDraft(world);
    expect(await world.send('Your parcel is held')).toMatchObject({ did: 'reported_without_sender' });
    expect(world.live()).toHaveLength(2);
  });

  test('a picture without a text is answered once a day, a reaction never', async () => {
    const world = smsWorld();
    expect((await world.send('👍')).silence).toBe('nothing_to_say');
    expect((await world.send('', { media: 1 })).reply?.text).toContain('no pictures');
    expect((await world.send('', { media: 2 })).reply).toBeNull();
    world.pass(24 * 3600_000);
    expect((await world.send('👍', { media: 1 })).reply?.text).toContain('no pictures');
    expect(world.live()).toEqual([]);
  });
});
