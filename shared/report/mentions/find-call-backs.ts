import { isEmergencyNumber } from '#shared/sender/emergency-numbers.ts';
import { type FoundNumber, findNumbers } from '#shared/sender/find-numbers.ts';
import { isShortCode } from '#shared/sender/short-code.ts';
import { firstTen } from './first-ten.ts';

interface Found {
  readonly start: number;
  readonly number: string;
}

const date = /(?<![\d./-])(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2})(?![\d./-])/gu;
const code = /(?<![\p{L}\d.,/£$€₹₽#%+-])\d{3,8}(?![\d%\p{Sc}])/gu;
const reach = 80;

const directly =
  /(?<!\p{L})(?:text|txt|sms|reply|rply|send|msg|message|call|dial|ring|envía|envíe|responde|responda|llama|llame|envoyez|répondez|appelez|sende|antworte|schreib|ruf|отправь|отправьте|ответьте|звони|звоните|смс|भेजें|कॉल करें)[\s:>]{1,3}(?:(?:to|at|on|us|al?|au|an|на|по)\s)?(?:(?:no|number|nr|número|numéro|номер)[\s.:]{1,3})?$/iu;
const verb =
  /(?<!\p{L})(?:text|txt|texting|txting|sms|reply|rply|answer|ans|send|sending|msg|call|opt[ -]?out|optout|enví[ae]|manda|responde|texto|envoyez|envoie|répond(?:ez|s)|sende|senden|antworte|antworten|отправьте?|ответьте|смс|भेजें|भेजे)(?!\p{L})/iu;
const towards =
  /(?:(?<!\p{L})(?:to|2|on|at|al?|au|an|на|पर|को)|>)\s{1,3}(?:(?:no|number|nr|short ?code|code|número|numéro|номер)[\s.:]{1,3})?$/iu;
const unit =
  /^\s?(?:p|pence|pounds?|pts|points|mins?|minutes|hours|hrs|days|am|pm|texts|people|winners|dollars|euros?|rs|руб)(?!\p{L})|^[:/,.]\d/iu;
const year = /^(?:19|20)\d\d$/u;

/** Where the reader is to call or answer: telephone numbers, and short codes where words say that they are. */
export function findCallBacks(text: string, country: string | null): readonly string[] {
  const undated = text.replace(date, (written) => ' '.repeat(written.length));
  const phones = findNumbers(undated, { country, atMost: 20 });
  const rest = without(undated, phones);
  const codes = [...rest.matchAll(code)].flatMap(({ 0: digits, index }): Found[] =>
    isCallBackCode(rest, digits, index, country) ? [{ start: index, number: digits }] : [],
  );
  const found = [...phones.map(({ start, sender }) => ({ start, number: sender.value ?? '' })), ...codes]
    .sort((one, other) => one.start - other.start)
    .map(({ number }) => number);
  return firstTen(found, (number) => number);
}

/** A number that was found is no short code as well. */
function without(text: string, numbers: readonly FoundNumber[]): string {
  return numbers.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );
}

function isCallBackCode(text: string, digits: string, start: number, country: string | null): boolean {
  const before = text.slice(Math.max(0, start - reach), start);
  const after = text.slice(start + digits.length, start + digits.length + 10);
  if (!isShortCode(digits, country) || isEmergencyNumber(digits, country) || unit.test(after) || year.test(digits)) {
    return false;
  }
  return directly.test(before) || (towards.test(before) && verb.test(sameSentence(before)));
}

function sameSentence(before: string): string {
  return before.slice(Math.max(before.lastIndexOf('! '), before.lastIndexOf('? '), before.lastIndexOf('. ')) + 1);
}
