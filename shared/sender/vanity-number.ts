import { planOfCountry } from './dialling-plans.ts';

const keys = ['ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ'];
const fewestLetters = 3;

/**
 * Letters of a callable number as the digits of a telephone's keypad (ITU-T E.161): 1-800-FLOWERS. Null where letters are
 * more likely a slip or a name: a wrong digit would accuse somebody else.
 */
export function keypadDigits(text: string, country: string | null): string | null {
  const first = text.search(/[a-z]/iu);
  const before = text.slice(0, first).replace(/[^0-9]/gu, '');
  const letters = text.replace(/[^a-z]/giu, '').length;
  const australian13 = country === 'AU' && before === '13';
  if ((before.length < 3 && !australian13) || letters < fewestLetters) {
    return null;
  }
  const spelled = text.replace(/[a-z]/giu, keypadDigit);
  const usual = usualDigits(spelled, country);
  const digits = spelled.replace(/[^0-9]/gu, '');
  if (usual === null) {
    return digits.length >= 8 ? spelled : null;
  }
  // Exchanges ignore what is dialled beyond a complete number, so words may be longer: 1-800-CONTACTS.
  return digits.length >= usual && digits.length - usual < letters
    ? `${spelled.includes('+') ? '+' : ''}${digits.slice(0, usual)}`
    : null;
}

function keypadDigit(letter: string): string {
  return String(keys.findIndex((key) => key.includes(letter.toUpperCase())) + 2);
}

/** How many digits are dialled, where the plan fixes it. */
function usualDigits(spelled: string, country: string | null): number | null {
  const digits = spelled.replace(/[^0-9]/gu, '');
  const plus = spelled.includes('+');
  if (plus ? digits.startsWith('1') : country !== null && planOfCountry(country)?.callingCode === '1') {
    return digits.startsWith('1') ? 11 : 10;
  }
  if (country === 'AU' && !plus) {
    return /^1[38]00/.test(digits) ? 10 : digits.startsWith('13') ? 6 : null;
  }
  return null;
}
