import { ListRefused } from '#shared/registry/formats/list-refused.ts';
import { dayOf, formatListDay } from '#shared/registry/list-day.ts';
import type { RegistryHead } from '#shared/registry/registration-ports.ts';
import { findRegistry, type RegistryDefinition, registries } from '#shared/registry/registries.ts';
import { DamagedSnapshotError } from '#shared/registry/snapshot-archive.ts';
import { openSnapshots, type SnapshotLookup } from '#shared/registry/snapshot-look-up.ts';
import { openListFile, UnreadableFile } from '../list-file-on-disk.ts';
import { formatCount, type RegistryContext } from '../registry-context.ts';
import { type AnswerFile, answersOnDisk, printedAnswers, UnwritableAnswers } from './answer-file.ts';
import { type CheckFileCall, checkFileUsage, readCheckFileCall } from './check-call.ts';
import { type CheckTally, createCheckTally } from './check-tally.ts';
import { type NumberLine, numberLines } from './number-lines.ts';
import { readNumber } from './read-number.ts';

const tellEvery = 1_000_000;
/** Of checks whose list changed so often meanwhile that files which they needed are gone. */
const mostAttempts = 3;
/** Exit status of answers that are all there, from a list that is older than callers may go by. */
const stale = 3;

/**
 * `registry check-file`: each number of a file against the snapshots of one registry, in constant memory. Answers the exit
 * status: 0, or 3 if an answer rests on a stale list; 1 if there are no answers.
 */
export async function checkFile(args: readonly string[], context: RegistryContext): Promise<number> {
  const { io } = context;
  const call = readCheckFileCall(args);
  if (call === null) {
    io.err(checkFileUsage);
    return 2;
  }
  const registry = findRegistry(call.registry);
  if (registry === null) {
    io.err(`There is no registry ${call.registry}; known: ${registries.map(({ id }) => id).join(', ')}.`);
    return 1;
  }
  // What was printed cannot be taken back.
  const attempts = call.out === undefined ? 1 : mostAttempts;
  for (let attempt = 1; ; attempt += 1) {
    const status = await checkOnce(call, registry, context);
    if (status !== 'list_changed') {
      return status;
    }
    if (attempt === attempts) {
      io.err(`${call.file} was not checked: the list of ${registry.id} changed meanwhile. Run it again.`);
      return 1;
    }
    io.err(`The list of ${registry.id} changed meanwhile; checking anew against what answers now.`);
  }
}

async function checkOnce(
  call: CheckFileCall,
  registry: RegistryDefinition,
  context: RegistryContext,
): Promise<number | 'list_changed'> {
  const { io } = context;
  let opened: RegistryHead | undefined;
  const answers = call.out === undefined ? printedAnswers(io) : answersOnDisk(call.out);
  try {
    const { archive } = context;
    const head = await context.store.head(registry.id);
    if (archive === undefined || head.lists.length === 0) {
      io.err(`No list of ${registry.id} is held${archive === undefined ? ' in an archive' : ''}; nothing was checked.`);
      await answers.discard();
      return 1;
    }
    opened = head;
    const lookup = await openSnapshots(archive, head);
    const status = await checkLines(call, { registry, lookup, answers }, context);
    await (status === 1 ? answers.discard() : answers.keep());
    return status;
  } catch (error) {
    await answers.discard();
    if (error instanceof ListRefused || error instanceof UnreadableFile || error instanceof UnwritableAnswers) {
      io.err(`${call.file} was not checked: ${error.message}`);
      return 1;
    }
    if (error instanceof DamagedSnapshotError) {
      // Files that a later change list replaced do not stay for ever (docs/registry-snapshots.md).
      const moved = opened !== undefined && listsOf(await context.store.head(registry.id)) !== listsOf(opened);
      if (moved) {
        return 'list_changed';
      }
      io.err(`${call.file} was not checked: ${error.message}. Import the list again.`);
      return 1;
    }
    throw error;
  }
}

/** Differs once something else answers. */
const listsOf = ({ lists }: RegistryHead): string =>
  JSON.stringify(lists.map(({ snapshot, change, areas }) => [snapshot, change, areas]));

interface Check {
  readonly registry: RegistryDefinition;
  readonly lookup: SnapshotLookup;
  readonly answers: AnswerFile;
}

async function checkLines(call: CheckFileCall, check: Check, { io, now }: RegistryContext): Promise<number> {
  const { registry, answers, lookup } = check;
  const tally = createCheckTally();
  const today = formatListDay(dayOf(now()));
  let staleRows = 0;
  let rows = 0;
  await answers.write([`row,status,since,as_of${call.withNumbers ? ',number' : ''}`]);
  for await (const batch of numberLines(await openListFile(call.file))) {
    const lines: string[] = [];
    for (const line of batch) {
      // A heading, and only as the first line.
      if (line.row === 1 && !/\d/.test(line.text)) {
        continue;
      }
      const answered = await answerLine(line, call, check, tally);
      lines.push(answered.csv);
      staleRows += answered.staleFrom !== null && answered.staleFrom <= today ? 1 : 0;
      rows += 1;
      if (rows % tellEvery === 0) {
        io.err(`checked ${formatCount(rows)} lines`);
      }
    }
    await answers.write(lines);
  }
  const { unreadable, ...statuses } = tally.statuses;
  const tell = call.out === undefined ? io.err : io.out;
  const readable = rows - unreadable;
  tell(`${registry.id}: ${formatCount(readable)} numbers of ${formatCount(rows)} lines checked`);
  for (const [status, count] of Object.entries(statuses)) {
    tell(`  ${status.padEnd(15)} ${formatCount(count)}`);
  }
  for (const [reason, { count, firstRows }] of tally.skipped) {
    const places = `first in ${count === 1 ? 'line' : 'lines'} ${firstRows.join(', ')}`;
    tell(`  ${'unreadable'.padEnd(15)} ${reason} ${formatCount(count)}, ${places}`);
  }
  tell(`  ${'areas read'.padEnd(15)} ${formatCount(lookup.areasRead)}`);
  if (readable === 0) {
    io.err('The file holds no numbers.');
    return 1;
  }
  if (staleRows > 0) {
    io.err(
      `${formatCount(staleRows)} answers rest on a stale list: callers must use one of at most ` +
        `${registry.maxListAgeDays} days (${registry.maxListAgeCitation}). Import a newer one.`,
    );
    return stale;
  }
  return 0;
}

async function answerLine(
  { row, text }: NumberLine,
  { contact, withNumbers }: CheckFileCall,
  { registry, lookup }: Check,
  tally: CheckTally,
): Promise<{ readonly csv: string; readonly staleFrom: string | null }> {
  const read = readNumber(text, registry.country);
  if (read.kind === 'refused') {
    tally.skip(read.reason, row);
    return { csv: `${row},unreadable,,${withNumbers ? ',' : ''}`, staleFrom: null };
  }
  const { e164 } = read;
  const answer = await lookup.lookUp(e164, contact);
  const status = answer === null ? 'unknown' : answer.registered ? 'registered' : 'not_registered';
  tally.count(status);
  const since = answer?.since ?? answer?.noLaterThan ?? '';
  const number = withNumbers ? `,${e164}` : '';
  return { csv: `${row},${status},${since},${answer?.asOf ?? ''}${number}`, staleFrom: answer?.staleFrom ?? null };
}
