import type { ListFormatId } from './formats/list-formats.ts';
import { everyContact, faxes, indianCategory, type ListKind, textMessages, voiceCalls } from './page-kinds.ts';

/** How well a fact is founded: read in the law or the authority's own page, or in a secondary source. */
export type EvidenceMark = 'verified' | 'secondary';

/** How long callers have before a registration counts. */
export interface WaitingPeriod {
  readonly days: number;
  /** `more_than`: the day after counts first. */
  readonly counts: 'from' | 'more_than';
  /** From which day: the registration's, or that of the first list that carries the line. */
  readonly since: 'registration' | 'first_list';
  readonly mark: EvidenceMark;
}

/** A do-not-call registry. Where no source gives a fact, it is null and nothing is made of it. */
export interface RegistryDefinition {
  readonly id: string;
  readonly name: string;
  /** ISO 3166-1, of the lines it covers. */
  readonly country: string;
  /** Calling code that the file leaves out. */
  readonly callingCode: string;
  /** The area codes whose lines it covers; null for all of the country. */
  readonly areaCodes: readonly string[] | null;
  /** In which its lists come, the likelier first. */
  readonly formats: readonly ListFormatId[];
  /** What its registrations keep off. */
  readonly kinds: readonly ListKind[];
  /** How often new lists come. */
  readonly refresh: 'daily' | 'quarterly' | null;
  /** Callers must use a list no older than this on the day of the call. */
  readonly maxListAgeDays: number | null;
  readonly maxListAgeCitation: string | null;
  readonly waiting: WaitingPeriod | null;
  /** Null: does not expire, or nobody says. */
  readonly expiresAfterYears: number | null;
  /**
   * `subscription`: whoever declares a subscription and a legal basis may hold its list. `answers_only`: it is never handed
   * out, so nobody holds a true list.
   */
  readonly holding: 'subscription' | 'answers_only';
  /** Who may hold a list and why; for registries that only answer, what there is instead. */
  readonly whoMay: string;
}

const unlessHeld = "Without a list, a reporter's own statement of registration is used.";
const northAmericanFormats = ['acph-xml', 'acph-xml-change', 'plain'] as const;

export const usNational: RegistryDefinition = {
  id: 'us-national',
  name: 'United States National Do Not Call Registry',
  country: 'US',
  callingCode: '1',
  areaCodes: null,
  formats: ['us-flat', 'us-flat-change', ...northAmericanFormats],
  kinds: [everyContact],
  refresh: 'daily',
  maxListAgeDays: 31,
  maxListAgeCitation: '16 CFR 310.4(b)(3)(iv)',
  // Whether the last day itself counts is not verified.
  waiting: { days: 31, counts: 'more_than', since: 'registration', mark: 'verified' },
  expiresAfterYears: null,
  holding: 'subscription',
  whoMay:
    'The National Do Not Call Registry may be used only to comply with the do-not-call rules: ' +
    '47 USC 227(c)(3)(K) prohibits any other use, and the Telemarketing Sales Rule (16 CFR 310.4) makes misusing ' +
    "the list a violation of its own. Only an organisation with its own subscription may hold it; without one, a reporter's " +
    'own statement of registration is used.',
};

const massachusetts: RegistryDefinition = {
  id: 'us-ma',
  name: 'Massachusetts Do Not Call Registry',
  country: 'US',
  callingCode: '1',
  areaCodes: ['339', '351', '413', '508', '617', '774', '781', '857', '978'],
  formats: ['massachusetts', 'plain'],
  kinds: [everyContact],
  refresh: 'quarterly',
  maxListAgeDays: null,
  maxListAgeCitation: null,
  waiting: { days: 60, counts: 'more_than', since: 'first_list', mark: 'verified' },
  expiresAfterYears: null,
  holding: 'subscription',
  whoMay:
    'The Massachusetts list goes to telephone solicitors and other persons for a fee (M.G.L. c.159C s.2) and is protected ' +
    `from public inspection (201 CMR 12.03(6)). Only who bought it may hold it. ${unlessHeld}`,
};

const canada: RegistryDefinition = {
  id: 'ca-dncl',
  name: 'National Do Not Call List of Canada',
  country: 'CA',
  callingCode: '1',
  areaCodes: null,
  formats: ['canada-csv', ...northAmericanFormats],
  kinds: [everyContact],
  refresh: null,
  maxListAgeDays: null,
  maxListAgeCitation: null,
  waiting: { days: 31, counts: 'from', since: 'registration', mark: 'verified' },
  expiresAfterYears: null,
  holding: 'subscription',
  whoMay: `The National DNCL goes to its subscribers; only an organisation with its own subscription may hold it. ${unlessHeld}`,
};

const unitedKingdom: RegistryDefinition = {
  id: 'uk-tps',
  name: 'Telephone Preference Service',
  country: 'GB',
  callingCode: '44',
  areaCodes: null,
  formats: ['uk-column', 'plain'],
  kinds: [everyContact],
  refresh: null,
  maxListAgeDays: null,
  maxListAgeCitation: null,
  waiting: { days: 28, counts: 'from', since: 'registration', mark: 'verified' },
  expiresAfterYears: null,
  holding: 'subscription',
  whoMay: `The TPS list goes to licensees, under terms that this program does not know; only who holds a licence may hold it. ${unlessHeld}`,
};

const australia: RegistryDefinition = {
  id: 'au-dncr',
  name: 'Do Not Call Register of Australia',
  country: 'AU',
  callingCode: '61',
  areaCodes: null,
  formats: ['plain'],
  kinds: [voiceCalls],
  refresh: null,
  maxListAgeDays: null,
  maxListAgeCitation: null,
  waiting: { days: 30, counts: 'more_than', since: 'registration', mark: 'verified' },
  expiresAfterYears: null,
  holding: 'answers_only',
  whoMay:
    'The Do Not Call Register is never handed out: numbers are submitted and come back marked, for any person (Do Not Call ' +
    'Register Act s.19). Ask it instead of importing a list.',
};

const singapore: RegistryDefinition = {
  id: 'sg-dnc',
  name: 'Do Not Call Registry of Singapore',
  country: 'SG',
  callingCode: '65',
  areaCodes: null,
  formats: ['singapore-column', 'plain'],
  kinds: [voiceCalls, textMessages, faxes],
  refresh: null,
  maxListAgeDays: null,
  maxListAgeCitation: null,
  waiting: null,
  expiresAfterYears: null,
  holding: 'answers_only',
  whoMay:
    'The registers of Singapore answer questions of organisations and individuals, one by one or in bulk; they are not handed ' +
    'out as lists. Ask them instead of importing a list.',
};

const india: RegistryDefinition = {
  id: 'in-ncpr',
  name: 'National Customer Preference Register of India',
  country: 'IN',
  callingCode: '91',
  areaCodes: null,
  formats: ['india-preferences', 'india-preferences-change'],
  kinds: [0, 1, 2, 3, 4, 5, 6, 7].map(indianCategory),
  refresh: null,
  maxListAgeDays: null,
  maxListAgeCitation: null,
  waiting: { days: 7, counts: 'from', since: 'registration', mark: 'verified' },
  expiresAfterYears: null,
  holding: 'answers_only',
  whoMay: `Preferences are kept inside the operators' ledger and not handed out as a list. ${unlessHeld}`,
};

const france: RegistryDefinition = {
  id: 'fr-bloctel',
  name: 'Bloctel',
  country: 'FR',
  callingCode: '33',
  areaCodes: null,
  formats: ['plain'],
  kinds: [voiceCalls],
  refresh: null,
  maxListAgeDays: null,
  maxListAgeCitation: null,
  waiting: { days: 30, counts: 'from', since: 'registration', mark: 'secondary' },
  expiresAfterYears: 3,
  holding: 'answers_only',
  whoMay: `Bloctel filters the lists of professionals against payment and is not handed out itself. ${unlessHeld}`,
};

export const registries: readonly RegistryDefinition[] = [
  usNational,
  massachusetts,
  canada,
  unitedKingdom,
  australia,
  singapore,
  india,
  france,
];

export function findRegistry(id: string): RegistryDefinition | null {
  return registries.find((registry) => registry.id === id) ?? null;
}

/** The registry that covers all lines of a country, `us-national`; where none is known, a name like it. */
export function nationalRegistry(country: string): string {
  const known = registries.find((registry) => registry.country === country && registry.areaCodes === null);
  return known?.id ?? `${country.toLowerCase()}-national`;
}
