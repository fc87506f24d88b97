import { type CanonicalNumber, canonicalNumber, type Dialled } from './canonical-number.ts';
import { isEmergencyNumber } from './emergency-numbers.ts';
import { type PhoneFacts, phoneFacts } from './phone-facts.ts';
import { type Refused, refuse } from './refusal.ts';

export type ParsedNumber = CanonicalNumber & PhoneFacts;

/** The rules that senders and lines share: who must not be accused, and what can be nobody's number. */
export function parseNumber(dialled: Dialled, country: string | null): ParsedNumber | Refused {
  const refused = refuseDialled(dialled, country);
  if (refused !== null) {
    return refused;
  }
  const number = canonicalNumber(dialled, country);
  if (number.kind === 'refused') {
    return isEmergencyAbroad(dialled) ? refuse('emergency_number') : number;
  }
  const facts = phoneFacts(number.e164);
  if (isEmergencyNumber(number.national, facts.country)) {
    return refuse('emergency_number');
  }
  return isPlaceholder(number.national, facts) ? refuse('not_a_number') : { ...number, ...facts };
}

/** What no plan needs to be asked about. Null when there is nothing against it. */
export function refuseDialled({ plus, digits }: Dialled, country: string | null): Refused | null {
  if (!plus && isEmergencyNumber(digits, country)) {
    return refuse('emergency_number');
  }
  return /^(?:0+|1+|9{1,6})$/.test(digits) ? refuse('not_a_number') : null;
}

/** +44 999, 001 911: too short for a number of the plan, but an emergency service all the same. */
function isEmergencyAbroad({ plus, digits }: Dialled): boolean {
  return plus && /(?:112|911|999)$/.test(digits) && digits.length <= 6;
}

/**
 * 000…, 111…, 999…: what people, forms and switches fill in for "no number". A number of nines that is really assigned
 * (there are such in India and Singapore) stands.
 */
function isPlaceholder(national: string, { validity }: PhoneFacts): boolean {
  return /^(?:0+|1+)$/.test(national) || (/^9+$/.test(national) && validity !== 'valid');
}
