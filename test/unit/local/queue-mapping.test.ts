import { expect, test } from 'vitest';
import type { InvokeResult } from '#infra/local/functions/function-definition.ts';
import { processed } from '#infra/local/queues/queue-mapping.ts';

const returned = (value: unknown): InvokeResult => ({
  kind: 'returned',
  requestId: 'r',
  payload: JSON.stringify(value),
});
const failed: InvokeResult = { kind: 'failed', requestId: 'r', error: { errorType: 'Error', errorMessage: 'no' } };

test.each<[string, InvokeResult, boolean, string[]]>([
  ['all, when the function returns', returned(null), true, ['a', 'b']],
  ['none, when it fails', failed, true, []],
  ['those it did not name', returned({ batchItemFailures: [{ itemIdentifier: 'a' }] }), true, ['b']],
  ['none, when it names a stranger', returned({ batchItemFailures: [{ itemIdentifier: 'x' }] }), true, []],
  ['none, when the name is empty', returned({ batchItemFailures: [{ itemIdentifier: '' }] }), true, []],
  ['none, when the list is no list', returned({ batchItemFailures: 'a' }), true, []],
  [
    'all, when the mapping does not read failures',
    returned({ batchItemFailures: [{ itemIdentifier: 'a' }] }),
    false,
    ['a', 'b'],
  ],
])('messages are done: %s', (_name, result, reports, expected) => {
  expect([...processed(result, ['a', 'b'], reports)]).toEqual(expected);
});
