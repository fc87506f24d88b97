import { stringify } from 'csv-stringify/sync';
import { ftcColumns } from '#shared/intake/ftc-row.ts';
import { areaOfCode } from '#shared/law/area-of-line.ts';
import { seeded } from '#test/support/seeded.ts';

const day = Date.UTC(2026, 10, 20);
const areaCodes = Array.from({ length: 800 }, (_, index) => String(index + 200)).filter((code) => {
  const area = areaOfCode(code);
  return area?.country === 'US' && area.region !== null;
});
const states = ['California', 'Texas', 'Florida', 'New York', 'Massachusetts', 'Ohio'];
const subjects = ['Dropped call or no message', 'No Subject Provided', 'Home improvement & cleaning', 'Other'];

/**
 * A day of the FTC's file with invented rows (numbers of fiction), spread over senders as on real days: seven in eight
 * are named once, one in fifty five times or more, and one sixty times. The same text every time.
 */
export function inventedDay(reports: number): string {
  const random = seeded(20_261_120);
  const senders = random.shuffle(
    areaCodes.flatMap((area) =>
      Array.from({ length: 100 }, (_, line) => `${area}55501${String(line).padStart(2, '0')}`),
    ),
  );
  const rows: string[] = Array.from({ length: 60 }, () => senders[0] ?? '');
  for (const sender of senders.slice(1)) {
    const named = timesNamed(random.next());
    rows.push(...Array.from({ length: Math.min(named, reports - rows.length) }, () => sender));
    if (rows.length >= reports) {
      break;
    }
  }
  const step = (24 * 3600 * 1000) / reports;
  return stringify([
    [...ftcColumns],
    ...random.shuffle(rows).map((sender, index) => {
      const created = new Date(day + index * step);
      const called = new Date(created.getTime() - random.below(20 * 3600 * 1000));
      return [
        sender,
        inFile(created),
        inFile(called),
        `Exampleville ${random.below(400)}`,
        random.pick(states),
        random.pick(areaCodes),
        random.pick(subjects),
        random.pick(['Y', 'N']),
      ];
    }),
  ]);
}

function timesNamed(draw: number): number {
  if (draw < 0.873) {
    return 1;
  }
  return draw < 0.979
    ? 2 + Math.floor(((draw - 0.873) / 0.106) ** 2 * 3)
    : 5 + Math.floor(((draw - 0.979) / 0.021) ** 4 * 30);
}

function inFile(time: Date): string {
  return time.toISOString().slice(0, 19).replace('T', ' ');
}
