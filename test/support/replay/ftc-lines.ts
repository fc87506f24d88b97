import { ftcColumns } from '#shared/intake/ftc-row.ts';
import { seeded } from '#test/support/seeded.ts';

export interface InventedFile {
  readonly text: string;
  /** What a reader must find, worked out while writing and not by the code under test. */
  readonly truth: {
    readonly rows: number;
    readonly taken: number;
    readonly skipped: Readonly<Record<string, number>>;
    /** By E.164. */
    readonly senders: ReadonlyMap<string, { readonly reports: number; readonly reporters: number }>;
  };
}

const areas = [
  ['Massachusetts', '413', 'Springfield'],
  ['California', '213', 'Los Angeles'],
  ['Tennessee', '423', ''],
  ['Illinois', '217', 'SPRINGFIELD'],
] as const;
const junk = [
  ['', 'empty'],
  ['__________', 'placeholder'],
  ['5006', 'short'],
  ['000000000000', 'long'],
  ['1175550143', 'not_nanp'],
] as const;
const subjects = ['No Subject Provided', 'Warranties  & protection plans', 'Other', '"Energy, solar,  & utilities"'];

/**
 * A day of FTC complaints, invented: most senders once, a few dozens of times, some rows twice, some at exactly
 * midnight, some without a usable number. Numbers end in 555-01xx.
 */
export function inventFtcFile(rows: number, seed: number): InventedFile {
  const random = seeded(seed);
  const reports = new Map<string, number>();
  const reporters = new Map<string, Set<string>>();
  const skipped: Record<string, number> = {};
  const lines: string[] = [];
  let taken = 0;
  while (lines.length < rows) {
    const [state, areaCode, city] = random.pick(areas);
    const [bad, reason] = random.pick(junk);
    const usable = !random.chance(0.08);
    // Senders by a steep curve: rank 0 leads, most are seen once.
    const rank = Math.floor(rows * random.next() ** 3);
    const number = `${200 + (Math.floor(rank / 100) % 700)}55501${String(rank % 100).padStart(2, '0')}`;
    const hour = random.chance(0.05)
      ? '00:00:00'
      : `${String(random.below(24)).padStart(2, '0')}:${random.pick(['05', '30', '59'])}:00`;
    const day = String(1 + random.below(14)).padStart(2, '0');
    const shown = usable ? (random.chance(0.1) ? `+1${number}` : number) : bad;
    const line = `${shown},2026-03-15 10:00:00,2026-03-${day} ${hour},${random.chance(0.3) ? '' : city},${state},${areaCode},${random.pick(subjects)},${random.pick(['Y', 'N', ''])}`;
    const times = random.chance(0.02) && lines.length + 1 < rows ? 2 : 1;
    for (let time = 0; time < times; time += 1) {
      lines.push(line);
      if (!usable) {
        skipped[reason] = (skipped[reason] ?? 0) + 1;
        continue;
      }
      taken += 1;
      const e164 = `+1${number}`;
      const cell = line.split(',').slice(3, 6).join('|').toLowerCase();
      reports.set(e164, (reports.get(e164) ?? 0) + 1);
      reporters.set(e164, (reporters.get(e164) ?? new Set()).add(cell));
    }
  }
  return {
    text: `${[ftcColumns.join(','), ...lines].join('\r\n')}\r\n`,
    truth: {
      rows,
      taken,
      skipped,
      senders: new Map(
        [...reports].map(([e164, count]) => [e164, { reports: count, reporters: reporters.get(e164)?.size ?? 0 }]),
      ),
    },
  };
}
