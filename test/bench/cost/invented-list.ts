import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registryCommand } from '#infra/cli/commands/registry.ts';
import type { World } from './open-world.ts';

const local = Array.from({ length: 100 }, (_, index) => `55501${String(index).padStart(2, '0')}`);

/** Lines of fiction in two areas. */
export const lines: readonly string[] = ['413', '617'].flatMap((area) => local.map((line) => `+1${area}${line}`));

/** Imports a national list that covers both areas and holds every other line. */
export async function importInventedList({ documents, env }: World): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ringfence-bench-'));
  try {
    const file = join(folder, 'list.txt');
    const listed = lines.filter((_, index) => index % 2 === 0);
    writeFileSync(file, listed.map((line) => `${line.slice(2, 5)},${line.slice(5)}\n`).join(''));
    const status = await registryCommand(
      ['import', 'us-national', file, '--list-date', new Date().toISOString().slice(0, 10)],
      { documentClient: documents, local: true, directory: { tables: { Registrations: env.REGISTRATIONS_TABLE } } },
      { out: () => {}, err: () => {} },
    );
    if (status !== 0) {
      throw new Error('the list was not imported');
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
