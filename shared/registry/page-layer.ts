import type { ListDay } from './list-day.ts';
import { linesOfAPage } from './page-address.ts';
import { daysLength, readDay, writeDays } from './page-days.ts';
import type { ListKind } from './page-kinds.ts';
import { blocksForm, findInSet, gapsForm, readSet, writeSet } from './page-set.ts';

// A layer holds the lines listed under one kind: a header of twelve bytes, the set of lines, the set of those among
// them (by their places) that have days of their own, and these days.

export const layerHeaderBytes = 12;

// A search goes through all gaps before it: more of them would make it slow, most of all after another search.
const mostLinesInGaps = 255;
const mostPlacesInGaps = 31;

const linesAsGaps = 0x80;
const placesAsGaps = 0x40;
const daysByTable = 0x20;
const dayWidth = 0x1f;

const countAt = 2;
const commonAt = 4;
const ownAt = 6;
const linesLengthAt = 8;
const placesLengthAt = 10;

/** Where a layer stands, in bytes from the beginning of the view, and the counts of its header. */
export interface LayerView {
  readonly kind: ListKind;
  readonly at: number;
  readonly end: number;
  readonly count: number;
  readonly own: number;
  readonly common: ListDay;
  readonly dayWidth: number;
}

export interface LayerLines {
  readonly kind: ListKind;
  /** Ascending; `day` later than the layer's common day is the line's own. */
  readonly lines: readonly number[];
  readonly days: readonly ListDay[];
}

/** The part of a layer that does not depend on its common day. */
export function writeLines(lines: readonly number[]) {
  return writeSet(lines, linesOfAPage, mostLinesInGaps);
}

export function writeLayer(
  { kind, lines, days }: LayerLines,
  common: ListDay,
  linesSet = writeLines(lines),
): Uint8Array {
  const places: number[] = [];
  const ownDays: ListDay[] = [];
  for (const [place, day] of days.entries()) {
    if (day > common) {
      places.push(place);
      ownDays.push(day);
    }
  }
  const placesSet = writeSet(places, lines.length, mostPlacesInGaps);
  const own = writeDays(ownDays, common);
  const header = Buffer.alloc(layerHeaderBytes);
  header[0] = kind;
  header[1] =
    (linesSet.form === gapsForm ? linesAsGaps : 0) |
    (placesSet.form === gapsForm ? placesAsGaps : 0) |
    (own.table ? daysByTable : 0) |
    own.width;
  header.writeUInt16BE(lines.length, countAt);
  header.writeUInt16BE(common, commonAt);
  header.writeUInt16BE(places.length, ownAt);
  header.writeUInt16BE(linesSet.bytes.length, linesLengthAt);
  header.writeUInt16BE(placesSet.bytes.length, placesLengthAt);
  return Buffer.concat([header, linesSet.bytes, placesSet.bytes, own.bytes]);
}

/** Where the two sets of the layer that begins with byte `at` end. */
export function setsEnd(view: DataView, at: number): number {
  return at + layerHeaderBytes + view.getUint16(at + linesLengthAt) + view.getUint16(at + placesLengthAt);
}

/** The layer that begins with byte `at`. */
export function openLayer(view: DataView, at: number): LayerView {
  const forms = view.getUint8(at + 1);
  const own = view.getUint16(at + ownAt);
  const daysAt = setsEnd(view, at);
  return {
    kind: view.getUint8(at),
    at,
    end: daysAt + daysLength(view, daysAt * 8, forms & dayWidth, (forms & daysByTable) !== 0, own),
    count: view.getUint16(at + countAt),
    own,
    common: view.getUint16(at + commonAt),
    dayWidth: forms & dayWidth,
  };
}

/** The line's day, its own or the common one, in the layer that begins with byte `at`; 0 if it is not listed. */
export function findInLayer(view: DataView, at: number, line: number): ListDay {
  const forms = view.getUint8(at + 1);
  const count = view.getUint16(at + countAt);
  const linesAt = at + layerHeaderBytes;
  const place = findInSet(view, linesAt * 8, formOf(forms, linesAsGaps), linesOfAPage, count, line);
  if (place < 0) {
    return 0;
  }
  const common = view.getUint16(at + commonAt);
  const own = view.getUint16(at + ownAt);
  const placesAt = linesAt + view.getUint16(at + linesLengthAt);
  const ownPlace = findInSet(view, placesAt * 8, formOf(forms, placesAsGaps), count, own, place);
  return ownPlace < 0
    ? common
    : readDay(view, setsEnd(view, at) * 8, forms & dayWidth, (forms & daysByTable) !== 0, common, ownPlace);
}

export function readLayer(view: DataView, { kind, at, count, own, common }: LayerView): LayerLines {
  const forms = view.getUint8(at + 1);
  const linesAt = at + layerHeaderBytes;
  const placesAt = linesAt + view.getUint16(at + linesLengthAt);
  const lines = readSet(view, linesAt * 8, formOf(forms, linesAsGaps), linesOfAPage, count);
  const days = lines.map(() => common);
  for (const [index, place] of readSet(view, placesAt * 8, formOf(forms, placesAsGaps), count, own).entries()) {
    days[place] = readDay(view, setsEnd(view, at) * 8, forms & dayWidth, (forms & daysByTable) !== 0, common, index);
  }
  return { kind, lines, days };
}

function formOf(forms: number, flag: number): number {
  return (forms & flag) === 0 ? blocksForm : gapsForm;
}
