import { expect, it } from 'vitest';
import { reportFull } from '#infra/cli/registry/import-report.ts';
import { usNational } from '#shared/registry/registries.ts';
import { createMemoryRegistrationStore } from '#test/support/memory-registration-store.ts';

it('an import says that part of its units went into removing former lists', () => {
  const out: string[] = [];
  const io = { out: (line: string) => void out.push(line), err: () => {} };
  const context = { store: createMemoryRegistrationStore(), archive: undefined, units: { read: 4, write: 1_173 }, io };
  const summary = { lines: 1, entries: 1, added: 1, deleted: 0, bytes: 12, files: 1, skipped: {} };
  const facts = { listDay: 20_000, notes: [] };
  const done = {
    registry: usNational,
    summary,
    facts: { ...facts, format: 'us-flat', scope: 'full', covers: { kind: 'not_stated' }, dateFrom: 'operator' },
    seconds: () => 1,
  } as const;
  reportFull({ kind: 'already_current', pagesRemoved: 1_150 }, done, {
    ...context,
    local: true,
    now: () => new Date(0),
  });
  expect(out).toContain('  removed      1,150 pages of former lists, at up to two write units each');
  expect(out).toContain('  write units  1,173, read units 4');
  out.length = 0;
  reportFull({ kind: 'already_current', pagesRemoved: 0 }, done, { ...context, local: true, now: () => new Date(0) });
  expect(out.join()).not.toContain('removed');
});
