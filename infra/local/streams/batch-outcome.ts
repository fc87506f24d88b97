import type { InvokeResult } from '../functions/function-definition.ts';
import { isList, isObject, parseJson } from '../json.ts';

/** What became of a batch: all done, or failed from some record on (`progress` records are behind us). */
export type BatchOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly progress: number; readonly functionError: string | null };

const FAILED: BatchOutcome = { kind: 'failed', progress: 0, functionError: 'Unhandled' };

/**
 * Reads a function's answer to a batch of a stream. With ReportBatchItemFailures the lowest named record is where the
 * next try begins; a name that is empty, null or not in the batch fails the whole batch
 * (https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html).
 */
export function batchOutcome(
  result: InvokeResult,
  identifiers: readonly string[],
  reportsFailures: boolean,
): BatchOutcome {
  if (result.kind !== 'returned') {
    return FAILED;
  }
  if (!reportsFailures) {
    return { kind: 'done' };
  }
  const answer = parseJson(result.payload);
  const failures = isObject(answer) ? answer['batchItemFailures'] : undefined;
  if (failures === undefined || failures === null || (isList(failures) && failures.length === 0)) {
    return { kind: 'done' };
  }
  if (!isList(failures)) {
    return { kind: 'failed', progress: 0, functionError: null };
  }
  const places = failures.map((failure) =>
    identifiers.indexOf(String(isObject(failure) ? failure['itemIdentifier'] : '')),
  );
  return { kind: 'failed', progress: Math.max(0, Math.min(...places)), functionError: null };
}
