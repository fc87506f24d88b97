import { afterAll, beforeAll, expect, test } from 'vitest';
import type {
  UploadAsks,
  UploadedFile,
  UploadFiles,
  UploadPages,
  UploadReadings,
  UploadResults,
} from '#shared/intake/call-logs/uploads/upload-ports.ts';
import type { UploadAsk, UploadPage, UploadResult } from '#shared/intake/call-logs/uploads/upload-schemas.ts';

export interface UploadKeeping {
  readonly asks: UploadAsks;
  readonly files: UploadFiles;
  readonly results: UploadResults;
  readonly pages: UploadPages;
  readonly readings: UploadReadings;
  put(name: string, file: Uint8Array): Promise<unknown>;
  stop?(): Promise<void>;
}

const name = 'a'.repeat(64);
const other = 'b'.repeat(64);

const ask: UploadAsk = {
  version: 1,
  request: {
    line: '+1 413 555 0142',
    timeZone: 'America/New_York',
    format: 'generic-csv',
    mapping: {
      delimiter: ';',
      headerRecords: 1,
      columns: { date: 0, number: 1 },
      dateOrder: 'dmy',
      durationIn: 'seconds',
      utc: false,
      otherwise: 'in',
    },
    inbound: ['from-trunk'],
  },
  openedAt: '2026-11-22T00:00:00.000Z',
  reading: 'R1',
  readings: 1,
  keepFile: true,
};
const read: UploadResult = {
  kind: 'read',
  version: 1,
  file: 'f1',
  files: 1,
  format: 'smsbr-calls',
  rows: 2,
  mapping: null,
  complete: true,
  timeZoneNeeded: false,
  pages: [1, 2],
};
const refused: UploadResult = {
  kind: 'refused',
  version: 1,
  file: '',
  files: 1,
  reason: 'too_many_rows',
  detail: 'Too many.',
};
const page = (row: number): UploadPage => ({
  calls: [
    {
      row,
      direction: 'in',
      contact: false,
      durationSeconds: null,
      report: { kind: 'call', sender: '+1 202 555 0123 é', occurredAt: '2026-11-20' },
    },
  ],
  skipped: [{ row: row + 1, reason: 'date' }],
  cursor: null,
});

async function bytesOf(file: UploadedFile | null): Promise<string | null> {
  if (file === null) {
    return null;
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.bytes) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** What use cases rely on, over the fake and over S3. */
export function uploadContract(start: () => Promise<UploadKeeping>): void {
  let keeping: UploadKeeping;
  beforeAll(async () => {
    keeping = await start();
  });
  afterAll(() => keeping.stop?.());

  test('what is not there is null, and erasing it is no fault', async () => {
    const { asks, files, results, pages, readings } = keeping;
    expect(await asks.find(other)).toBeNull();
    expect(await files.open(other)).toBeNull();
    expect(await results.find(other, 'R1')).toBeNull();
    expect(await pages.find(other, 'R1', 1)).toBeNull();
    await asks.erase(other);
    await files.erase(other);
    await readings.erase(other, 'R1');
    await readings.erase(other);
  });

  test('a question comes back as it was kept last', async () => {
    await keeping.asks.keep(name, ask);
    expect(await keeping.asks.find(name)).toEqual(ask);
    await keeping.asks.keep(name, { ...ask, request: {}, reading: 'R2' });
    expect(await keeping.asks.find(name)).toEqual({ ...ask, request: {}, reading: 'R2' });
    await keeping.asks.erase(name);
    expect(await keeping.asks.find(name)).toBeNull();
  });

  test('results and pages are apart by reading', async () => {
    const { results, pages, readings } = keeping;
    await results.keep(name, 'R1', read);
    await results.keep(name, 'R2', refused);
    expect([await results.find(name, 'R1'), await results.find(name, 'R2')]).toEqual([read, refused]);
    for (const row of [1, 2]) {
      await pages.keep(name, 'R1', row, JSON.stringify(page(row)));
    }
    await pages.keep(name, 'R2', 1, JSON.stringify(page(9)));
    expect(await pages.find(name, 'R1', 2)).toEqual(page(2));
    await readings.erase(name, 'R1');
    expect([await pages.find(name, 'R1', 1), await results.find(name, 'R1')]).toEqual([null, null]);
    expect([await pages.find(name, 'R2', 1), await results.find(name, 'R2')]).toEqual([page(9), refused]);
    await results.keep(other, 'R1', refused);
    await readings.erase(name);
    expect([await pages.find(name, 'R2', 1), await results.find(name, 'R2')]).toEqual([null, null]);
    expect(await results.find(other, 'R1')).toEqual(refused);
  });

  test('a file comes in pieces, as often as it is opened, until it is erased', async () => {
    const text = 'Date,Number\n'.repeat(50_000);
    await keeping.put(name, Buffer.from(text));
    expect(await bytesOf(await keeping.files.open(name))).toBe(text);
    expect(await bytesOf(await keeping.files.open(name))).toBe(text);
    const tag = async () => {
      const file = await keeping.files.open(name);
      await bytesOf(file);
      return file?.tag;
    };
    const before = await tag();
    expect(before).toMatch(/^[0-9a-f-]{32,64}$/);
    await keeping.put(name, Buffer.from('Date,Number'));
    expect(await tag()).not.toBe(before);
    await keeping.files.erase(name);
    expect(await keeping.files.open(name)).toBeNull();
  });
}
