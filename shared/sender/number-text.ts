import type { Dialled } from './canonical-number.ts';
import { type Refused, refuse } from './refusal.ts';
import { keypadDigits } from './vanity-number.ts';

const scheme = /^(?:tel|callto|sms):/iu;
const sip = /^sips?:([^@;]{1,64})/iu;
const extension = /(?<!\p{L})(?:;ext=|extension|extn|ext|x|#|доб|poste|anexo|ramal)[.:]? ?[0-9]{1,7}#?$/iu;
const trailingSeparators = /(?<![ ,;])[ ,;]+$/u;
const numberShape = /^[ ([]*\+?[0-9 ()[\]./·~-]*$/u;
const foreignLetter = /(?!\p{ASCII})\p{L}/u;
const notADigit = /[^0-9]/gu;

/** Reads cleaned text as a telephone number; URI schemes (RFC 3966, SIP) and extensions are left away. */
export function readDialled(cleaned: string, country: string | null): ({ kind: 'dialled' } & Dialled) | Refused {
  const text = withoutExtension(withoutScheme(unquoted(cleaned)));
  if (foreignLetter.test(text)) {
    return refuse('foreign_letters');
  }
  const spelled = /[a-z]/iu.test(text) ? keypadDigits(text, country) : text;
  if (spelled === null || !numberShape.test(spelled)) {
    return refuse('not_a_number');
  }
  const digits = spelled.replace(notADigit, '');
  return digits === '' ? refuse('not_a_number') : { kind: 'dialled', plus: spelled.includes('+'), digits };
}

/** Spreadsheets guard numbers with a leading apostrophe or put them in quotes. */
function unquoted(text: string): string {
  return text.replace(/^["']+/u, '').replace(/(?<!["'])["']+$/u, '');
}

function withoutScheme(text: string): string {
  const user = sip.exec(text)?.[1];
  if (user !== undefined) {
    return user;
  }
  if (!scheme.test(text)) {
    return text;
  }
  const [number = '', ...parameters] = text.replace(scheme, '').split(';');
  const context = parameters.find((parameter) => parameter.startsWith('phone-context=+'));
  return context === undefined || number.startsWith('+') ? number : context.slice('phone-context='.length) + number;
}

function withoutExtension(text: string): string {
  return text.replace(extension, '').replace(trailingSeparators, '');
}
