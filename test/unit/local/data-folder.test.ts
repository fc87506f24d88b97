import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { javaMajor } from '#infra/local/check-java.ts';
import { checkDatabase } from '#infra/local/folder/check-database.ts';
import { openDataFolder } from '#infra/local/folder/data-folder.ts';
import { openState } from '#infra/local/folder/local-state.ts';
import { identify, stillRuns } from '#infra/local/folder/process-identity.ts';
import { takeRunLock } from '#infra/local/folder/run-lock.ts';
import { openPositions } from '#infra/local/streams/positions.ts';

const root = mkdtempSync(join(tmpdir(), 'ringfence-folder-'));
let path = root;
let made = 0;

beforeEach(() => {
  made += 1;
  path = join(root, `data-${made}`);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the data folder', () => {
  test('keeps ports, key and token from start to start, readable by nobody else', () => {
    const first = openState(openDataFolder(path));
    first.rememberPort('messages', 40_001);
    const second = openState(openDataFolder(path)).state;
    expect(second).toEqual(first.state);
    expect(second.ports.messages).toBe(40_001);
    expect(statSync(join(path, 'state.json')).mode & 0o777).toBe(0o600);
    expect(statSync(path).mode & 0o777).toBe(0o700);
  });

  test.each(['', 'garbage', '{}', '{"version":2}'])(
    'a state file of %j is one clear line with the way out',
    (content) => {
      const folder = openDataFolder(path);
      writeFileSync(folder.stateFile, content);
      expect(() => openState(folder)).toThrow(
        new RegExp(`damaged: ${folder.stateFile} .*mv '${path}' '${path}.damaged'`),
      );
    },
  );

  test('a file in its place is named', () => {
    writeFileSync(path, 'not a folder');
    expect(() => openDataFolder(path)).toThrow(/data folder .* cannot be used .*RINGFENCE_DATA/);
  });

  test('is held by one process at a time', async () => {
    const folder = openDataFolder(path);
    const lock = await takeRunLock(folder);
    await expect(takeRunLock(folder)).rejects.toThrow(new RegExp(`process ${process.pid}\\) is using ${path}`));
    lock.release();
    (await takeRunLock(folder)).release();
  });

  test('is free again when its process is gone, also if the number was taken by another', async () => {
    const folder = openDataFolder(path);
    const stranger = { pid: process.pid, started: 'another time', command: 'x' };
    writeFileSync(folder.runFile, JSON.stringify({ run: stranger, engine: stranger }));
    (await takeRunLock(folder)).release();
  });
});

describe('a database', () => {
  function database(): string {
    const folder = openDataFolder(path);
    const file = join(folder.path, 'x.db');
    const sqlite = new DatabaseSync(file);
    sqlite.exec(`CREATE TABLE t (a TEXT); INSERT INTO t VALUES ('${'x'.repeat(20_000)}')`);
    sqlite.close();
    return file;
  }

  test('that is whole, empty or absent passes', () => {
    const file = database();
    checkDatabase(file, path);
    checkDatabase(`${file}.absent`, path);
    writeFileSync(file, '');
    checkDatabase(file, path);
  });

  test('that was overwritten or cut short is named', () => {
    const file = database();
    const content = readFileSync(file);
    writeFileSync(file, content.fill('?', 4096, 6000));
    expect(() => checkDatabase(file, path)).toThrow(`${file} is corrupt`);
    truncateSync(file, 5000);
    expect(() => checkDatabase(file, path)).toThrow(`${file} is cut short`);
    writeFileSync(file, 'this was a database once');
    expect(() => checkDatabase(file, path)).toThrow(`${file} is not a database`);
  });
});

describe('positions of a mapping', () => {
  test('survive, and belong to one stream', () => {
    const folder = openDataFolder(path);
    const first = openPositions(folder, 'mapping', 'stream-1');
    expect(first.isEmpty).toBe(true);
    first.advance('shard-1', '0007');
    first.advance('shard-2', '0009');
    first.finish('shard-1');
    const again = openPositions(folder, 'mapping', 'stream-1');
    expect(again.after('shard-2')).toBe('0009');
    expect(again.isFinished('shard-1')).toBe(true);
    expect(openPositions(folder, 'mapping', 'stream-2').isEmpty).toBe(true);
  });
});

test('a process is told from a later one with its number', () => {
  const me = identify(process.pid);
  expect(me?.command).toMatch(/node/);
  expect(me === undefined ? false : stillRuns(me)).toBe(true);
  expect(me === undefined ? true : stillRuns({ ...me, started: '1' })).toBe(false);
  expect(identify(2 ** 22 - 3)).toBeUndefined();
});

test.each([
  ['openjdk version "17.0.15" 2025-04-15', 17],
  ['java version "1.8.0_402"', 8],
  ['openjdk version "21" 2023-09-19', 21],
  ['bash: java: command not found', undefined],
])('Java from %s', (words, major) => {
  expect(javaMajor(words)).toBe(major);
});
