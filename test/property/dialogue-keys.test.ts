import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gatewayNames } from '#shared/intake/gateways/inbound-sms.ts';
import { conversationKey, replyCounterKey, takenMessageKey } from '#shared/storage/keys.ts';

const id = fc.stringMatching(/^[!-~]{1,200}$/);
const gateway = fc.constantFrom(...gatewayNames);
const key = fc.oneof(
  fc.tuple(gateway, id).map(([name, message]) => takenMessageKey(`${name}/${message}`)),
  fc.stringMatching(/^[0-9a-f]{32}$/).map(conversationKey),
  fc.tuple(fc.constantFrom('2026-11-21', '2026-11-22'), fc.nat(63)).map(([day, shard]) => replyCounterKey(day, shard)),
);

test('messages of any gateway and id, conversations and counters never share a key, and keys fit the engine', () => {
  fc.assert(
    fc.property(gateway, gateway, id, id, key, (one, other, a, b, another) => {
      const [first, second] = [takenMessageKey(`${one}/${a}`), takenMessageKey(`${other}/${b}`)];
      expect(first === second).toBe(one === other && a === b);
      expect(another.startsWith('message#') || another !== first).toBe(true);
      expect(Buffer.byteLength(first)).toBeLessThanOrEqual(2048);
    }),
  );
});

test('each counter of each day has a key of its own', () => {
  const keys = ['2026-11-21', '2026-11-22'].flatMap((day) =>
    Array.from({ length: 64 }, (_, shard) => replyCounterKey(day, shard)),
  );
  expect(new Set(keys).size).toBe(keys.length);
});
