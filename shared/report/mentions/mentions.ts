import { readableText } from '#shared/sender/readable-text.ts';
import { type Amount, findAmounts } from './find-amounts.ts';
import { findCallBacks } from './find-call-backs.ts';
import { findDomains, type MentionedDomain } from './find-domains.ts';
import { refang } from './refang.ts';

/** What a text wants its reader to open, call or pay. Nothing of it is ever fetched or called. */
export interface Mentions {
  readonly domains: readonly MentionedDomain[];
  /** E.164; short codes as written. */
  readonly numbers: readonly string[];
  readonly amounts: readonly Amount[];
}

const longest = 10_000;
// It shows other digits and letters than it holds.
const turnedAround = /[\u202D\u202E][^\u202C\n]{0,500}/gu;

/**
 * The domains, call-back numbers and amounts of a text, each at most ten times and once only, in the order of the text.
 * `country`: where the text was received; ISO 3166-1 alpha-2. Takes any string and never throws.
 */
export function mentionsIn(text: string, { country }: { readonly country: string | null }): Mentions {
  const readable = refang(readableText(text.slice(0, longest).replace(turnedAround, ' ')));
  const { domains, rest } = findDomains(readable);
  return { domains, numbers: findCallBacks(rest, country), amounts: findAmounts(rest, country) };
}
