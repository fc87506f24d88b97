// The only file that may import libphonenumber: what it says changes with numbering plans, so nothing is keyed on it.
import { type MetadataJson, type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/core';
// The metadata of `libphonenumber-js/max`, as JSON beside the bundle: parsing it takes half as long as compiling it as
// code (docs/adr/0011). The package gives out only its JavaScript form by name, hence the path.
import maximum from '../../node_modules/libphonenumber-js/metadata.max.json' with { type: 'json' };
import { planOfInternational } from './dialling-plans.ts';
import type { Sender } from './sender.ts';

const metadata = readMetadata(maximum);

const parse = (e164: string): PhoneNumber | undefined => parsePhoneNumberFromString(e164, metadata);

export interface PhoneFacts {
  readonly validity: 'valid' | 'possible' | 'impossible';
  /** ISO 3166-1 alpha-2; null where the number does not tell, as for an unassigned area code of a shared calling code. */
  readonly country: string | null;
  /** International format, with the same digits as the number. */
  readonly display: string;
}

/** What today's numbering plans say about a canonical number (`+` and 7-15 digits). Never throws. */
export function phoneFacts(e164: string): PhoneFacts {
  const parsed = parse(e164);
  // Where the library drops digits that our tables keep, it describes another number.
  const known = parsed?.number === e164 ? parsed : undefined;
  return {
    validity: known?.isValid() ? 'valid' : known?.isPossible() ? 'possible' : 'impossible',
    country: known?.country ?? likelyCountry(e164),
    display: displayed(e164, known),
  };
}

/** A canonical number as a sender, whatever its digits: for numbers that were accepted before, and open data. */
export function phoneSender(e164: string): Sender {
  const { validity, country } = phoneFacts(e164);
  return { type: 'phone', value: e164, validity, country };
}

/** For numbers outside every assigned pattern: the country of the area code, or of the calling code. */
function likelyCountry(e164: string): string | null {
  const plan = planOfInternational(e164.slice(1));
  switch (plan?.callingCode) {
    case undefined:
      return null;
    case '1':
      return parse(`${e164.slice(0, 5)}2345678`)?.country ?? null;
    case '7':
      return /^\+7[67]/.test(e164) ? 'KZ' : 'RU';
    default:
      return plan?.countries[0] ?? null;
  }
}

function displayed(e164: string, known: PhoneNumber | undefined): string {
  const formatted = known?.formatInternational() ?? '';
  if (formatted.replace(/[^0-9+]/gu, '') === e164) {
    return formatted;
  }
  const code = planOfInternational(e164.slice(1))?.callingCode ?? '';
  return code === '' ? e164 : `+${code} ${e164.slice(code.length + 1)}`;
}

/** TypeScript would take the JSON for a tree of arrays; what it is, its version tells. */
function readMetadata(json: object): MetadataJson {
  if (!isMetadata(json)) {
    throw new Error('this is no telephone metadata');
  }
  return json;
}

function isMetadata(json: object): json is MetadataJson {
  return 'version' in json && json.version === 4 && 'countries' in json;
}
