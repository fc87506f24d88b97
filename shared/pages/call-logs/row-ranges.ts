/** Longer than any list that a page writes; what is longer is read by nobody. */
const mostCharacters = 48_000;

/** Rows of a log as a field or an address carries them: `1-3.9` for 1, 2, 3 and 9. No browser escapes these signs. */
export function writeRows(rows: Iterable<number>): string {
  const ranges: { first: number; last: number }[] = [];
  for (const row of [...new Set(rows)].sort((a, b) => a - b)) {
    const range = ranges.at(-1);
    if (range !== undefined && range.last === row - 1) {
      range.last = row;
    } else {
      ranges.push({ first: row, last: row });
    }
  }
  return ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join('.');
}

/** Each row once, ascending; null for anything else than `writeRows` writes, and for more than `most` rows. */
export function readRows(text: string, most: number): readonly number[] | null {
  if (text === '') {
    return [];
  }
  if (text.length > mostCharacters) {
    return null;
  }
  const rows: number[] = [];
  for (const range of text.split('.')) {
    const [, first = '', last = first] = /^([1-9]\d{0,8})(?:-([1-9]\d{0,8}))?$/.exec(range) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (first === '' || from <= (rows.at(-1) ?? 0) || to < from || rows.length + to - from + 1 > most) {
      return null;
    }
    for (let row = from; row <= to; row += 1) {
      rows.push(row);
    }
  }
  return rows;
}
