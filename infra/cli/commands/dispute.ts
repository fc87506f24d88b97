import { parseArgs } from 'node:util';
import { displaySender } from '#shared/sender/display-sender.ts';
import { createDisputeStore } from '#shared/storage/dispute-store.ts';
import { createListingMarks } from '#shared/storage/listing-marks.ts';
import { decideDispute } from '#shared/subject/disputes/decide-dispute.ts';
import type { Dispute } from '#shared/subject/disputes/dispute.ts';
import type { Deployment } from '../deployment.ts';
import type { Io } from '../io.ts';

const usage = `usage: dispute list [--all]
       dispute accept ID --answer TEXT     mark the listing as disputed
       dispute decline ID --answer TEXT    leave the listing as it is
The answer stands on the page that the owner's reference opens.`;

const longestAnswer = 1000;

/** What the dispute commands need of a deployment. */
export interface DisputeDeployment extends Pick<Deployment, 'documentClient'> {
  readonly directory: { readonly tables: { readonly Disputes: string; readonly Subjects: string } };
}

/** Contested listings: `list`, `accept`, `decline`. Answers the exit status: 0 only on success, 2 for a wrong call. */
export async function disputeCommand(
  args: readonly string[],
  { documentClient, directory }: DisputeDeployment,
  io: Io,
): Promise<number> {
  const call = readCall(args);
  if (call === null) {
    io.err(usage);
    return 2;
  }
  const clock = () => new Date();
  const disputes = createDisputeStore(documentClient, directory.tables.Disputes, clock);
  if (call.kind === 'list') {
    const found: Dispute[] = [];
    for await (const dispute of disputes.all()) {
      if (call.all || dispute.state === 'open') {
        found.push(dispute);
      }
    }
    found.sort((a, b) => (a.filedAt < b.filedAt ? -1 : 1));
    found.forEach((dispute) => {
      io.out(describe(dispute));
    });
    io.err(`${found.length} ${call.all ? 'in all' : 'open'}.`);
    return 0;
  }
  const marks = createListingMarks(documentClient, directory.tables.Subjects);
  const outcome = await decideDispute(call, { disputes, marks, clock });
  switch (outcome.kind) {
    case 'decided':
      io.out(
        call.state === 'declined'
          ? 'Declined. The listing stays as it is.'
          : 'Accepted. The listing is marked as disputed from now on.',
      );
      return 0;
    case 'already_decided':
      io.err(`This dispute was ${outcome.state} before.`);
      return 1;
    case 'unknown':
      io.err('There is no such dispute.');
      return 1;
  }
}

type Call =
  | { readonly kind: 'list'; readonly all: boolean }
  | {
      readonly kind: 'decide';
      readonly id: string;
      readonly state: 'accepted' | 'declined';
      readonly answer: string;
    };

function readCall(args: readonly string[]): Call | null {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { all: { type: 'boolean' }, answer: { type: 'string' } },
    });
    const [command, id, ...more] = positionals;
    if (command === 'list' && id === undefined) {
      return { kind: 'list', all: values.all === true };
    }
    const answer = values.answer?.trim() ?? '';
    const complete = id !== undefined && more.length === 0 && answer !== '' && answer.length <= longestAnswer;
    if ((command !== 'accept' && command !== 'decline') || !complete) {
      return null;
    }
    return { kind: 'decide', id, state: command === 'accept' ? 'accepted' : 'declined', answer };
  } catch {
    return null;
  }
}

/** For the operator's screen, who has to answer its owner. */
function describe({ id, sender, ground, state, filedAt, email, statement }: Dispute): string {
  return [
    [id, filedAt.slice(0, 10), state, displaySender(sender), ground].map(plain).join('  '),
    `    ${plain(email)}: ${plain(statement)}`,
  ].join('\n');
}

/** Control characters would steer the terminal. */
function plain(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ');
}
