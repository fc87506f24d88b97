import type { ListDay } from './list-day.ts';
import { DamagedPageError, headerBytes, type ListedDays, noListedDays, openPage } from './page-format.ts';
import { everyContact, type ListKind } from './page-kinds.ts';
import { findInLayer, type LayerLines, openLayer, readLayer } from './page-layer.ts';
import type { PageName } from './page-name.ts';
import { decodeVersion1, findDayInVersion1, version1 } from './page-version-1.ts';

export interface PageContent {
  /** Ascending kinds; only such as somebody is listed under. */
  readonly layers: readonly { readonly kind: ListKind; readonly days: ListedDays }[];
}

/**
 * The first day on which a line was listed, as far as the page knows: the exact day, or a later one by which it surely
 * was. Null if the line is not listed. Reads only what it needs. With `page`, the name of the page this should be
 * (pages of version 1 do not tell theirs). Throws DamagedPageError.
 */
export function findListedDay(
  bytes: Uint8Array,
  line: number,
  { kind = everyContact, page }: { readonly kind?: ListKind; readonly page?: string } = {},
): ListDay | null {
  if (bytes[0] === version1) {
    return (kind === everyContact ? findDayInVersion1(bytes, line) : 0) || null;
  }
  const { view, name, layers } = openPage(bytes);
  if (page !== undefined && name.page !== page) {
    throw new DamagedPageError('it is the page of other numbers');
  }
  const layer = layers.find((each) => each.kind === kind);
  return layer === undefined ? null : findInLayer(view, layer.at, line) || null;
}

/**
 * As `findListedDay`, in one of many pages of version 2 that stand in one piece of memory, from byte `at` on, and have
 * been checked. 0 if the line is not listed.
 */
export function findInCheckedPage(view: DataView, at: number, kind: ListKind, line: number): ListDay {
  let layerAt = at + headerBytes;
  for (let left = view.getUint8(layerAt - 1); left > 0; left -= 1) {
    if (view.getUint8(layerAt) === kind) {
      return findInLayer(view, layerAt, line);
    }
    layerAt = openLayer(view, layerAt).end;
  }
  return 0;
}

/** The lines of a page with their days, by kind as in `readPage`. Throws DamagedPageError. */
export function readPageLayers(bytes: Uint8Array): readonly LayerLines[] {
  if (bytes[0] !== version1) {
    const { view, layers } = openPage(bytes);
    return layers.map((layer) => readLayer(view, layer));
  }
  const days = decodeVersion1(bytes);
  const lines: number[] = [];
  for (let line = 0; line < days.length; line += 1) {
    if (days[line] !== 0) {
      lines.push(line);
    }
  }
  return lines.length === 0 ? [] : [{ kind: everyContact, lines, days: lines.map((line) => days[line] ?? 0) }];
}

/** All that a page tells. Version 1 does not tell its name. Throws DamagedPageError. */
export function readPage(bytes: Uint8Array): PageContent & { readonly name: PageName | null } {
  if (bytes[0] === version1) {
    const days = decodeVersion1(bytes);
    return { name: null, layers: days.some((day) => day !== 0) ? [{ kind: everyContact, days }] : [] };
  }
  const { view, name, layers } = openPage(bytes);
  return {
    name,
    layers: layers.map((layer) => {
      const days = noListedDays();
      const { lines, days: daysOfLines } = readLayer(view, layer);
      for (const [place, line] of lines.entries()) {
        days[line] = daysOfLines[place] ?? 0;
      }
      return { kind: layer.kind, days };
    }),
  };
}

/** The lines of a page that are listed under one kind. Throws DamagedPageError. */
export function decodePage(bytes: Uint8Array, kind: ListKind = everyContact): ListedDays {
  return readPage(bytes).layers.find((layer) => layer.kind === kind)?.days ?? noListedDays();
}
