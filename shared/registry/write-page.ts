import type { ListDay } from './list-day.ts';
import { type ListedDays, withChecksum, writeHeader } from './page-format.ts';
import { type LayerLines, writeLayer, writeLines } from './page-layer.ts';
import { type PageName, packPageName } from './page-name.ts';
import type { PageContent } from './read-page.ts';

export interface PageLimits {
  /** Days up to this one may be told as one "no later than" day; later ones are kept for each line while they fit. */
  readonly windowStart: ListDay;
  /** Bytes of the whole page. */
  readonly maxBytes: number;
}

export interface EncodedPage {
  readonly page: Uint8Array;
  /** Lines told with a later day than theirs, inside the window, because the page would be too large otherwise. */
  readonly blurred: number;
}

/**
 * Writes one page. The same name, lines, days and limits give the same bytes. While it is larger than it may be, the
 * common day of the layer with the most days of its own moves on. Throws if not even one day for all fits.
 */
export function encodePage(name: PageName, content: PageContent, limits: PageLimits): EncodedPage {
  const layers = [...content.layers]
    .sort((a, b) => a.kind - b.kind)
    .map(({ kind, days }) => listedLines(kind, days))
    .filter(({ lines }) => lines.length > 0)
    .map((listed) => startLayer(listed, limits.windowStart));
  const header = writeHeader(packPageName(name), layers.length);
  for (;;) {
    const page = withChecksum([header, ...layers.map(({ bytes }) => bytes())]);
    if (page.length <= limits.maxBytes) {
      return { page, blurred: layers.reduce((sum, layer) => sum + layer.blurred(), 0) };
    }
    const [most] = layers.toSorted((a, b) => b.own() - a.own());
    if (most === undefined || most.own() === 0) {
      throw new RangeError(`a page of ${page.length} bytes does not fit ${limits.maxBytes}`);
    }
    most.moveOn();
  }
}

/** A layer with the earliest common day that the window allows, which can move on to the next day of a line. */
function startLayer(listed: LayerLines, windowStart: ListDay) {
  const ascending = Uint16Array.from(listed.days).sort();
  const linesSet = writeLines(listed.lines);
  const countUpTo = (day: ListDay) => {
    let count = 0;
    while ((ascending[count] ?? Number.POSITIVE_INFINITY) <= day) {
      count += 1;
    }
    return count;
  };
  let upTo = countUpTo(Math.max(windowStart, ascending[0] ?? 0));
  const common = () => ascending[upTo - 1] ?? 0;
  return {
    bytes: () => writeLayer(listed, common(), linesSet),
    own: () => ascending.length - upTo,
    moveOn: () => {
      upTo = countUpTo(ascending[upTo] ?? 0);
    },
    blurred: () => (common() > windowStart ? countUpTo(common() - 1) : 0),
  };
}

function listedLines(kind: number, days: ListedDays): LayerLines {
  const lines: number[] = [];
  const daysOfLines: ListDay[] = [];
  for (let line = 0; line < days.length; line += 1) {
    const day = days[line] ?? 0;
    if (day !== 0) {
      lines.push(line);
      daysOfLines.push(day);
    }
  }
  return { kind, lines, days: daysOfLines };
}
