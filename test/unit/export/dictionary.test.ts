import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { offenderColumns } from '#shared/export/offender-csv.ts';

test('the data dictionary has a row for each column, in their order, and no other', () => {
  const page = readFileSync(new URL('../../../docs/exports.md', import.meta.url), 'utf8');
  const table = page.slice(page.indexOf('## Columns'), page.indexOf('## CSV rules'));
  expect([...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)).toEqual(offenderColumns);
});
