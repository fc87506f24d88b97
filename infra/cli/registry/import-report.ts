import type { ListFileFacts, ListSummary } from '#shared/registry/formats/list-reading.ts';
import { skipReasonInWords } from '#shared/registry/formats/skip-reasons.ts';
import type { ChangeOutcome } from '#shared/registry/import-changes.ts';
import type { ImportOutcome } from '#shared/registry/import-list.ts';
import { dayOf, formatListDay } from '#shared/registry/list-day.ts';
import { priceOf } from '#shared/registry/load-price.ts';
import type { RegistryDefinition } from '#shared/registry/registries.ts';
import { formatCount, type RegistryContext } from './registry-context.ts';

interface Done {
  readonly registry: RegistryDefinition;
  readonly facts: ListFileFacts;
  readonly summary: ListSummary;
  readonly seconds: () => number;
}

const label = (name: string) => `  ${name.padEnd(12)} `;

/** Answers the exit status. */
export function reportFull(outcome: ImportOutcome, done: Done, context: RegistryContext): number {
  const { io } = context;
  const { registry } = done;
  const listDate = formatListDay(done.facts.listDay);
  if (outcome.kind === 'refused') {
    return refused(outcome.message, context);
  }
  if (outcome.kind === 'already_current') {
    io.out(`${registry.id}: this list of ${listDate} is already the current one; nothing to write.`);
  } else {
    io.out(`${registry.id}: the list of ${listDate} now answers`);
    io.out(`${label('numbers')}${formatCount(outcome.record.numbers)}`);
    io.out(`${label('area codes')}${formatCount(outcome.record.areas)}`);
    io.out(`${label('pages')}${formatCount(outcome.record.pages)}`);
    if (outcome.record.blurred > 0) {
      io.out(
        `${label('later dates')}${formatCount(outcome.record.blurred)} numbers, whose pages have no room for a date each`,
      );
    }
    if (outcome.untouchedAreas.length > 0) {
      io.out(
        `${label('untouched')}${formatCount(outcome.untouchedAreas.length)} area codes that this list does not carry`,
      );
    }
  }
  if (outcome.pagesRemoved > 0) {
    io.out(
      `${label('removed')}${formatCount(outcome.pagesRemoved)} pages of former lists, at up to two write units each`,
    );
  }
  return finish(done, context);
}

/** Answers the exit status. */
export function reportChange(outcome: ChangeOutcome, done: Done, context: RegistryContext): number {
  const { io } = context;
  const { registry } = done;
  const listDate = formatListDay(done.facts.listDay);
  if (outcome.kind === 'refused' || outcome.kind === 'superseded') {
    return refused(outcome.message, context);
  }
  if (outcome.kind === 'already_applied') {
    io.out(`${registry.id}: the change list of ${listDate} was applied before; nothing to write.`);
  } else {
    const { added, deleted, restarted, areas, pages, baseDate } = outcome.record;
    io.out(`${registry.id}: the list of ${baseDate} answers as of ${listDate} now`);
    io.out(`${label('added')}${formatCount(added)}`);
    io.out(`${label('deleted')}${formatCount(deleted)}`);
    if (restarted > 0) {
      io.out(`${label('again')}${formatCount(restarted)} deleted and added again`);
    }
    io.out(`${label('area codes')}${formatCount(areas)}`);
    io.out(`${label('pages')}${formatCount(pages)} changed`);
    if (outcome.notHeld > 0) {
      io.out(`${label('left out')}${formatCount(outcome.notHeld)} changes in area codes of which no full list is held`);
    }
    if (outcome.ahead > 0) {
      io.out(
        `${label('passed over')}${formatCount(outcome.ahead)} changes in area codes held as of ${listDate} or later already`,
      );
    }
  }
  return finish(done, context);
}

function refused(message: string, { io }: RegistryContext): number {
  io.err(`The list was not imported; the lists held before still answer. ${message}`);
  return 1;
}

function finish({ registry, facts, summary, seconds }: Done, { io, units, now }: RegistryContext): number {
  io.out(`${label('lines read')}${formatCount(summary.lines)}`);
  for (const [reason, { count, firstLines }] of Object.entries(summary.skipped)) {
    const places = `first in ${count === 1 ? 'line' : 'lines'} ${firstLines.join(', ')}`;
    io.out(`${label('skipped')}${reason} ${formatCount(count)}, ${places}: ${skipReasonInWords(reason)}`);
  }
  io.out(`${label('write units')}${formatCount(units.write)}, read units ${formatCount(units.read)}`);
  io.out(`${label('price')}${priceOf(units)}, on demand in us-east-1`);
  io.out(`${label('seconds')}${seconds().toFixed(1)}`);
  const age = dayOf(now()) - facts.listDay;
  if (registry.maxListAgeDays !== null && age > registry.maxListAgeDays) {
    io.err(
      `Note: the list is ${age} days old; callers must use one of at most ${registry.maxListAgeDays} (${registry.maxListAgeCitation}).`,
    );
  }
  return 0;
}
