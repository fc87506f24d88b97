import { amendReport, withdrawReport } from '#shared/report/amend-report.ts';
import type { ReportStore } from '#shared/report/ports.ts';
import type { Report, ReportContent } from '#shared/report/report.ts';
import type { TakeDependencies } from '#shared/report/take-report.ts';
import { withPiece } from './message-text.ts';
import { reportIdOfMessage, type Told } from './own-report.ts';
import type { Merge } from './step.ts';

/** `apart`: the report cannot take it; what was told stands by itself. */
export type MergeOutcome = { readonly kind: 'merged'; readonly report: Report | null } | { readonly kind: 'apart' };

/** How often a piece waits for the one before it to be in the text. */
const waits = 4;

/** As for any change of a report (shared/report/change-report.ts). */
const tries = 12;

/** Changes an older report by what a message told. Doing it again changes nothing. Throws when others change it all the time. */
export async function mergeReport(merge: Merge, told: Told | null, deps: TakeDependencies): Promise<MergeOutcome> {
  const id = reportIdOfMessage(deps, merge.of);
  if (merge.kind === 'withdraw') {
    if ((await withdrawReport(id, deps)).kind === 'busy') {
      throw new Error('a report that was to be withdrawn is being changed all the time');
    }
    return { kind: 'merged', report: null };
  }
  let waited = 0;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const report = await deps.reports.get(id);
    if (report === null || report.content === null || told === null) {
      return { kind: 'apart' };
    }
    const patch = patchFor(merge, told, report.content);
    if (patch === 'merged') {
      return { kind: 'merged', report };
    }
    waited += patch === 'wait' ? 1 : 0;
    if (patch === 'apart' || waited > waits) {
      return { kind: 'apart' };
    }
    const outcome =
      patch === 'wait' ? null : await amendReport(id, patch, { ...deps, reports: at(report, deps.reports) });
    if (outcome?.kind === 'amended') {
      return { kind: 'merged', report: outcome.report };
    }
    if (outcome !== null && outcome.kind !== 'unknown') {
      return { kind: 'apart' };
    }
    await deps.pause(attempt);
  }
  throw new Error('a report that was to be completed is being changed all the time');
}

/** The report as it was read, once: a patch made for it must meet no other version. After a conflict nothing is there. */
function at(report: Report, reports: ReportStore): ReportStore {
  let read = false;
  return {
    create: (...args) => reports.create(...args),
    replace: (...args) => reports.replace(...args),
    async get() {
      const first = !read;
      read = true;
      return first ? report : null;
    },
  };
}

type Patch = { readonly sender?: string; readonly text?: string };

function patchFor(
  merge: Exclude<Merge, { kind: 'withdraw' }>,
  told: Told,
  { input }: ReportContent,
): Patch | 'merged' | 'apart' | 'wait' {
  switch (merge.kind) {
    case 'name_sender':
      return fill('sender', input.sender, told.sender);
    case 'add_text':
      return fill('text', input.text, told.text);
    case 'add_piece': {
      const text = withPiece(input.text ?? '', told.text ?? '', merge);
      if (text === 'moved') {
        return 'wait';
      }
      const sender = told.sender !== null && !input.sender ? { sender: told.sender } : {};
      return text === null ? 'merged' : { text, ...sender };
    }
  }
}

/** Only into an empty place: what a person corrected meanwhile is not overwritten. */
function fill(name: 'sender' | 'text', there: string | undefined, told: string | null): Patch | 'merged' | 'apart' {
  if (told === null) {
    return 'apart';
  }
  if (there === undefined || there === '') {
    return { [name]: told };
  }
  // A text may have grown by more of its pieces since.
  return there === told || (name === 'text' && there.includes(told)) ? 'merged' : 'apart';
}
