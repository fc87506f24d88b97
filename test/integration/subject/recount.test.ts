import { LambdaClient } from '@aws-sdk/client-lambda';
import { PutCommand, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { recountCommand } from '#infra/cli/commands/recount.ts';
import type { Report } from '#shared/report/report.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { reportToItem } from '#shared/storage/report-item.ts';
import { createSubjectStores } from '#shared/storage/subject-stores.ts';
import { countFacts } from '#shared/subject/count-facts.ts';
import { countLimits } from '#shared/subject/count-limits.ts';
import { createCountMemory } from '#shared/subject/count-memory.ts';
import { createSubjectReader } from '#shared/subject/subject-reader.ts';
import { truthOf } from '#test/support/counting/truth.ts';
import { buildReport, hashFor, subjectFor } from '#test/support/report-builder.ts';
import { createTables, engineClient } from '#test/support/tables.ts';

const client = engineClient();
const documents = documentClient(client);
let tables = { Reports: '', Subjects: '', Facts: '' };
let said: { out: string[]; err: string[] } = { out: [], err: [] };
const io = { out: (line: string) => said.out.push(line), err: (line: string) => said.err.push(line) };
const lambdaClient = new LambdaClient({ region: 'us-east-1' });
const recount = (...args: string[]) =>
  recountCommand(args, { documentClient: documents, lambdaClient, directory: { tables, functions: {} } }, io);

beforeEach(async () => {
  tables = await createTables(client, 'Reports', 'Subjects', 'Facts');
  said = { out: [], err: [] };
});

const stores = () => createSubjectStores(documents, { subjects: tables.Subjects, facts: tables.Facts });
const store = (report: Report) =>
  documents.send(
    new PutCommand({ TableName: tables.Reports, Item: reportToItem(report, new Date('2028-01-01T00:00:00Z')) }),
  );
const clock = () => new Date('2026-12-01T00:00:00Z');
const figures = async (name: string) =>
  (await createSubjectReader({ ...stores(), clock }).read(subjectFor(name)))?.figures;
const count = (reports: readonly Report[]) =>
  countFacts(reports, { ...stores(), clock, limits: countLimits, memory: createCountMemory() });

/** Version 1 of 45 reports: 40 on one subject, which makes it wide. */
const someReports = (): readonly Report[] =>
  Array.from({ length: 45 }, (_, index) =>
    buildReport({
      id: hashFor(`recount-${index}`),
      reporter: hashFor(`reporter-${index % 30}`),
      subjectId: subjectFor(index < 40 ? 'many' : `few-${index}`),
    }),
  );

describe('recount', () => {
  test('rebuilds facts and figures from nothing but the reports, and again changes nothing', async () => {
    const reports = someReports();
    await Promise.all(reports.map(store));
    expect(await recount()).toBe(0);
    expect(await figures('many')).toEqual(truthOf(reports, subjectFor('many')));
    expect(await figures('few-44')).toEqual(truthOf(reports, subjectFor('few-44')));
    expect(await recount()).toBe(0);
    expect(await figures('many')).toEqual(truthOf(reports, subjectFor('many')));
    expect(said.out).toContain('45 reports counted.');
  });

  test('takes only reports that changed since, when asked', async () => {
    const [old, young] = [
      buildReport({ id: hashFor('old'), subjectId: subjectFor('old'), updatedAt: '2026-11-01T00:00:00.000Z' }),
      buildReport({ id: hashFor('young'), subjectId: subjectFor('young'), updatedAt: '2026-11-20T00:00:00.000Z' }),
    ];
    await Promise.all([old, young].map(store));
    expect(await recount('--since', '2026-11-10')).toBe(0);
    expect(await figures('young')).toMatchObject({ reports: 1 });
    expect(await figures('old')).toBeUndefined();
    expect(said.out[0]).toContain('2026-11-10T00:00:00.000Z');
  });

  test('erases what withdrawn reports have left, on heads and in shards', async () => {
    const reports = someReports();
    await count(reports);
    const withdrawn = reports.map((report) =>
      buildReport({
        ...report,
        revision: 2,
        reporter: null,
        subjectId: null,
        pastSubjectIds: [report.subjectId ?? ''],
        content: null,
      }),
    );
    await count(withdrawn);
    // A late redelivery brings facts of the withdrawn reports back.
    await count(reports);
    await Promise.all(withdrawn.map(store));
    expect(await recount()).toBe(0);
    expect(await figures('many')).toMatchObject({ reports: 0, reporters: 0 });
    for (const TableName of [tables.Subjects, tables.Facts]) {
      const { Items: items = [] } = await documents.send(new ScanCommand({ TableName }));
      const stored = items.map((item) =>
        JSON.stringify(item, (_, value) =>
          value instanceof Set
            ? [...value].map((one) => Buffer.from(one).toString('hex'))
            : value instanceof Uint8Array
              ? Buffer.from(value).toString('hex')
              : value,
        ),
      );
      expect(stored.join()).not.toContain(hashFor('reporter-7').slice(0, 10));
    }
  });

  test('keeps facts whose report has expired: an expiry is not a withdrawal', async () => {
    await count(someReports().slice(0, 3));
    expect(await recount()).toBe(0);
    expect(await figures('many')).toMatchObject({ reports: 3 });
  });

  test('is safe beside reports that come in', async () => {
    const reports = someReports();
    await Promise.all(reports.slice(0, 30).map(store));
    const incoming = (async () => {
      for (const report of reports.slice(20)) {
        await store(report);
        await count([report]);
      }
    })();
    expect(await recount()).toBe(0);
    await incoming;
    expect(await figures('many')).toEqual(truthOf(reports, subjectFor('many')));
  });

  test('says what it could not read, and fails', async () => {
    await store(buildReport());
    await documents.send(
      new UpdateCommand({
        TableName: tables.Reports,
        Key: { pk: buildReport().id },
        UpdateExpression: 'SET v = :v',
        ExpressionAttributeValues: { ':v': 99 },
      }),
    );
    expect(await recount()).toBe(1);
    expect(said.err.join()).toContain('1 that no release can read');
  });

  test.each([['--since'], ['--since', 'yesterday-ish'], ['everything']])('refuses %j', async (...args) => {
    expect(await recount(...args)).toBe(2);
  });
});
