import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openRotatingLog } from '#infra/local/functions/rotating-log.ts';

const root = mkdtempSync(join(tmpdir(), 'ringfence-log-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('a full log becomes the earlier one and starts anew', () => {
  const path = join(root, 'a.log');
  const log = openRotatingLog(path, 10);
  log.write('12345678\n');
  log.write(Buffer.from('next\n'));
  log.close();
  log.write('too late');
  const again = openRotatingLog(path, 10);
  again.write('3\n');
  again.close();
  expect(readFileSync(path, 'utf8')).toBe('next\n3\n');
  expect(readFileSync(`${path}.1`, 'utf8')).toBe('12345678\n');
});

test('a log that cannot be written stops nobody, and goes on when it can', () => {
  const log = openRotatingLog(join(root, 'missing', 'b.log'));
  log.write('lost');
  mkdirSync(join(root, 'missing'));
  log.write('kept');
  log.close();
  expect(readFileSync(join(root, 'missing', 'b.log'), 'utf8')).toBe('kept');
});
