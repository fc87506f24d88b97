import type { ListDay } from '../list-day.ts';
import { everyContact } from '../page-kinds.ts';
import { areaVerdicts } from './area-codes.ts';
import type { ContentOptions, ContentReader, CreateContentReader } from './content-reader.ts';
import { readEntryDay } from './entry-day.ts';
import type { EntrySink } from './entry-sink.ts';
import { operations } from './flat-change.ts';
import type { ListCoverage, ListOperation, ListScope, ListSkipReason } from './list-reading.ts';
import { ListRefused } from './list-refused.ts';
import { createElementCutter } from './xml-elements.ts';

export const acphReader: CreateContentReader = (options, sink) => read(options, sink, 'full');
export const acphChangeReader: CreateContentReader = (options, sink) => read(options, sink, 'change');

const scopes: ReadonlyMap<string, ListScope> = new Map([
  ['full', 'full'],
  ['change', 'change'],
  ['delta', 'change'],
]);
const [space, slash, zero, apostrophe, quotes] = [0x20, 0x2f, 0x30, 0x27, 0x22];
const usualStart = Buffer.from('<ph val=', 'latin1');
const digits = 7;

/**
 * Canada's XML, which the United States are assumed to share: `<list type= level= val=>`, in it or (as in the published
 * sample, which is not well-formed) after its self-closed form `<ac val='416'>` with a `<ph val='1234567' />` for each number.
 */
function read(options: ContentOptions, sink: EntrySink, scope: ListScope): ContentReader {
  const { registry } = options;
  let verdicts = areaVerdicts(registry.country, registry.areaCodes, options.areaCode);
  let covers: ListCoverage = { kind: 'not_stated' };
  let seen = false;
  /** The `list` is closed by a tag of its own. */
  let enclosing = false;
  let closed = false;
  let area = -1;

  const onList = (attributes: Attributes | null, line: number): void => {
    const type = attributes?.get('type')?.toLowerCase() ?? '';
    const found = scopes.get(type);
    if (seen || attributes === null || found === undefined) {
      throw new ListRefused(
        seen
          ? `A second list begins in line ${line}.`
          : `The list in line ${line} says neither type='full' nor 'change'.`,
      );
    }
    if (found !== scope) {
      throw new ListRefused(`The file is a ${found} list; it was taken for a ${scope} list.`);
    }
    seen = true;
    enclosing = !attributes.closed;
    const level = attributes.get('level')?.toLowerCase();
    const value = attributes.get('val') ?? '';
    if (level === 'all') {
      covers = { kind: 'whole' };
    } else if (level === 'ac' && /^\d{3}$/.test(value)) {
      covers = { kind: 'areas', areas: [`${registry.callingCode}${value}`] };
      if (options.areaCode !== null && options.areaCode !== value) {
        throw new ListRefused(`The file is named for area code ${options.areaCode}, but holds a list of ${value}.`);
      }
      verdicts = areaVerdicts(registry.country, registry.areaCodes, value);
    }
  };

  const onPhone = (attributes: Attributes | null, line: number): void => {
    const value = attributes?.get('val') ?? '';
    const operation = attributes === null || scope === 'full' ? 'add' : operationOf(attributes);
    const day = attributes === null || scope === 'full' ? null : dayOf(attributes, options);
    const problem =
      attributes === null
        ? 'malformed'
        : !/^\d+$/.test(value) || area < 0
          ? 'bad_line'
          : value.length !== digits
            ? 'wrong_length'
            : operation === null
              ? 'bad_operation'
              : day === 'bad_day'
                ? day
                : (verdicts[area] ?? null);
    if (problem !== null || operation === null || day === 'bad_day') {
      sink.skip(problem ?? 'bad_line', line);
    } else {
      sink.take((1000 + area) * 10_000_000 + Number(value), operation, everyContact, day, line);
    }
  };

  const onOther = (name: string, attributes: Attributes | null, line: number): void => {
    if (name === 'list') {
      onList(attributes, line);
    } else if (name === 'ph') {
      onPhone(attributes, line);
    } else if (name === 'ac') {
      const value = attributes?.get('val') ?? '';
      if (!seen) {
        throw new ListRefused(`Line ${line} has an area code before the list, whose type is then not known.`);
      }
      area = attributes?.closed === false && /^\d{3}$/.test(value) ? Number(value) : -1;
      if (!/^\d{3}$/.test(value)) {
        sink.skip(attributes === null ? 'malformed' : 'bad_line', line);
      }
    } else {
      sink.skip('bad_line', line);
    }
  };

  const elements = createElementCutter({
    open(buffer, start, end, line) {
      const national = scope === 'full' && area >= 0 ? usualPhone(buffer, start, end) : -1;
      if (national < 0) {
        const text = Buffer.from(buffer.buffer, buffer.byteOffset, buffer.length).toString('latin1', start + 1, end);
        onOther(/^[\w:.-]{0,64}/.exec(text)?.[0] ?? '', readAttributes(text), line);
        return;
      }
      const verdict: ListSkipReason | null = verdicts[area] ?? null;
      if (verdict === null) {
        sink.take((1000 + area) * 10_000_000 + national, 'add', everyContact, null, line);
      } else {
        sink.skip(verdict, line);
      }
    },
    close(buffer, start, end) {
      const name = Buffer.from(buffer.buffer, buffer.byteOffset, buffer.length)
        .toString('latin1', start + 2, end)
        .trim();
      closed ||= name === 'list';
      area = name === 'ac' ? -1 : area;
    },
    malformed: (line) => sink.skip('malformed', line),
  });

  return {
    push: (chunk) => elements.push(chunk),
    finish() {
      if (!elements.finish() || area >= 0 || (enclosing && !closed)) {
        throw new ListRefused('The file ends before its list does: it was cut short. Fetch it again.');
      }
      if (!seen) {
        throw new ListRefused('The file holds no list element.');
      }
    },
    get covers() {
      return covers;
    },
    listDay: null,
  };
}

/** The seven digits of `<ph val='1234567' />`, as all but a few elements are written; else negative. */
function usualPhone(buffer: Uint8Array, start: number, end: number): number {
  for (let at = 0; at < usualStart.length; at += 1) {
    if (buffer[start + at] !== usualStart[at]) {
      return -1;
    }
  }
  let at = start + usualStart.length;
  const quote = buffer[at];
  if ((quote !== apostrophe && quote !== quotes) || buffer[at + digits + 1] !== quote) {
    return -1;
  }
  let value = 0;
  for (const last = at + digits; at < last; ) {
    at += 1;
    const digit = (buffer[at] ?? 0) - zero;
    if (digit < 0 || digit > 9) {
      return -1;
    }
    value = value * 10 + digit;
  }
  at += 2;
  while (at < end && buffer[at] === space) {
    at += 1;
  }
  return at === end || (at === end - 1 && buffer[at] === slash) ? value : -1;
}

type Attributes = ReadonlyMap<string, string> & { readonly closed: boolean };

class AttributeMap extends Map<string, string> {
  closed = false;
}

/** Null where the tag is not well-formed. References are not resolved: digits and words need none. */
function readAttributes(text: string): Attributes | null {
  const attributes = new AttributeMap();
  attributes.closed = text.endsWith('/');
  const body = text.replace(/^[\w:.-]{1,64}/, '').replace(/\/$/, '');
  const attribute = /\s+([\w:.-]{1,64})\s{0,16}=\s{0,16}(?:'([^'<&]*)'|"([^"<&]*)")/y;
  let at = 0;
  for (let match = attribute.exec(body); match !== null; match = attribute.exec(body)) {
    const [, name = '', single, double = ''] = match;
    if (attributes.has(name)) {
      return null;
    }
    attributes.set(name, (single ?? double).trim());
    at = attribute.lastIndex;
  }
  return body.slice(at).trim() === '' ? attributes : null;
}

function operationOf(attributes: Attributes): ListOperation | null {
  const found = [...attributes.values()].flatMap((value) => operations.get(value.toUpperCase()) ?? []);
  return found.length === 1 ? (found[0] ?? null) : null;
}

function dayOf(attributes: Attributes, options: ContentOptions): ListDay | null | 'bad_day' {
  const dated = [...attributes].find(([name, value]) => name !== 'val' && /^\d{4}[-/]?\d{2}/.test(value));
  return dated === undefined ? null : readEntryDay(dated[1], options);
}
