import { expect, test } from 'vitest';
import { cachedSecret } from '#shared/storage/cached-secret.ts';

function secretAt(values: readonly (string | Error)[]) {
  let now = 0;
  let reads = 0;
  const read = async () => {
    const value = values[Math.min(reads, values.length - 1)] ?? '';
    reads += 1;
    if (value instanceof Error) {
      throw value;
    }
    return value;
  };
  return {
    secret: cachedSecret('arn', () => new Date(now), read),
    wait: (minutes: number) => {
      now += minutes * 60_000;
    },
    reads: () => reads,
  };
}

test('a secret is read once for those who ask together, and again after five minutes', async () => {
  const { secret, wait, reads } = secretAt(['old', 'new']);
  expect(await Promise.all([secret(), secret()])).toEqual(['old', 'old']);
  wait(4.9);
  expect(await secret()).toBe('old');
  expect(reads()).toBe(1);
  wait(0.2);
  expect(await secret()).toBe('new');
});

test('one that cannot be read again stays, and is tried again after half a minute', async () => {
  const { secret, wait, reads } = secretAt(['old', new Error('throttled'), 'new']);
  await secret();
  wait(6);
  expect(await secret()).toBe('old');
  expect(await secret()).toBe('old');
  expect(reads()).toBe(2);
  wait(0.6);
  expect(await secret()).toBe('new');
  expect(reads()).toBe(3);
});

test('one that could never be read is a fault', async () => {
  const { secret } = secretAt([new Error('denied'), 'value']);
  await expect(secret()).rejects.toThrow('denied');
  expect(await secret()).toBe('value');
});
