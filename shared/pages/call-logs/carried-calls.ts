import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod/mini';
import { reportInputSchema } from '#shared/report/report-input.ts';
import { onFirstUse } from '#shared/runtime/on-first-use.ts';

/** CONTRACT section 2: as many as a batch takes. */
const mostCarried = 100;
/** What a form of ours may hold, with its other fields. */
const mostPacked = 40_000;
/** A hundred texts of full length, and more. */
const mostUnpacked = 2 * 1024 * 1024;

const schema = onFirstUse(() =>
  z
    .array(z.strictObject({ row: z.int().check(z.minimum(1)), report: reportInputSchema }))
    .check(z.minLength(1), z.maxLength(mostCarried)),
);

/** A call on its way from the list into a report. */
export type CarriedCall = z.infer<ReturnType<typeof schema>>[number];

export interface Packed {
  readonly text: string;
  /** How many of the calls are in it. */
  readonly count: number;
}

/** The first calls, as many as one form carries, as a field of that form. */
export function packCalls(calls: readonly CarriedCall[]): Packed {
  for (let count = Math.min(calls.length, mostCarried); ; count = Math.ceil(count / 2)) {
    const some = calls.slice(0, count).map(({ row, report }) => ({ row, report }));
    const text = deflateRawSync(JSON.stringify(some)).toString('base64url');
    if (text.length <= mostPacked || count <= 1) {
      return { text, count };
    }
  }
}

/** Null for what is not packed calls. Their reports have the shape of a report; whether intake takes them it says itself. */
export function unpackCalls(text: string): readonly CarriedCall[] | null {
  if (text.length > mostPacked || !/^[\w-]+$/.test(text)) {
    return null;
  }
  try {
    const json = inflateRawSync(Buffer.from(text, 'base64url'), { maxOutputLength: mostUnpacked }).toString('utf8');
    return schema().safeParse(JSON.parse(json)).data ?? null;
  } catch {
    // Not deflated, too much, or not JSON.
    return null;
  }
}
