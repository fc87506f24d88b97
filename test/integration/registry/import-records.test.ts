import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ImportRecords, ListImport, LoadPlan } from '#shared/registry/uploads/upload-ports.ts';
import { createDeclarations } from '#shared/storage/declarations.ts';
import { createImportRecords } from '#shared/storage/import-records.ts';
import { createMemoryImportRecords } from '#test/support/registry/memory-uploads.ts';
import { createTables, engineClient } from '#test/support/tables.ts';

const client = DynamoDBDocumentClient.from(engineClient(), { marshallOptions: { removeUndefinedValues: true } });
let table = '';
beforeAll(async () => {
  ({ Registrations: table } = await createTables(engineClient(), 'Registrations'));
});

const fresh = (id: string, startedAt = '2026-04-01T00:00:00.000Z'): ListImport => ({
  id,
  registry: 'us-national',
  file: 'list.txt',
  bytes: 1200,
  uploadedAt: '2026-04-01T00:00:00.000Z',
  startedAt,
  takenUpAt: startedAt,
  state: 'reading',
  endedAt: null,
  messages: [],
  entitlement: null,
  listDate: null,
  format: null,
  lines: 0,
  read: null,
  estimate: null,
  plan: null,
  done: [],
  units: { read: 0, write: 0 },
});

const plan: LoadPlan = {
  snapshot: '20260401-00000000',
  listDate: '2026-04-01',
  kinds: [0],
  heldKinds: [{ kind: 0, listDate: '2026-04-01' }],
  former: 'f'.repeat(64),
  areas: ['1202', '1413'],
  pages: 7,
  numbers: 90,
};

describe.each<[string, () => ImportRecords]>([
  ['in memory', createMemoryImportRecords],
  ['in the table', () => createImportRecords(client, table)],
])('records of imports %s', (_, create) => {
  it('keep what is written down, and begin an import under way no second time', async () => {
    const imports = create();
    expect(await imports.find('a1')).toBeNull();
    await imports.begin(fresh('a1'));
    expect(await imports.find('a1')).toEqual(fresh('a1'));
    await imports.begin(fresh('a1', '2026-04-02T00:00:00.000Z'));
    expect(await imports.find('a1')).toEqual(fresh('a1'));
    const end = { state: 'refused', endedAt: '2026-04-01T01:00:00.000Z', messages: ['cut short'] } as const;
    expect(await imports.change(fresh('a1'), ['reading'], end)).toBe('changed');
    await imports.begin(fresh('a1', '2026-04-02T00:00:00.000Z'));
    expect(await imports.find('a1')).toEqual(fresh('a1', '2026-04-02T00:00:00.000Z'));
  });

  it('change in the state and the run that is meant only, and add up units', async () => {
    const imports = create();
    await imports.begin(fresh('b1'));
    const read = {
      lines: 92,
      entries: 90,
      added: 90,
      deleted: 0,
      skipped: { duplicate: { count: 2, firstLines: ['3', '9'] } },
    };
    expect(await imports.change(fresh('b1'), ['reading'], { lines: 50, read }, { read: 1.5, write: 2 })).toBe(
      'changed',
    );
    expect(
      await imports.change(fresh('b1'), ['reading', 'waiting'], { state: 'loading', plan }, { read: 1, write: 0 }),
    ).toBe('changed');
    expect(await imports.change(fresh('b1'), ['reading'], { lines: 1 })).toBe('outdated');
    expect(await imports.change(fresh('b1', '2026-04-09T00:00:00.000Z'), ['loading'], { lines: 1 })).toBe('outdated');
    expect(await imports.change(fresh('b0'), ['loading'], { lines: 1 })).toBe('outdated');
    expect(await imports.find('b1')).toEqual({
      ...fresh('b1'),
      ...{ state: 'loading', lines: 50, read, plan, units: { read: 2.5, write: 2 } },
    });
  });

  it('tell of an area that is loaded which are by now; of an import that is not being loaded nothing', async () => {
    const imports = create();
    await imports.begin(fresh('c1'));
    const units = { read: 1, write: 3 };
    expect(await imports.areaDone('c1', plan.snapshot, '1202', units)).toBeNull();
    await imports.change(fresh('c1'), ['reading'], { state: 'loading', plan });
    expect(await imports.areaDone('c1', 'another', '1202', units)).toBeNull();
    expect(await imports.areaDone('c1', plan.snapshot, '1413', units)).toEqual(['1413']);
    expect(await imports.areaDone('c1', plan.snapshot, '1413', units)).toEqual(['1413']);
    const both = await Promise.all([
      imports.areaDone('c1', plan.snapshot, '1202', units),
      imports.areaDone('c1', plan.snapshot, '1202', units),
    ]);
    expect(both).toEqual([
      ['1202', '1413'],
      ['1202', '1413'],
    ]);
    expect((await imports.find('c1'))?.units).toEqual({ read: 4, write: 12 });
  });
});

describe('records of imports in the table', () => {
  it('list the newest first, and forget the oldest that ended when they are many', async () => {
    const { Registrations } = await createTables(engineClient(), 'Registrations');
    const imports = createImportRecords(client, Registrations, { most: 4, least: 2 });
    const at = (day: number) => fresh(`d${day}`, `2026-04-0${day}T00:00:00.000Z`);
    for (const day of [2, 1, 4, 3]) {
      await imports.begin(at(day));
      if (day !== 1) {
        await imports.change(at(day), ['reading'], { state: 'imported', endedAt: '2026-04-09T00:00:00.000Z' });
      }
    }
    expect((await imports.list()).map(({ id }) => id)).toEqual(['d4', 'd3', 'd2', 'd1']);
    await imports.begin(at(5));
    // What is under way is never forgotten.
    expect((await imports.list()).map(({ id }) => id)).toEqual(['d5', 'd4', 'd1']);
    expect(await imports.find('d2')).toBeNull();
  });

  it('keep declarations, the last word of each registry', async () => {
    const declarations = createDeclarations(client, table);
    expect(await declarations.find('us-national')).toBeNull();
    const declaration = {
      registry: 'us-national',
      subscription: '1-2',
      basis: 'test',
      declaredAt: '2026-04-01',
      madeUpLists: false,
    };
    await declarations.put({ ...declaration, subscription: '1-1' });
    await declarations.put(declaration);
    expect(await declarations.find('us-national')).toEqual(declaration);
    expect(await declarations.find('ca-dncl')).toBeNull();
  });
});
