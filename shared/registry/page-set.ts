import { findInBlocks, readBlocks, writeBlocks } from './page-blocks.ts';
import { findInGaps, readGaps, writeGaps } from './page-gaps.ts';

// A set of `count` numbers below `universe`, both known beforehand. For none and for all nothing is written.

export const blocksForm = 0;
export const gapsForm = 1;

interface WrittenSet {
  readonly form: typeof blocksForm | typeof gapsForm;
  readonly bytes: Uint8Array;
}

/** Members ascending. Takes the smaller of the two forms, in doubt and beyond `mostInGaps` members blocks. */
export function writeSet(members: readonly number[], universe: number, mostInGaps: number): WrittenSet {
  if (members.length === 0 || members.length === universe) {
    return { form: blocksForm, bytes: new Uint8Array(0) };
  }
  const blocks = writeBlocks(members, universe);
  const gaps = members.length > mostInGaps ? blocks : writeGaps(members);
  return gaps.length < blocks.length ? { form: gapsForm, bytes: gaps } : { form: blocksForm, bytes: blocks };
}

/** How many members come before `wanted`; -1 if it is none itself. The set begins with bit `at`. */
export function findInSet(
  view: DataView,
  at: number,
  form: number,
  universe: number,
  count: number,
  wanted: number,
): number {
  if (count === 0) {
    return -1;
  }
  if (count === universe) {
    return wanted;
  }
  return form === gapsForm ? findInGaps(view, at, count, wanted) : findInBlocks(view, at, universe, wanted);
}

/** All members, ascending. */
export function readSet(view: DataView, at: number, form: number, universe: number, count: number): readonly number[] {
  if (count === 0 || count === universe) {
    return Array.from({ length: count }, (_, member) => member);
  }
  return form === gapsForm ? readGaps(view, at, count) : readBlocks(view, at, universe);
}
