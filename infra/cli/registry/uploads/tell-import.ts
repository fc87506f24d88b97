import { priceOf } from '#shared/registry/load-price.ts';
import { standsStill } from '#shared/registry/uploads/stands-still.ts';
import type { ListImport } from '#shared/registry/uploads/upload-ports.ts';
import { formatCount } from '../registry-context.ts';

const label = (name: string) => `  ${name.padEnd(12)} `;

const words: Readonly<Record<ListImport['state'], string>> = {
  reading: 'is being read',
  waiting: 'waits for the list that it continues',
  applying: 'is being applied',
  loading: 'is being loaded',
  imported: 'was imported and answers',
  changed: 'was applied',
  already_current: 'is the current list already; nothing was written',
  already_applied: 'was applied before; nothing was written',
  refused: 'was refused; the lists held before still answer',
};

export const stillRunbook = 'docs/runbooks/dead-letters-lists.md';

/** In one line, while it is under way. */
export function progressOf(one: ListImport): string {
  const { state, lines, plan, done, estimate } = one;
  const read = one.read === null ? lines : one.read.lines;
  const cost =
    estimate === null
      ? ''
      : `; writing the pages takes at most ${formatCount(estimate.write)} write units, ${priceOf(estimate)}`;
  const areas = plan === null ? '' : `, ${formatCount(done.length)} of ${formatCount(plan.areas.length)} area codes`;
  return `${words[state]}${areas}: ${formatCount(read)} lines read${cost}`;
}

/** An import in full, under way or ended; nothing of the list itself. */
export function tellImport(one: ListImport, now: Date, tell: (line: string) => void): void {
  const { registry, file, listDate, read, plan, done, units, estimate, messages } = one;
  tell(`${registry}: ${file}${listDate === null ? '' : `, list of ${listDate},`} ${words[one.state]}`);
  if (standsStill(one, now)) {
    tell(
      `${label('stands still')}since ${one.takenUpAt}, and will not go on by itself: upload the file again, and see ${stillRunbook}`,
    );
  }
  for (const message of messages) {
    tell(`${label(one.state === 'refused' ? 'why' : 'note')}${message}`);
  }
  if (plan !== null) {
    const areas = formatCount(plan.areas.length);
    tell(`${label('numbers')}${formatCount(plan.numbers)} on ${formatCount(plan.pages)} pages`);
    tell(
      `${label('area codes')}${done.length === plan.areas.length ? areas : `${formatCount(done.length)} of ${areas}`}`,
    );
  }
  if (read === null) {
    tell(`${label('lines read')}${formatCount(one.lines)}`);
  } else {
    const listed = plan === null ? `, ${formatCount(read.added)} added, ${formatCount(read.deleted)} deleted` : '';
    tell(`${label('lines read')}${formatCount(read.lines)}${listed}`);
    for (const [reason, skipped] of Object.entries(read.skipped)) {
      const { count, firstLines } = skipped;
      const places = `first in ${count === 1 ? 'line' : 'lines'} ${firstLines.join(', ')}`;
      tell(`${label('skipped')}${reason} ${formatCount(count)}, ${places}`);
    }
  }
  if (estimate !== null) {
    tell(`${label('before')}at most ${formatCount(estimate.write)} write units, ${priceOf(estimate)}`);
  }
  tell(`${label('used')}${formatCount(units.write)} write units, read units ${formatCount(units.read)}`);
  tell(`${label('price')}${priceOf(units)}, on demand in us-east-1`);
  const seconds = one.endedAt === null ? null : (Date.parse(one.endedAt) - Date.parse(one.startedAt)) / 1000;
  tell(`${label('began')}${one.startedAt}${seconds === null ? '' : `, took ${seconds.toFixed(1)} seconds`}`);
}
