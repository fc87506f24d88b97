import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHandler as createPublisher } from '#functions/publish-export/handler.ts';
import { exportManifestSchema, type Offender, offenderPageSchema } from '#shared/export/export-schemas.ts';
import type { Report } from '#shared/report/report.ts';
import { encodeBase32 } from '#shared/runtime/base32.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { silentLog } from '#shared/runtime/log.ts';
import { createExportArchive } from '#shared/storage/export-archive.ts';
import { createExportFiles } from '#shared/storage/export-files.ts';
import { exactOffenderSource } from '#shared/storage/export-source.ts';
import { startBucket } from '#test/support/export/bucket.ts';
import { countReports } from '#test/support/export/count-reports.ts';
import { bytesOf, regulatorCalls, testNow } from '#test/support/export/regulator-calls.ts';
import { jsonOf } from '#test/support/http-event.ts';
import { buildContent, buildReport, hashFor } from '#test/support/report-builder.ts';
import { createTables, engineClient } from '#test/support/tables.ts';

const subjectHash = keyedHash('a secret for tests', 'subject');
const numberOf = (sender: number): string => `+1202555${String(100 + sender).padStart(4, '0')}`;
const idOf = (sender: number): string => encodeBase32(subjectHash(numberOf(sender)).subarray(0, 16));

function aReport(sender: number, n: number, changes: Partial<Report> = {}): Report {
  return buildReport({
    id: hashFor(`${sender}/${n}`),
    reporter: hashFor(`reporter ${n}`),
    subjectId: idOf(sender),
    content: buildContent({
      sender: { type: 'phone', value: numberOf(sender), validity: 'valid', country: 'US' },
    }),
    ...changes,
  });
}

/** Sender s has s reports by as many reporters; sender 11 has 45, more than a head holds; sender 12 withdrew all. */
const reports = [
  ...Array.from({ length: 10 }, (_, s) => Array.from({ length: s + 1 }, (_each, n) => aReport(s + 1, n))).flat(),
  ...Array.from({ length: 45 }, (_, n) => aReport(11, n)),
  ...Array.from({ length: 4 }, (_, n) =>
    aReport(12, n, { revision: 2, content: null, reporter: null, subjectId: null, pastSubjectIds: [idOf(12)] }),
  ),
];
const listed = [3, 4, 5, 6, 7, 8, 9, 10, 11].map(idOf).sort();

let bucket: Awaited<ReturnType<typeof startBucket>>;
let calls: Awaited<ReturnType<typeof regulatorCalls>>;
let publish: ReturnType<typeof createPublisher>;

beforeAll(async () => {
  bucket = await startBucket();
  const client = DynamoDBDocumentClient.from(engineClient());
  const { Subjects, Facts } = await createTables(engineClient(), 'Subjects', 'Facts');
  const tables = { subjects: Subjects, facts: Facts };
  await countReports([...Array.from({ length: 4 }, (_, n) => aReport(12, n)), ...reports], client, tables);
  const clock = () => testNow;
  const source = exactOffenderSource(client, tables, clock);
  calls = await regulatorCalls({ source, archive: createExportArchive(bucket.client, bucket.bucketName) });
  const files = createExportFiles(bucket.client, bucket.bucketName);
  publish = createPublisher({ source, files, clock, log: silentLog });
});
afterAll(() => bucket.stop());

test('every listed offender is on the pages once, wide ones with all their reports', async () => {
  const seen: Offender[] = [];
  let next: string | null = null;
  do {
    const address: string = `/v1/offenders?limit=2${next === null ? '' : `&cursor=${next}`}`;
    const page = offenderPageSchema.parse(jsonOf(await calls.get(address)));
    seen.push(...page.offenders);
    next = page.next;
  } while (next !== null);
  expect(seen.map(({ id }) => id).sort()).toEqual(listed);
  const wide = seen.find(({ id }) => id === idOf(11));
  expect(wide).toMatchObject({ reports: 45, reporters: 45, value: numberOf(11), display: '+1 202 555 0111' });
});

test('with minReporters=0 all subjects show but the one whose reports are all withdrawn', async () => {
  const page = offenderPageSchema.parse(jsonOf(await calls.get('/v1/offenders?minReporters=0')));
  expect(page.offenders).toHaveLength(11);
  expect((await calls.get(`/v1/offenders/${idOf(12)}`)).statusCode).toBe(404);
});

test('an offender comes with days, topics and regions', async () => {
  const detail = jsonOf(await calls.get(`/v1/offenders/${idOf(11)}`));
  expect(detail).toMatchObject({
    days: [{ day: '2026-11-20', reports: 45 }],
    topics: [{ topic: 'warranties', reports: 45 }],
    regions: [{ country: 'US', region: 'MA', reports: 45, reporters: 45 }],
  });
});

test('an export holds the same offenders in both files, as its manifest says, and repeats byte for byte', async () => {
  const manifest = await publish();
  expect(await publish()).toEqual(manifest);
  const served = exportManifestSchema.parse(jsonOf(await calls.get(`/v1/exports/${manifest.id}`)));
  expect(served).toEqual(manifest);
  expect([served.rows, served.excluded.tooFewReporters]).toEqual([9, 2]);
  const texts: string[] = [];
  for (const file of served.files) {
    const body = bytesOf(await calls.get(`/v1/exports/${served.id}/${file.name}`));
    expect([body.length, createHash('sha256').update(body).digest('hex')]).toEqual([file.bytes, file.sha256]);
    texts.push(gunzipSync(body).toString());
  }
  const [csv = '', jsonl = ''] = texts;
  const rows: Record<string, string>[] = parse(csv, { columns: true });
  const offenders = jsonl
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(rows.map((row) => row['subject_id']).sort()).toEqual(listed);
  expect(offenders.map(({ id }) => id)).toEqual(rows.map((row) => row['subject_id']));
  expect(rows.find((row) => row['subject_id'] === idOf(11))).toMatchObject({
    number_digits: numberOf(11).slice(1),
    reports: '45',
    top_topic: 'warranties',
  });
});
