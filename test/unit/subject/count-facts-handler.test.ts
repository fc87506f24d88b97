import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { createHandler } from '#functions/count-facts/handler.ts';
import type { Report } from '#shared/report/report.ts';
import type { LogFields } from '#shared/runtime/log.ts';
import { reportToItem } from '#shared/storage/report-item.ts';
import { buildReport, hashFor, subjectFor } from '#test/support/report-builder.ts';
import { fakeSubjectStores } from '#test/support/subject-stores-fake.ts';

function house(refusing: string | null = null, grownBefore = 0) {
  const stores = fakeSubjectStores();
  const lines: { event: string; fields: LogFields }[] = [];
  const take = (event: string, fields: LogFields = {}) => lines.push({ event, fields });
  const add: typeof stores.heads.add = (addition) =>
    addition.subjectId === refusing ? Promise.reject(new Error('+12025550123 throttled')) : stores.heads.add(addition);
  const get: typeof stores.heads.get = async (...args) => {
    const head = await stores.heads.get(...args);
    return head === null ? null : { ...head, grown: head.grown + grownBefore };
  };
  const handler = createHandler({
    ...stores,
    heads: { ...stores.heads, add, get },
    clock: () => new Date('2026-11-21T12:00:00Z'),
    log: { info: take, warn: take, error: (event, _, fields) => take(event, fields) },
  });
  return { stores, lines, handler };
}

const record = (sequence: string, report: Report, eventName: 'INSERT' | 'MODIFY' | 'REMOVE' = 'INSERT') =>
  ({
    eventName,
    dynamodb: {
      SequenceNumber: sequence,
      NewImage: marshall(reportToItem(report, new Date('2028-01-01T00:00:00Z')), { removeUndefinedValues: true }),
    },
  }) as DynamoDBRecord;

const reportOn = (subject: string) => buildReport({ id: hashFor(`on-${subject}`), subjectId: subjectFor(subject) });

describe('count-facts', () => {
  test('counts what the stream says', async () => {
    const { stores, handler } = house();
    expect(await handler({ Records: [record('1', reportOn('a')), record('2', reportOn('b'), 'MODIFY')] })).toEqual({
      batchItemFailures: [],
    });
    expect((await stores.heads.get(subjectFor('b'), 'strong'))?.facts).toHaveLength(1);
  });

  test('passes over removals: an expiry is not a withdrawal', async () => {
    const { stores, handler } = house();
    await handler({ Records: [{ eventName: 'REMOVE', dynamodb: { SequenceNumber: '1' } }] });
    expect(stores.subjectIds()).toEqual([]);
  });

  test('answers the records that could not be written, and writes the others', async () => {
    const { stores, handler } = house(subjectFor('a'));
    const answer = await handler({ Records: [record('1', reportOn('a')), record('2', reportOn('b'))] });
    expect(answer.batchItemFailures).toEqual([{ itemIdentifier: '1' }]);
    expect((await stores.heads.get(subjectFor('b'), 'strong'))?.facts).toHaveLength(1);
  });

  test('a correction fails whole when one of its two subjects cannot be written', async () => {
    const { handler } = house(subjectFor('before'));
    const moved = buildReport({ revision: 2, pastSubjectIds: [subjectFor('before')] });
    expect((await handler({ Records: [record('7', moved)] })).batchItemFailures).toEqual([{ itemIdentifier: '7' }]);
  });

  test('a record that is no report comes back, so that it ends on the dead-letter queue', async () => {
    const { handler, lines } = house();
    const broken: DynamoDBRecord = {
      eventName: 'INSERT',
      dynamodb: { SequenceNumber: '3', NewImage: { pk: { S: 'x' } } },
    };
    const answer = await handler({ Records: [broken, record('4', reportOn('b'))] });
    expect(answer.batchItemFailures).toEqual([{ itemIdentifier: '3' }]);
    expect(lines.map(({ event }) => event)).toEqual(['record_not_a_report', 'reports_counted']);
  });

  test('names the subject on which facts of withdrawn reports were left', async () => {
    const { handler, lines } = house(null, 400_000);
    const many = Array.from({ length: 40 }, (_, index) => buildReport({ id: hashFor(`many-${index}`) }));
    await handler({ Records: many.map((report, index) => record(`${index}`, report)) });
    const gone = {
      revision: 2,
      reporter: null,
      subjectId: null,
      pastSubjectIds: [subjectFor('subject')],
      content: null,
    };
    await handler({ Records: [record('41', buildReport({ id: hashFor('many-7'), ...gone }), 'MODIFY')] });
    expect(lines).toContainEqual({ event: 'withdrawn_not_erased', fields: { subjectId: subjectFor('subject') } });
  });

  test('logs ids and counts only', async () => {
    const { handler, lines } = house(subjectFor('a'));
    await handler({ Records: [record('1', reportOn('a'))] });
    expect(JSON.stringify(lines)).not.toContain('2025550123');
    expect(lines.at(-1)).toEqual({
      event: 'reports_counted',
      fields: { records: 1, reports: 1, subjects: 1, wideSubjects: 0, failed: 1 },
    });
  });
});
