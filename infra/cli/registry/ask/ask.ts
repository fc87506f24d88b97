import { readFile } from 'node:fs/promises';
import { ListRefused } from '#shared/registry/formats/list-refused.ts';
import type { ListKind } from '#shared/registry/page-kinds.ts';
import { type AskDependencies, askRegistry, fetchResult } from '#shared/registry/questions/ask-registry.ts';
import { findQuestionForm, formOfLine, type QuestionForm, questionForms } from '#shared/registry/questions/forms.ts';
import {
  type AnswerStore,
  type KeptAnswer,
  type QuestionQuota,
  RegistryFault,
} from '#shared/registry/questions/ports.ts';
import { questionsOverHttp } from '#shared/registry/questions/questions-over-http.ts';
import { findRegistry } from '#shared/registry/registries.ts';
import { parseLine } from '#shared/sender/parse-line.ts';
import type { Io } from '../../io.ts';
import { type NumberLine, numberLines } from '../check/number-lines.ts';
import { openListFile, UnreadableFile } from '../list-file-on-disk.ts';
import { formatCount } from '../registry-context.ts';
import { type AskCall, askUsage, readAskCall } from './ask-call.ts';

export interface AskContext {
  readonly answers: AnswerStore;
  readonly quota: QuestionQuota;
  readonly io: Io;
  readonly now: () => Date;
}

/** More is a list to be bought, not a batch. */
const mostNumbers = 100_000;
const kindNames: ReadonlyMap<ListKind, string> = new Map([
  [1, 'voice'],
  [2, 'text'],
  [3, 'fax'],
]);

/**
 * `registry ask`: asks a registry that hands out no list, and keeps what it says. Answers the exit status: 0 with answers or a
 * batch that was taken, 3 for a batch that is not answered yet, 1 without, 2 for a wrong call.
 */
export async function ask(args: readonly string[], context: AskContext): Promise<number> {
  const { io } = context;
  const call = readAskCall(args);
  if (call === null) {
    io.err(askUsage);
    return 2;
  }
  const form = findQuestionForm(call.registry);
  if (form === null) {
    io.err(
      `${call.registry} is not asked; registries that are: ${questionForms.map((each) => each.registry).join(', ')}.`,
    );
    return 1;
  }
  try {
    const token = call.tokenFile === undefined ? null : (await readFile(call.tokenFile, 'utf8')).trim();
    const dependencies = {
      form,
      questions: questionsOverHttp(form, { url: call.url, token }),
      store: context.answers,
      quota: context.quota,
      clock: context.now,
      account: call.account,
      mostAYear: call.mostAYear ?? form.freeAYear,
      mostADay: call.mostADay,
    };
    io.err(`Note: ${form.assumption}`);
    return await askLines(await linesOf(call, form, io), call, dependencies, io);
  } catch (error) {
    if (error instanceof RegistryFault || error instanceof ListRefused || error instanceof UnreadableFile) {
      io.err(error.message);
      return 1;
    }
    throw error;
  }
}

type AskedLine = Readonly<{ row: number; e164: string }>;

async function linesOf(call: AskCall, form: QuestionForm, io: Io): Promise<readonly AskedLine[]> {
  const country = findRegistry(form.registry)?.country ?? null;
  const lines: AskedLine[] = [];
  const take = ({ row, text }: NumberLine) => {
    const parsed = parseLine(text, { country });
    if (parsed.kind === 'refused' || formOfLine(parsed.line.e164) !== form) {
      io.err(`line ${row} is left out: ${parsed.kind === 'refused' ? parsed.reason : 'not a number of this registry'}`);
    } else if (lines.push({ row, e164: parsed.line.e164 }) > mostNumbers) {
      throw new ListRefused(`More than ${formatCount(mostNumbers)} numbers are not asked about at once.`);
    }
  };
  call.numbers.forEach((text, index) => {
    take({ row: index + 1, text });
  });
  if (call.file !== undefined) {
    for await (const batch of numberLines(await openListFile(call.file))) {
      batch.filter(({ row, text }) => row > 1 || /\d/.test(text)).forEach(take);
    }
  }
  return lines;
}

async function askLines(
  lines: readonly AskedLine[],
  { job }: AskCall,
  dependencies: AskDependencies,
  io: Io,
): Promise<number> {
  const numbers = lines.map(({ e164 }) => e164);
  if (numbers.length === 0) {
    io.err('No number is left to ask about.');
    return 1;
  }
  const asked =
    job === undefined ? await askRegistry(numbers, dependencies) : await fetchResult(job, numbers, dependencies);
  switch (asked.kind) {
    case 'answered':
      report(lines, asked.answers, io);
      return 0;
    case 'submitted':
      io.out(`${formatCount(asked.submitted)} numbers were submitted. For their answers add --job ${asked.job}`);
      return 0;
    case 'pending':
      io.err('The batch is not answered yet.');
      return 3;
    case 'quota_spent':
      io.err(
        `Nothing was asked: ${formatCount(asked.needed)} questions are more than what is left of ${formatCount(asked.most)} a ${asked.period} (--most-a-${asked.period}).`,
      );
      return 1;
    case 'refused':
      io.err(asked.message);
      return 1;
  }
}

/** Rows, not numbers, as in `check-file`. */
function report(lines: readonly AskedLine[], answers: readonly KeptAnswer[], io: Io): void {
  const byNumber = new Map(answers.map((answer) => [answer.e164, answer]));
  io.out('row,status,registered_against,as_of');
  for (const { row, e164 } of lines) {
    const answer = byNumber.get(e164);
    if (answer === undefined) {
      io.out(`${row},unknown,,`);
      continue;
    }
    const { registered, askedAt, readAt } = answer;
    const kinds = registered.map((kind) => kindNames.get(kind)).join(' ');
    const [status, asOf] = registered.length > 0 ? ['registered', readAt] : ['not_registered', askedAt];
    io.out(`${row},${status},${kinds},${asOf.slice(0, 10)}`);
  }
}
