import { expect, test } from 'vitest';
import { createStreamClient } from '#infra/local/streams/stream-client.ts';

/** A stream whose engine answers with one record of this image. */
const recordWith = async (NewImage: object) => {
  const dynamodb = { SequenceNumber: '1', ApproximateCreationDateTime: 0, Keys: { pk: { S: 'a' } }, NewImage };
  const client = createStreamClient(async () => ({ Records: [{ eventName: 'INSERT', dynamodb }] }), 'arn', 'here');
  return (await client.records('iterator', 1))?.records[0]?.content['dynamodb'];
};

test('an empty map, which the engine gives without its type, comes as AWS sends it', async () => {
  const image = {
    pk: { S: 'a' },
    none: {},
    inside: { M: { none: {}, some: { N: '1' } } },
    list: { L: [{}, { L: [] }] },
    text: { S: '' },
    nothing: { NULL: true },
  };
  expect(await recordWith(image)).toMatchObject({
    NewImage: {
      pk: { S: 'a' },
      none: { M: {} },
      inside: { M: { none: { M: {} }, some: { N: '1' } } },
      list: { L: [{ M: {} }, { L: [] }] },
      text: { S: '' },
      nothing: { NULL: true },
    },
  });
});

test('an attribute by the name of a type is one like any other', async () => {
  const image = { pk: { S: 'a' }, M: { M: { L: {}, M: { S: 'x' } } } };
  expect(await recordWith(image)).toMatchObject({
    NewImage: { M: { M: { L: { M: {} }, M: { S: 'x' } } } },
  });
});
