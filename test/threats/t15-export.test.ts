import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { offenderDetailSchema, offenderSchema } from '#shared/export/export-schemas.ts';
import { offenderColumns } from '#shared/export/offender-csv.ts';
import { publishExport } from '#shared/export/publish-export.ts';
import { fewestReportersShown } from '#shared/subject/figures.ts';
import { aSubject, fakeSource, someFigures, subjectId } from '#test/support/export/offender-builders.ts';
import { regulatorCalls, testNow } from '#test/support/export/regulator-calls.ts';
import { jsonOf } from '#test/support/http-event.ts';

/** Everything a regulator may be given of an offender. A field more is a decision, not an accident. */
const fields = [
  'id',
  'type',
  'value',
  'display',
  'validity',
  'country',
  'reports',
  'reporters',
  'firstReported',
  'lastReported',
  'topics',
  'recordedShare',
  'registeredShare',
  'violations',
  'campaignId',
  'status',
  'updatedAt',
];

/** A store that knows more than it should pass on. */
const talkative = {
  ...aSubject(),
  reporterHashes: ['canary-reporter'],
  line: '+14135550199',
  figures: { ...someFigures(), texts: ['canary-text'] },
};
const source = fakeSource([talkative]);

test('T15: the fields of an offender are these and no others', () => {
  expect(Object.keys(offenderSchema.shape)).toEqual(fields);
  expect(Object.keys(offenderDetailSchema.shape)).toEqual([...fields, 'days', 'regions']);
});

test('T15: the columns of an export are these and no others', () => {
  expect(offenderColumns).toEqual([
    'subject_id',
    'type',
    'number_digits',
    'country_code',
    'display',
    'validity',
    'reports',
    'reporters',
    'first_reported',
    'last_reported',
    'top_topic',
    'recorded_share',
    'registered_share',
    'violations',
    'campaign_id',
    'status',
    'updated_at',
  ]);
});

test('T15: whatever else a store knows reaches no answer and no file', async () => {
  const { get, archive } = await regulatorCalls({ source });
  const manifest = await publishExport({ now: testNow, source, files: archive });
  const answers = await Promise.all(
    ['', '?format=csv', '?format=jsonl', `/${subjectId(1)}`].map((rest) => get(`/v1/offenders${rest}`)),
  );
  const files = manifest.files.map(({ name }) => gunzipSync(archive.contents.get(`${manifest.id}/${name}`) ?? ''));
  for (const text of [...answers.map(({ body }) => body ?? ''), ...files.map(String), JSON.stringify(manifest)]) {
    expect(text).not.toMatch(/canary|5550199/);
  }
  expect(Object.keys(jsonOf(answers[0] ?? {}).offenders[0])).toEqual(fields);
  expect(files.map(String).every((text) => text.includes(subjectId(1)))).toBe(true);
});

test('T15: a region with fewer than five reporters is left out of figures', async () => {
  const regions = [1, 4, 5, 6].map((reporters) => ({ country: 'US', region: `R${reporters}`, reports: 9, reporters }));
  const { get } = await regulatorCalls({
    source: fakeSource([aSubject({ figures: someFigures({ regions }) })]),
  });
  const detail = offenderDetailSchema.parse(jsonOf(await get(`/v1/offenders/${subjectId(1)}`)));
  expect(fewestReportersShown).toBe(5);
  expect(detail.regions.map(({ region }) => region)).toEqual(['R5', 'R6']);
});

test('T15: every read leaves who, what and how much in the trail, before the answer', async () => {
  const { get, archive, audit } = await regulatorCalls({ source });
  const manifest = await publishExport({ now: testNow, source, files: archive });
  const file = manifest.files[0]?.name ?? '';
  await get('/v1/offenders?country=US&since=2026-11-01&limit=7');
  await get(`/v1/offenders/${subjectId(1)}`);
  await get('/v1/exports');
  await get(`/v1/exports/${manifest.id}`);
  await get(`/v1/exports/${manifest.id}/${file}`);
  const { entries } = jsonOf(await get('/v1/audit'));
  const told = { keyId: 'us-ftc-1', sourceAddress: '192.0.2.1', at: testNow.toISOString() };
  expect(entries.toReversed()).toMatchObject([
    {
      ...told,
      action: 'offenders_listed',
      filter: { minReporters: 3, country: 'US', since: '2026-11-01T00:00:00.000Z' },
      rows: 1,
    },
    { ...told, action: 'offender_read', objectId: subjectId(1), rows: 1 },
    { ...told, action: 'exports_listed', rows: 1 },
    { ...told, action: 'export_manifest_read', objectId: manifest.id },
    { ...told, action: 'export_file_read', objectId: `${manifest.id}/${file}`, rows: 1 },
  ]);
  expect(audit.entries.at(-1)).toMatchObject({ action: 'audit_read', rows: 5 });
});

test('T15: what cannot be recorded is not given out', async () => {
  const audit = { append: () => Promise.reject(new Error('full')), page: async () => [] };
  const { get } = await regulatorCalls({ source, audit });
  const answer = await get('/v1/offenders');
  expect(answer.statusCode).toBe(500);
  expect(answer.body).not.toContain('4135550142');
});
