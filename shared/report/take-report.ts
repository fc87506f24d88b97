import { canonicalJson } from '#shared/runtime/canonical-json.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import { dayMilliseconds } from '#shared/runtime/day.ts';
import type { Sender } from '#shared/sender/sender.ts';
import type { FieldFault } from './field-fault.ts';
import type { ReporterSource } from './identity.ts';
import type { ReportStore, SubjectSummary } from './ports.ts';
import { type PrepareDependencies, prepareContent } from './prepare-content.ts';
import { type Receipt, randomReceipt, receiptForKey, reportIdOf } from './receipt.ts';
import type { Channel, Report } from './report.ts';
import type { ReportInput } from './report-input.ts';

export interface TakeDependencies extends PrepareDependencies {
  readonly reports: ReportStore;
  readonly clock: Clock;
  readonly random: (bytes: number) => Uint8Array;
  readonly retentionDays: number;
  /** Waits before another try at what somebody else changed: longer with each attempt, and not all for the same time. */
  readonly pause: (attempt: number) => Promise<void>;
}

export interface TakeRequest {
  readonly input: ReportInput;
  readonly channel: Channel;
  readonly contactProof: 'none' | 'sms' | 'email';
  /** Public keys and the keys of each other channel are apart: nobody can name a replayed report from outside. */
  readonly idempotencyKey?: string;
  /** For open data only: who reported, when, and the sender as the file's own rule reads it. */
  readonly reporter?: ReporterSource;
  readonly sender?: Sender;
  readonly reportedAt?: string;
}

export type TakeOutcome =
  /** `subject` holds the figures before this report; null where reports cannot pile up. */
  | {
      readonly kind: 'taken';
      readonly receipt: Receipt;
      readonly report: Report;
      readonly subject: SubjectSummary | null;
    }
  /** The same key and the same body as before; the report as it is now. */
  | { readonly kind: 'repeated'; readonly receipt: Receipt; readonly report: Report }
  /** The same key with another body. */
  | { readonly kind: 'key_reused' }
  | { readonly kind: 'refused'; readonly faults: readonly FieldFault[] };

/** Takes one report: pure work, two reads, one conditional write. When it answers `taken` the report is durable. */
export async function takeReport(request: TakeRequest, deps: TakeDependencies): Promise<TakeOutcome> {
  const now = deps.clock();
  const prepared = await prepareContent(
    {
      input: request.input,
      now,
      correcting: null,
      reporter: request.reporter,
      sender: request.sender,
      onlyChance: request.channel === 'sms',
      // The phone that texted us is known whether its owner wants to be or not: kept only where a complaint needs it.
      keepLineEnds: request.channel === 'sms' && request.input.complain !== true,
    },
    deps,
  );
  if (prepared.kind === 'refused') {
    return prepared;
  }
  const receipt = keyedReceipt(request, deps) ?? randomReceipt(deps.random);
  const at = now.toISOString();
  const report: Report = {
    id: reportIdOf(deps.identity.receiptId, receipt),
    revision: 1,
    reportedAt: request.reportedAt ?? at,
    updatedAt: at,
    channel: request.channel,
    requestHash: requestHashOf(request, deps),
    contactProof: request.contactProof,
    emailSince: 1,
    reporter: prepared.reporter,
    subjectId: prepared.subjectId,
    pastSubjectIds: [],
    complaintAsked: request.input.complain === true,
    content: prepared.content,
  };
  const outcome = await deps.reports.create(report, expiry(now, deps.retentionDays));
  if (outcome.kind === 'created') {
    return { kind: 'taken', receipt, report, subject: prepared.subject };
  }
  return metAgain(receipt, outcome.report, report.requestHash);
}

/** What a request with a key would meet that was taken before; null for a new one. One consistent read. */
export async function earlierReport(
  request: TakeRequest,
  deps: TakeDependencies,
): Promise<Extract<TakeOutcome, { readonly kind: 'repeated' | 'key_reused' }> | null> {
  const receipt = keyedReceipt(request, deps);
  const report = receipt === null ? null : await deps.reports.get(reportIdOf(deps.identity.receiptId, receipt));
  return receipt === null || report === null ? null : metAgain(receipt, report, requestHashOf(request, deps));
}

function keyedReceipt({ channel, idempotencyKey }: TakeRequest, { identity }: TakeDependencies): Receipt | null {
  return idempotencyKey === undefined ? null : receiptForKey(identity.receipt, keyInChannel(channel, idempotencyKey));
}

function requestHashOf({ input }: TakeRequest, { identity }: TakeDependencies): string {
  return identity.request(canonicalJson(input)).toString('hex', 0, 16);
}

function metAgain(receipt: Receipt, report: Report, requestHash: string) {
  return report.requestHash === requestHash
    ? ({ kind: 'repeated', receipt, report } as const)
    : ({ kind: 'key_reused' } as const);
}

/** A NUL cannot come in a header, so no public key meets one of another channel. */
export function keyInChannel(channel: Channel, key: string): string {
  return channel === 'api' ? key : `${channel}\0${key}`;
}

export function expiry(now: Date, retentionDays: number): Date {
  return new Date(now.getTime() + retentionDays * dayMilliseconds);
}
