import { domainToASCII } from 'node:url';
import { parse } from 'tldts';
import { firstTen } from './first-ten.ts';
import { isSentenceJoint } from './sentence-joint.ts';

export interface MentionedDomain {
  /** Lower case, ASCII (`xn--…`), without port and user: `login.bank.example.com`; or an IP address. */
  readonly host: string;
  /** What somebody registered: the public suffix and one label, or a customer's part of a hoster's domain; null for an IP. */
  readonly registrable: string | null;
}

interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly domain: MentionedDomain | null;
}

const withScheme = /(?<![\p{L}\p{N}])(?:https?|ftp):\/{1,2}([^\s<>"'“”«»()[\]{}|]{1,300})/giu;
const label = /[\p{L}\p{M}\p{N}_-]+/gu;
const endOfAuthority = /[/?#\\]/u;
const gluedBehind = /^(?:com|net|org|info|biz)(?=\d|\p{Lu})/u;
const path = /^[/?#:][^\s]{0,300}/u;
const letter = /\p{L}/u;
/** RFC 1035, 3.1. */
const longestName = 253;

/**
 * Addresses with a scheme, and names that end in a public suffix. `rest` is the text with blanks in their place, so that
 * the digits of an address are not read as numbers. Domains of e-mail addresses are those of their providers: left out.
 */
export function findDomains(text: string): { readonly domains: readonly MentionedDomain[]; readonly rest: string } {
  const urls = [...text.matchAll(withScheme)].map(
    (match): Candidate => ({
      start: match.index,
      end: match.index + match[0].length,
      domain: hostOfAuthority(match[1] ?? ''),
    }),
  );
  const between = blanked(text, urls);
  const names = dottedNames(between).map(({ start, written }) => bareName(between, start, written));
  const found = [...urls, ...names].sort((one, other) => one.start - other.start);
  const domains = found.flatMap(({ domain }) => domain ?? []);
  return {
    domains: firstTen(domains, ({ host }) => host),
    rest: blanked(
      between,
      names.filter(({ domain }) => domain !== null),
    ),
  };
}

function hostOfAuthority(rest: string): MentionedDomain | null {
  const authority = rest.split(endOfAuthority, 1)[0] ?? '';
  const url = URL.parse(`http://${authority.replace(/[.,;:!?…]{1,10}$/u, '')}`);
  return url === null ? null : asDomain(url.hostname.replace(/\.$/, ''), { anySuffix: true });
}

/** Labels with single full stops between them. */
function dottedNames(text: string): readonly { readonly start: number; readonly written: string }[] {
  const names: { start: number; end: number }[] = [];
  for (const { 0: written, index } of text.matchAll(label)) {
    const last = names.at(-1);
    const end = index + written.length;
    if (last !== undefined && index === last.end + 1 && text[last.end] === '.') {
      last.end = end;
    } else {
      names.push({ start: index, end });
    }
  }
  return names
    .map(({ start, end }) => ({ start, written: text.slice(start, end) }))
    .filter(({ written }) => written.includes('.') && written.length <= longestName);
}

function bareName(text: string, start: number, written: string): Candidate {
  const before = text.slice(Math.max(0, start - 16), start);
  const behind = path.exec(text.slice(start + written.length))?.[0] ?? '';
  const isOfAddress = before.endsWith('@') || text[start + written.length] === '@';
  const labels = isOfAddress ? [] : withoutWhatIsGlued(written.split('.'), { before, behind });
  const host = domainToASCII(labels.join('.').toLowerCase());
  const domain = labels.length > 1 && letter.test(labels.at(-1) ?? '') ? asDomain(host, { anySuffix: false }) : null;
  const whole = labels.length === written.split('.').length;
  return { start, end: start + labels.join('.').length + (whole ? behind.length : 0), domain };
}

/** `example.com-terms`, `example.com2win`, `example.com.Reply`: what follows without a blank is not part of the name. */
function withoutWhatIsGlued(
  labels: readonly string[],
  around: { readonly before: string; readonly behind: string },
): readonly string[] {
  const last = labels.at(-1) ?? '';
  if (labels.length < 2) {
    return [];
  }
  const cut = gluedBehind.exec(last)?.[0] ?? last.split(/[-_]/u, 1)[0] ?? '';
  if (cut !== last && !last.toLowerCase().startsWith('xn--')) {
    return withoutWhatIsGlued([...labels.slice(0, -1), cut], { before: around.before, behind: '' });
  }
  const known = asDomain(domainToASCII(labels.join('.').toLowerCase()), { anySuffix: false }) !== null;
  return known && !isSentenceJoint(labels, around)
    ? labels
    : withoutWhatIsGlued(labels.slice(0, -1), { before: around.before, behind: '' });
}

function asDomain(host: string, { anySuffix }: { readonly anySuffix: boolean }): MentionedDomain | null {
  const { isIp, isIcann, isPrivate, domain } = parse(host, { allowPrivateDomains: true });
  if (isIp === true) {
    return { host: host.replace(/^\[|\]$/g, ''), registrable: null };
  }
  return domain !== null && (anySuffix || isIcann === true || isPrivate === true)
    ? { host, registrable: domain }
    : null;
}

function blanked(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of spans) {
    parts.push(text.slice(from, start), ' '.repeat(end - start));
    from = end;
  }
  return parts.join('') + text.slice(from);
}
