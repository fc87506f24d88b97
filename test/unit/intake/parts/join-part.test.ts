import { describe, expect, test } from 'vitest';
import type { InboundSms } from '#shared/intake/gateways/inbound-sms.ts';
import { flushParts } from '#shared/intake/parts/flush-parts.ts';
import { finishParts, joinPart } from '#shared/intake/parts/join-part.ts';
import { readMessage } from '#shared/intake/reading/read-message.ts';
import { aPart, partHash } from '#test/support/sms/long-text.ts';
import { memoryParts } from '#test/support/sms/memory-parts.ts';

const minutes = (count: number) => count * 60_000;

/** One deployment: parts go in, messages come out. */
function world() {
  const { parts, due, kept } = memoryParts();
  let now = new Date('2026-11-20T09:00:00Z');
  const deps = { parts, due, hash: partHash, clock: () => now };
  const received: InboundSms[] = [];
  let broken = false;
  return {
    deps,
    kept,
    received,
    pass: (milliseconds: number) => {
      now = new Date(now.getTime() + milliseconds);
    },
    breakReceiving: (is: boolean) => {
      broken = is;
    },
    /** Delivers one part, and receives what it completes. Answers what happened. */
    async take(message: InboundSms) {
      const outcome = await joinPart(message, deps);
      if (outcome.kind === 'joined') {
        received.push(outcome.message);
        await finishParts(outcome.set, deps);
      }
      return outcome.kind;
    },
    flush: () =>
      flushParts(
        {
          ...deps,
          receive: async (message) => {
            if (broken) {
              throw new Error('not now');
            }
            received.push(message);
          },
          onFailure: () => {},
        },
        100,
      ),
    texts: () => received.map(({ text }) => text),
  };
}

describe('parts of a long text', () => {
  test('a text in one piece is left as it is', async () => {
    const { deps } = world();
    const whole = aPart(1, 1, { part: null });
    expect(await joinPart(whole, deps)).toEqual({ kind: 'whole', message: whole });
    expect(await joinPart(aPart(1, 1), deps)).toEqual({ kind: 'whole', message: whole });
  });

  test('the last part brings the message, in whatever order they come', async () => {
    const { deps } = world();
    expect(await joinPart(aPart(3, 3), deps)).toEqual({ kind: 'waiting', missing: 2 });
    expect(await joinPart(aPart(1, 3, { media: 1 }), deps)).toEqual({ kind: 'waiting', missing: 1 });
    expect(await joinPart(aPart(2, 3), deps)).toMatchObject({
      kind: 'joined',
      message: {
        gateway: 'vonage',
        from: '447700900123',
        to: '447700900000',
        text: 'part 1 part 2 part 3 ',
        receivedAt: '2026-11-20T09:00:01Z',
        media: 1,
        part: null,
        partial: false,
      },
    });
  });

  test('the message id depends on the parts alone', async () => {
    const idOf = async (order: readonly number[]) => {
      const { take, received } = world();
      for (const number of order) {
        await take(aPart(number, 3));
      }
      return received[0]?.messageId;
    };
    expect(await idOf([1, 2, 3])).toMatch(/^joined-[0-9a-f]{32}$/);
    expect(await idOf([1, 2, 3])).toBe(await idOf([3, 1, 2]));
  });

  test.each([
    [{ reference: '55' }],
    [{ from: '447700900124' }],
    [{ to: '447700900001' }],
    [{ gateway: 'generic' as const }],
  ])('with another %o it belongs to another text', async (changes) => {
    const { take } = world();
    await take(aPart(1, 2));
    expect(await take(aPart(2, 2, changes))).toBe('waiting');
    expect(await take(aPart(2, 2))).toBe('joined');
  });

  test('another total is another text', async () => {
    const { take, texts } = world();
    await take(aPart(1, 2));
    expect(await take(aPart(2, 3))).toBe('waiting');
    await take(aPart(2, 2));
    expect(texts()).toEqual(['part 1 part 2 ']);
  });

  test('a character torn apart between two parts is whole again', async () => {
    const { take, texts } = world();
    await take(aPart(2, 2, { text: '\uDC4B there' }));
    await take(aPart(1, 2, { text: 'hi \uD83D' }));
    expect(texts()).toEqual(['hi 👋 there']);
  });

  test('keys hold no number, and nothing does once the text is received', async () => {
    const { take, kept } = world();
    await take(aPart(1, 2));
    expect([...kept.keys()].join()).not.toMatch(/4477/);
    await take(aPart(2, 2));
    expect(JSON.stringify([...kept.values()].map((each) => ({ ...each, texts: [] })))).not.toMatch(/4477|part/);
  });

  test.each([
    [0, 2, 'part_number'],
    [3, 2, 'part_number'],
    [-1, 2, 'part_number'],
    [1.5, 2, 'part_number'],
    [Number.NaN, 2, 'part_number'],
    [1, 0, 'part_total'],
    [1, 256, 'part_total'],
    [1, Number.NaN, 'part_total'],
  ])('part %s of %s is refused', async (number, total, why) => {
    const { deps, kept } = world();
    expect(await joinPart(aPart(number, total), deps)).toEqual({ kind: 'refused', why });
    expect(kept.size).toBe(0);
  });

  test('fields of any length are refused, texts cut', async () => {
    const { deps, take, texts } = world();
    const long = 'a'.repeat(10_000);
    expect(await joinPart(aPart(1, 2, { reference: long }), deps)).toEqual({ kind: 'refused', why: 'part_field' });
    expect(await joinPart(aPart(1, 2, { from: long }), deps)).toEqual({ kind: 'refused', why: 'part_field' });
    await take(aPart(1, 2, { text: long }));
    await take(aPart(2, 2));
    expect(texts()).toEqual([`${'a'.repeat(200)}part 2 `]);
  });
});

describe('parts that come again or contradict each other', () => {
  test('a part delivered twice changes nothing, before and after the text is whole', async () => {
    const { take, received, pass } = world();
    await take(aPart(1, 2));
    expect(await take(aPart(1, 2))).toBe('duplicate');
    expect(await take(aPart(1, 2, { messageId: 'another id, same text' }))).toBe('duplicate');
    await take(aPart(2, 2));
    expect(await take(aPart(1, 2))).toBe('duplicate');
    expect(await take(aPart(2, 2, { messageId: 'yet another id' }))).toBe('duplicate');
    pass(minutes(60 * 24 * 30));
    expect(await take(aPart(1, 2))).toBe('duplicate');
    expect(received).toHaveLength(1);
  });

  test('of two texts under the number of a part the first stays', async () => {
    const { take, texts, flush, pass } = world();
    await take(aPart(1, 2));
    expect(await take(aPart(1, 2, { messageId: 'other', text: 'other' }))).toBe('contradiction');
    await take(aPart(2, 2));
    pass(minutes(61));
    expect(await flush()).toMatchObject({ joined: 0, partial: 0 });
    expect(texts()).toEqual(['part 1 part 2 ']);
  });

  test('another text under the number of a whole one is the next under the same reference', async () => {
    const { take, texts } = world();
    await take(aPart(1, 2));
    await take(aPart(2, 2));
    expect(await take(aPart(1, 2, { messageId: 'next 1', text: 'next ' }))).toBe('waiting');
    expect(await take(aPart(2, 2, { messageId: 'next 2', text: 'one' }))).toBe('joined');
    expect(texts()).toEqual(['part 1 part 2 ', 'next one']);
  });

  test('a process that dies before the text is received leaves it to the next delivery', async () => {
    const { deps, take, received } = world();
    await joinPart(aPart(1, 2), deps);
    expect((await joinPart(aPart(2, 2), deps)).kind).toBe('joined');
    expect(await take(aPart(2, 2))).toBe('joined');
    expect(await take(aPart(2, 2))).toBe('duplicate');
    expect(received).toHaveLength(1);
  });
});

describe('parts whose time runs out', () => {
  test('what came is received after the hour, and what is missing is shown', async () => {
    const { take, flush, pass, received } = world();
    await take(aPart(2, 5));
    await take(aPart(5, 5));
    pass(minutes(59));
    expect(await flush()).toEqual({ joined: 0, partial: 0, failed: 0, more: false });
    pass(minutes(2));
    expect(await flush()).toEqual({ joined: 0, partial: 1, failed: 0, more: false });
    expect(await flush()).toEqual({ joined: 0, partial: 0, failed: 0, more: false });
    expect(received).toMatchObject([
      { text: '[part missing] part 2  [part missing] part 5', partial: true, part: null },
    ]);
  });

  test.each(['STOP', 'delete ', '+12025550143'])(
    'the beginning %s of a torn text is not read as all of it',
    async (text) => {
      const { take, flush, pass, texts } = world();
      await take(aPart(1, 2, { text }));
      pass(minutes(61));
      await flush();
      expect(texts()).toHaveLength(1);
      expect(readMessage(texts()[0] ?? '', { country: 'US', ownNumbers: [] }).kind).toBe('text');
    },
  );

  test('a text that is whole but was not received is', async () => {
    const { deps, flush, pass, received } = world();
    await joinPart(aPart(1, 2), deps);
    await joinPart(aPart(2, 2), deps);
    pass(minutes(61));
    expect(await flush()).toMatchObject({ joined: 1, partial: 0 });
    expect(received).toMatchObject([{ text: 'part 1 part 2 ', partial: false }]);
  });

  test('after the hour the reference means another text, whether or not the first was flushed', async () => {
    for (const flushed of [true, false]) {
      const { take, flush, pass, received } = world();
      await take(aPart(1, 2));
      pass(minutes(60));
      if (flushed) {
        await flush();
      }
      pass(minutes(1));
      expect(await take(aPart(1, 2))).toBe('duplicate');
      expect(await take(aPart(2, 2, { messageId: 'next 2', text: 'one' }))).toBe('waiting');
      expect(await take(aPart(1, 2, { messageId: 'next 1', text: 'next ' }))).toBe('joined');
      pass(minutes(90));
      await flush();
      expect(new Set(received.map(({ text }) => text))).toEqual(new Set(['part 1  [part missing]', 'next one']));
      expect(received).toHaveLength(2);
    }
  });

  test('one that fails comes up again, with the same message id, and holds up no other', async () => {
    const { take, flush, pass, received, breakReceiving } = world();
    await take(aPart(1, 2));
    pass(minutes(61));
    breakReceiving(true);
    expect(await flush()).toMatchObject({ failed: 1 });
    breakReceiving(false);
    expect(await flush()).toMatchObject({ failed: 0, partial: 0 });
    // A part that comes meanwhile does not change what is received.
    await take(aPart(2, 2));
    pass(minutes(5));
    expect(await flush()).toMatchObject({ partial: 1 });
    expect(received).toMatchObject([{ text: 'part 1  [part missing]' }]);
  });

  test('a run stops after its limit, and the next goes on', async () => {
    const { deps, take, pass, received } = world();
    for (const reference of ['1', '2', '3']) {
      await take(aPart(1, 2, { reference }));
    }
    pass(minutes(61));
    const receive = async (message: InboundSms) => {
      received.push(message);
    };
    const run = { ...deps, receive, onFailure: () => {} };
    expect(await flushParts(run, 1)).toMatchObject({ partial: 3, more: true });
    expect(await flushParts(run, 1)).toMatchObject({ partial: 0, more: false });
  });
});
