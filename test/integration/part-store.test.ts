import { describe, expect, test } from 'vitest';
import type { InboundSms } from '#shared/intake/gateways/inbound-sms.ts';
import { flushParts } from '#shared/intake/parts/flush-parts.ts';
import { finishParts, joinPart, type PartOutcome } from '#shared/intake/parts/join-part.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { createDueParts } from '#shared/storage/due-parts.ts';
import { createPartStore } from '#shared/storage/part-store.ts';
import { meterCapacity } from '#test/support/capacity-meter.ts';
import { aPart, partHash } from '#test/support/sms/long-text.ts';
import { memoryParts } from '#test/support/sms/memory-parts.ts';
import { partStoreContract } from '#test/support/sms/part-store-contract.ts';
import { createTables, engineClient } from '#test/support/tables.ts';

async function inDynamoDb() {
  const client = engineClient();
  const { Conversations } = await createTables(client, 'Conversations');
  const meter = meterCapacity(client);
  const documents = documentClient(client);
  return {
    parts: createPartStore(documents, Conversations),
    due: createDueParts(documents, Conversations),
    meter,
  };
}

// The same expectations over both, so that the fake cannot lie.
partStoreContract('parts in the fake', async () => memoryParts());
partStoreContract('parts in DynamoDB', inDynamoDb);

describe('parts in DynamoDB', () => {
  const start = new Date('2026-11-20T09:00:00Z');
  const open = async () => {
    const { parts, due, meter } = await inDynamoDb();
    let now = start;
    const deps = { parts, due, hash: partHash, clock: () => now };
    return {
      meter,
      deps,
      pass: (milliseconds: number) => {
        now = new Date(now.getTime() + milliseconds);
      },
    };
  };
  const joined = (outcomes: readonly PartOutcome[]) => outcomes.filter((outcome) => outcome.kind === 'joined');

  test('four parts, each delivered fifty times at once, make one message', async () => {
    const { deps } = await open();
    const deliveries = Array.from({ length: 200 }, (_, index) => aPart((index % 4) + 1, 4));
    const outcomes = await Promise.all(deliveries.map((message) => joinPart(message, deps)));
    const messages = joined(outcomes).map(({ message }) => message);
    expect(messages.length).toBeGreaterThan(0);
    expect(new Set(messages.map(({ messageId }) => messageId)).size).toBe(1);
    expect(new Set(messages.map(({ text }) => text))).toEqual(new Set(['part 1 part 2 part 3 part 4 ']));
  });

  test('a text in two parts costs five write units', async () => {
    const { deps, meter } = await open();
    const text = 'x'.repeat(153);
    meter.reset();
    await joinPart(aPart(1, 2, { text }), deps);
    const outcome = await joinPart(aPart(2, 2, { text }), deps);
    if (outcome.kind !== 'joined') {
      throw new Error(outcome.kind);
    }
    await finishParts(outcome.set, deps);
    expect(meter.total).toMatchObject({ write: 5, read: 0 });
  });

  test('a part that comes again costs one write unit, for its failed condition', async () => {
    const { deps, meter } = await open();
    await joinPart(aPart(1, 2), deps);
    meter.reset();
    expect(await joinPart(aPart(1, 2), deps)).toEqual({ kind: 'duplicate' });
    expect(meter.total).toMatchObject({ write: 1, read: 0 });
  });

  test('a minute in which nothing is due costs one write unit and four requests', async () => {
    const { deps, meter, pass } = await open();
    const received: InboundSms[] = [];
    const run = () =>
      flushParts(
        {
          ...deps,
          receive: async (message) => {
            received.push(message);
          },
          onFailure: () => {},
        },
        100,
      );
    await run();
    pass(60_000);
    meter.reset();
    await run();
    expect(meter.total).toMatchObject({ write: 1, requests: 4 });
    await joinPart(aPart(2, 2), deps);
    pass(3_660_000);
    expect(await run()).toEqual({ joined: 0, partial: 1, failed: 0, more: false });
    expect(received).toMatchObject([{ text: '[part missing] part 2', partial: true, part: null }]);
  });
});
