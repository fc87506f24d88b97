import { describe, expect, test } from 'vitest';
import type { Json } from '#infra/local/json.ts';
import { compileFilters } from '#infra/local/streams/filter-pattern.ts';

const record: Json = {
  eventName: 'INSERT',
  dynamodb: {
    Keys: { pk: { S: 'report-1' } },
    NewImage: {
      pk: { S: 'report-1' },
      complaintAsked: { BOOL: true },
      tags: { SS: ['red', 'Blue'] },
      size: { N: '7' },
    },
    SizeBytes: 120,
  },
};

const cases: [string, Json, boolean][] = [
  ['an empty pattern takes everything', {}, true],
  ['equality', { eventName: ['INSERT'] }, true],
  ['a list is an OR', { eventName: ['MODIFY', 'INSERT'] }, true],
  ['case matters', { eventName: ['insert'] }, false],
  ['fields are an AND', { eventName: ['INSERT'], dynamodb: { SizeBytes: [1] } }, false],
  ['booleans', { dynamodb: { NewImage: { complaintAsked: { BOOL: [true] } } } }, true],
  ['a boolean is not its text', { dynamodb: { NewImage: { complaintAsked: { BOOL: ['true'] } } } }, false],
  ['numbers in an image are texts', { dynamodb: { NewImage: { size: { N: ['7'] } } } }, true],
  ['a missing field matches nothing', { dynamodb: { OldImage: { pk: { S: ['x'] } } } }, false],
  ['exists', { dynamodb: { NewImage: { pk: { S: [{ exists: true }] } } } }, true],
  ['exists: false on a missing branch', { dynamodb: { OldImage: { pk: { S: [{ exists: false }] } } } }, true],
  ['exists: false on a present field', { eventName: [{ exists: false }] }, false],
  ['prefix', { dynamodb: { Keys: { pk: { S: [{ prefix: 'report-' }] } } } }, true],
  ['prefix that is not there', { dynamodb: { Keys: { pk: { S: [{ prefix: 'complaint-' }] } } } }, false],
  [
    'prefix without case',
    { dynamodb: { Keys: { pk: { S: [{ prefix: { 'equals-ignore-case': 'REPORT' } }] } } } },
    true,
  ],
  ['suffix', { dynamodb: { Keys: { pk: { S: [{ suffix: '-1' }] } } } }, true],
  ['equals-ignore-case', { eventName: [{ 'equals-ignore-case': 'insert' }] }, true],
  ['anything-but one', { eventName: [{ 'anything-but': 'REMOVE' }] }, true],
  ['anything-but a list', { eventName: [{ 'anything-but': ['REMOVE', 'INSERT'] }] }, false],
  ['anything-but a prefix', { eventName: [{ 'anything-but': { prefix: 'IN' } }] }, false],
  ['anything-but needs a value', { missing: [{ 'anything-but': 'x' }] }, false],
  ['numeric equality', { dynamodb: { SizeBytes: [{ numeric: ['=', 120] }] } }, true],
  ['numeric range, inside', { dynamodb: { SizeBytes: [{ numeric: ['>', 100, '<=', 120] }] } }, true],
  ['numeric range, outside', { dynamodb: { SizeBytes: [{ numeric: ['>', 0, '<', 120] }] } }, false],
  ['numeric never takes text', { dynamodb: { NewImage: { size: { N: [{ numeric: ['>', 0] }] } } } }, false],
  ['wildcard', { dynamodb: { Keys: { pk: { S: [{ wildcard: 're*-*' }] } } } }, true],
  ['a dot in a wildcard is a dot', { eventName: [{ wildcard: 'I.SERT' }] }, false],
  ['a list in the event: one member suffices', { dynamodb: { NewImage: { tags: { SS: ['red'] } } } }, true],
  ['a list in the event: none', { dynamodb: { NewImage: { tags: { SS: ['green'] } } } }, false],
  ['operators and values mix', { eventName: ['X', { prefix: 'INS' }] }, true],
  ['$or', { $or: [{ eventName: ['REMOVE'] }, { dynamodb: { SizeBytes: [120] } }] }, true],
  ['$or with another field', { $or: [{ eventName: ['INSERT'] }], dynamodb: { SizeBytes: [1] } }, false],
  ['null is a value', { eventName: [null] }, false],
];

describe('filter patterns', () => {
  test.each(cases)('%s', (_name, pattern, expected) => {
    expect(compileFilters([JSON.stringify(pattern)])(record)).toBe(expected);
  });

  test('without filters everything passes', () => {
    expect(compileFilters([])(record)).toBe(true);
  });

  test('one of several filters suffices', () => {
    expect(compileFilters(['{"eventName":["REMOVE"]}', '{"eventName":["INSERT"]}'])(record)).toBe(true);
  });

  test.each([
    ['an unknown operator', '{"a":[{"cidr":"10.0.0.0/8"}]}', /cidr/],
    ['two operators in one', '{"a":[{"prefix":"x","suffix":"y"}]}', /prefix/],
    ['a bare value', '{"a":"x"}', /list or an object/],
    ['a list at the top', '[]', /JSON object/],
  ])('%s is refused when the mapping is made', (_name, pattern, message) => {
    expect(() => compileFilters([pattern])).toThrow(message);
  });
});
