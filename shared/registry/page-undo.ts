import { type ListedDays, noListedDays } from './page-format.ts';
import type { ListKind } from './page-kinds.ts';
import type { PageName } from './page-name.ts';
import { findListedDay, type PageContent, readPage } from './read-page.ts';
import { encodePage } from './write-page.ts';

// What a page said before its last change (docs/registry-snapshots.md, section 5): `U`, then five bytes for each line
// about which it said something else: kind, line (two bytes), day (two bytes, 0 if it was not listed). Or, where that is
// smaller, the whole page as it was. Pages begin with other bytes.

const mark = 0x55;
const entryBytes = 5;
const lineAt = 1;
const dayAt = 3;
/** With one line listed. */
const smallestPage = 24;

/** Of a page that says what it said before. */
export const nothingUndone: Uint8Array = Uint8Array.of(mark);

/** `former` is null if there was no page. */
export function writeUndo(former: Uint8Array | null, next: Uint8Array): Uint8Array {
  const before = former === null ? { name: null, layers: [] } : readPage(former);
  const after = readPage(next);
  const kinds = [...new Set([...before.layers, ...after.layers].map(({ kind }) => kind))].sort((a, b) => a - b);
  const entries: number[] = [];
  for (const kind of kinds) {
    const was = daysOf(before, kind);
    const is = daysOf(after, kind);
    for (let line = 0; line < was.length; line += 1) {
      const day = was[line] ?? 0;
      if (day !== is[line]) {
        entries.push(kind, line >>> 8, line & 0xff, day >>> 8, day & 0xff);
      }
    }
  }
  const whole = before.name === null || entries.length < smallestPage ? null : encode(before.name, before);
  return whole !== null && whole.length <= entries.length ? whole : Uint8Array.of(mark, ...entries);
}

/** The line's day before the last change, as findListedDay tells it; `bytes` is the page as it is now. */
export function findUndoneDay(
  bytes: Uint8Array,
  undo: Uint8Array,
  line: number,
  { kind, page }: { readonly kind: ListKind; readonly page: string },
): number | null {
  if (undo[0] !== mark) {
    return findListedDay(undo, line, { kind, page });
  }
  const view = new DataView(undo.buffer, undo.byteOffset, undo.byteLength);
  for (let at = 1; at + entryBytes <= undo.length; at += entryBytes) {
    if (view.getUint8(at) === kind && view.getUint16(at + lineAt) === line) {
      return view.getUint16(at + dayAt) || null;
    }
  }
  return findListedDay(bytes, line, { kind, page });
}

/** The page before the last change: the same lines and days, perhaps not the same bytes. */
export function undonePage(bytes: Uint8Array, undo: Uint8Array): Uint8Array {
  const { name, layers } = readPage(bytes);
  if (undo[0] !== mark || name === null) {
    return undo;
  }
  const days = new Map<ListKind, ListedDays>(layers.map((layer) => [layer.kind, layer.days]));
  const view = new DataView(undo.buffer, undo.byteOffset, undo.byteLength);
  for (let at = 1; at + entryBytes <= undo.length; at += entryBytes) {
    const kind = view.getUint8(at);
    const ofKind = days.get(kind) ?? noListedDays();
    days.set(kind, ofKind);
    ofKind[view.getUint16(at + lineAt)] = view.getUint16(at + dayAt);
  }
  return encode(name, { layers: [...days].map(([kind, each]) => ({ kind, days: each })) });
}

/** With all days as they are: the same lines and days give the same bytes, wherever they were read. */
function encode(name: PageName, content: PageContent): Uint8Array {
  return encodePage(name, content, { windowStart: 0, maxBytes: Number.POSITIVE_INFINITY }).page;
}

function daysOf({ layers }: PageContent, kind: ListKind): ListedDays {
  return layers.find((layer) => layer.kind === kind)?.days ?? noListedDays();
}
