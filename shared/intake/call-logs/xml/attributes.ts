import { detached } from '../detached.ts';
import { resolveReferences } from './references.ts';

export type Attributes =
  | {
      readonly kind: 'read';
      /** Null where a value holds a reference that nothing defines, or a name stands twice. */
      readonly attributes: ReadonlyMap<string, string> | null;
      readonly closed: boolean;
      readonly end: number;
    }
  /** `end`: where reading goes on. */
  | { readonly kind: 'malformed'; readonly end: number }
  /** The text ends inside the tag: inside this attribute's value, or between values. */
  | { readonly kind: 'unfinished'; readonly value: { readonly of: string; readonly start: number } | null };

export type AttributeReader = (text: string, from: number) => Attributes;

/** What stands between one value and the next: ` name="`. */
interface Lead {
  readonly text: string;
  readonly name: string;
  readonly quote: string;
  readonly wanted: boolean;
}

const space = 0x20;
const slash = 0x2f;
const greater = 0x3e;
const longestName = 64;
const nameShape = /^[\w:.-]+$/;
const unfinished: Attributes = { kind: 'unfinished', value: null };

/**
 * Reads attributes up to the end of their tag (XML 1.0, 3.1) and keeps the `wanted` ones. Programs write the attributes of
 * every row in the same order, so what stood between two values in the last tag is tried first.
 */
export function attributeReader(wanted: ReadonlySet<string>): AttributeReader {
  const usual: Lead[] = [];
  return (text, from) => {
    const attributes = new Map<string, string>();
    // A value cannot hold this character, so the next one ends whatever a lost quote left open.
    const nextTag = text.indexOf('<', from);
    let wellFormed = true;
    let at = from;
    for (let index = 0; ; index += 1) {
      let lead = usual[index];
      if (lead === undefined || !text.startsWith(lead.text, at)) {
        const found = readLead(text, at, nextTag, wanted);
        if (found.kind === 'tag_end') {
          return { kind: 'read', attributes: wellFormed ? attributes : null, closed: found.closed, end: found.end };
        }
        if (found.kind !== 'lead') {
          return found.kind === 'unfinished' ? unfinished : malformed(text, nextTag);
        }
        lead = found.lead;
        usual[index] = lead;
      }
      const start = at + lead.text.length;
      const end = text.indexOf(lead.quote, start);
      if (nextTag >= 0 && (end < 0 || end > nextTag)) {
        return malformed(text, nextTag);
      }
      if (end < 0) {
        return { kind: 'unfinished', value: { of: lead.name, start } };
      }
      if (lead.wanted) {
        const value = resolveReferences(text.slice(start, end));
        wellFormed &&= value !== null && !attributes.has(lead.name);
        attributes.set(lead.name, value ?? '');
      }
      at = end + 1;
    }
  };
}

type FoundLead =
  | { readonly kind: 'lead'; readonly lead: Lead }
  | { readonly kind: 'tag_end'; readonly closed: boolean; readonly end: number }
  | { readonly kind: 'malformed' | 'unfinished' };

function readLead(text: string, from: number, nextTag: number, wanted: ReadonlySet<string>): FoundLead {
  const at = afterSpace(text, from);
  const code = text.charCodeAt(at);
  if (code === greater || (code === slash && text.charCodeAt(at + 1) === greater)) {
    return { kind: 'tag_end', closed: code === slash, end: at + (code === slash ? 2 : 1) };
  }
  const equals = text.indexOf('=', at);
  if (equals < 0 && text.length - at <= longestName && nextTag < 0 && text.indexOf('>', at) < 0) {
    return { kind: 'unfinished' };
  }
  const name = equals < 0 || equals - at > longestName ? '' : text.slice(at, equals).trimEnd();
  if (!nameShape.test(name)) {
    return { kind: 'malformed' };
  }
  const start = afterSpace(text, equals + 1) + 1;
  if (start > text.length) {
    return { kind: 'unfinished' };
  }
  const quote = text[start - 1];
  return quote === '"' || quote === "'"
    ? { kind: 'lead', lead: { text: detached(text.slice(from, start)), name, quote, wanted: wanted.has(name) } }
    : { kind: 'malformed' };
}

function malformed(text: string, nextTag: number): Attributes {
  return { kind: 'malformed', end: nextTag < 0 ? text.length : nextTag };
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) <= space) {
    at += 1;
  }
  return at;
}
