import type { ListFormatId } from './list-formats.ts';
import { listFormatIds, listFormats } from './list-formats.ts';
import { ListRefused } from './list-refused.ts';

/** Enough to tell what kind of file it is. */
export const startBytes = 4096;
const linesLooked = 50;

/** How a line of the format looks. `acph-xml` is known by its first element instead. */
const shapes: Readonly<Partial<Record<ListFormatId, RegExp>>> = {
  'us-flat': /^\d{3}\s?,\s?\d{7}$/,
  'us-flat-change': /^"?\d{3}"?\s?,\s?"?\d{7}"?\s?,/,
  'canada-csv': /^\d{3}\s?,\s?\d{7}$/,
  massachusetts: /^"?\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}"?\s?[,;|\t]|[,;|\t]\s?"?\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}"?$/,
  'uk-column': /^"?(?:\+?44[\d -]{9,14}|0[\d -]{9,14}|[1235789]\d{9})"?$/,
  'singapore-column': /^"?[3689]\d{7}"?$/,
  'india-preferences': /^["'+\d][^a-z]{7,30}START\b/i,
  'india-preferences-change': /^["'+\d][^a-z]{7,30}STOP\b/i,
  plain: /^(?:#|"?\+?[\d ().-]{7,20}"?$)/,
};

/** Throws ListRefused if the beginning of a file shows that it is no text at all, or a container inside a container. */
export function refuseOtherKinds(start: Uint8Array): void {
  const bytes = Buffer.from(start.buffer, start.byteOffset, Math.min(start.byteLength, startBytes));
  const kind = otherKind(bytes);
  if (kind !== null) {
    throw new ListRefused(kind);
  }
}

function otherKind(bytes: Buffer): string | null {
  const text = bytes.toString('latin1');
  if (text.startsWith('PK\u0003\u0004') || text.startsWith('PK\u0005\u0006')) {
    return 'It holds a zip archive inside another container; unpack the outer one.';
  }
  if (text.startsWith('\u001f\u008b')) {
    return 'It is compressed twice; unpack the outer one.';
  }
  if (/^(?:\u00ff\u00fe|\u00fe\u00ff)/.test(text)) {
    return 'It is UTF-16 text; lists are plain ASCII.';
  }
  if (bytes.subarray(0, 512).some((byte) => byte < 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09)) {
    return 'It is a binary file, not a text list.';
  }
  return /^\s*<(?:!doctype\s+html|html)/i.test(text)
    ? 'It is an HTML page, perhaps a log-in or error page saved in place of the list.'
    : null;
}

/**
 * The format among `offered` that the beginning of a file has (`start`: its first bytes as Latin-1, without a byte order
 * mark). Throws ListRefused, with what it looks like instead if that is known.
 */
export function recognise(start: string, offered: readonly ListFormatId[], registry: string): ListFormatId {
  const found = best(start, offered);
  if (found !== null) {
    return found;
  }
  const other = best(start, listFormatIds);
  throw new ListRefused(
    `${other === null ? 'It is of none of the formats' : `It looks like: ${listFormats[other].name}; that is none of the formats`} ` +
      `of ${registry}: ${offered.join(', ')}. If it is one of them, name it with --format.`,
  );
}

function best(start: string, offered: readonly ListFormatId[]): ListFormatId | null {
  if (/^\s*</.test(start)) {
    const id = isChangeList(start) ? 'acph-xml-change' : 'acph-xml';
    return offered.includes(id) ? id : null;
  }
  // The last line may be cut off by the limit, the first few may be a heading.
  const lines = start.split(/[\r\n]+/).map((line) => line.trim().slice(0, 200));
  const whole = lines.slice(0, start.length < startBytes - 3 ? undefined : -1).filter((line) => line !== '');
  const looked = whole.slice(0, linesLooked);
  const scores = offered.map((id) => looked.filter((line) => shapes[id]?.test(line) === true).length);
  // One message that ends a preference is enough to tell that they are messages.
  const messages = offered.indexOf('india-preferences-change');
  if (messages >= 0 && (scores[messages] ?? 0) > 0) {
    return 'india-preferences-change';
  }
  const highest = Math.max(0, ...scores);
  return highest > 0 && highest >= looked.length / 2 ? (offered[scores.indexOf(highest)] ?? null) : null;
}

function isChangeList(start: string): boolean {
  const from = start.indexOf('<list');
  const tag = from < 0 ? '' : start.slice(from, from + 400).split('>', 1)[0];
  return /\stype\s?=\s?["'](?:change|delta)["']/i.test(tag ?? '');
}
