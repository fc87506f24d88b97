import type { ListDay } from './list-day.ts';
import { linesOfAPage } from './page-address.ts';
import { daysLength, readDay, writeDays } from './page-days.ts';
import type { ListKind } from './page-kinds.ts';
import { blocksForm, findInSet, gapsForm, readSet, writeSet } from './page-set.ts';

// A layer holds the lines listed under one kind: a header of twelve bytes, the set of lines, the set of those among
// them (by their places) that have days of their own, and these days.

export const layerHeaderBytes = 12;

const linesAsGaps = 0x80;
const placesAsGaps = 0x40;
const daysByTable = 0x20;
const dayWidth = 0x1f;

/** A layer's header, and where its parts stand, in bytes from the beginning of the view. */
export interface LayerView {
  readonly kind: ListKind;
  readonly linesForm: number;
  readonly placesForm: number;
  readonly daysForm: { readonly width: number; readonly table: boolean };
  readonly count: number;
  readonly common: ListDay;
  readonly own: number;
  readonly linesAt: number;
  readonly placesAt: number;
  readonly daysAt: number;
  readonly end: number;
}

export interface LayerLines {
  readonly kind: ListKind;
  /** Ascending; `day` later than the layer's common day is the line's own. */
  readonly lines: readonly number[];
  readonly days: readonly ListDay[];
}

/** The part of a layer that does not depend on its common day. */
export function writeLines(lines: readonly number[]) {
  return writeSet(lines, linesOfAPage);
}

export function writeLayer(
  { kind, lines, days }: LayerLines,
  common: ListDay,
  linesSet = writeLines(lines),
): Uint8Array {
  const places = [...days.keys()].filter((place) => (days[place] ?? 0) > common);
  const placesSet = writeSet(places, lines.length);
  const own = writeDays(
    places.map((place) => days[place] ?? 0),
    common,
  );
  const header = Buffer.alloc(layerHeaderBytes);
  header[0] = kind;
  header[1] =
    (linesSet.form === gapsForm ? linesAsGaps : 0) |
    (placesSet.form === gapsForm ? placesAsGaps : 0) |
    (own.table ? daysByTable : 0) |
    own.width;
  header.writeUInt16BE(lines.length, 2);
  header.writeUInt16BE(common, 4);
  header.writeUInt16BE(places.length, 6);
  header.writeUInt16BE(linesSet.bytes.length, 8);
  header.writeUInt16BE(placesSet.bytes.length, 10);
  return Buffer.concat([header, linesSet.bytes, placesSet.bytes, own.bytes]);
}

/** Where the two sets of the layer that begins with byte `at` end. */
export function setsEnd(view: DataView, at: number): number {
  return at + layerHeaderBytes + view.getUint16(at + 8) + view.getUint16(at + 10);
}

/** The layer that begins with byte `at`. */
export function openLayer(view: DataView, at: number): LayerView {
  const forms = view.getUint8(at + 1);
  const daysForm = { width: forms & dayWidth, table: (forms & daysByTable) !== 0 };
  const own = view.getUint16(at + 6);
  const linesAt = at + layerHeaderBytes;
  const placesAt = linesAt + view.getUint16(at + 8);
  const daysAt = placesAt + view.getUint16(at + 10);
  return {
    kind: view.getUint8(at),
    linesForm: (forms & linesAsGaps) === 0 ? blocksForm : gapsForm,
    placesForm: (forms & placesAsGaps) === 0 ? blocksForm : gapsForm,
    daysForm,
    count: view.getUint16(at + 2),
    common: view.getUint16(at + 4),
    own,
    linesAt,
    placesAt,
    daysAt,
    end: daysAt + daysLength(view, daysAt * 8, daysForm, own),
  };
}

/** The line's day, its own or the common one; 0 if it is not listed. */
export function findInLayer(view: DataView, layer: LayerView, line: number): ListDay {
  const place = findInSet(view, layer.linesAt * 8, layer.linesForm, linesOfAPage, layer.count, line);
  if (place < 0) {
    return 0;
  }
  const ownPlace = findInSet(view, layer.placesAt * 8, layer.placesForm, layer.count, layer.own, place);
  return ownPlace < 0 ? layer.common : readDay(view, layer.daysAt * 8, layer.daysForm, layer.common, ownPlace);
}

export function readLayer(view: DataView, layer: LayerView): LayerLines {
  const lines = readSet(view, layer.linesAt * 8, layer.linesForm, linesOfAPage, layer.count);
  const days = lines.map(() => layer.common);
  const places = readSet(view, layer.placesAt * 8, layer.placesForm, layer.count, layer.own);
  for (const [index, place] of places.entries()) {
    days[place] = readDay(view, layer.daysAt * 8, layer.daysForm, layer.common, index);
  }
  return { kind: layer.kind, lines, days };
}
