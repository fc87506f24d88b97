import { firstTen } from './first-ten.ts';

export interface Amount {
  readonly value: number;
  /** ISO 4217; null where a sign belongs to several currencies. */
  readonly currency: string | null;
}

const signs: ReadonlyMap<string, string> = new Map(
  `£ GBP|gbp GBP|pound GBP|pounds GBP|quid GBP|€ EUR|eur EUR|euro EUR|euros EUR|₹ INR|rs INR|rs. INR|inr INR|rupees INR
rupee INR|रुपये INR|रु INR|₽ RUB|rub RUB|руб RUB|руб. RUB|рублей RUB|рубля RUB|рубль RUB|us$ USD|usd USD|cad CAD|c$ CAD
aud AUD|a$ AUD|chf CHF|₿ BTC|btc BTC|mxn MXN|nzd NZD|sgd SGD`
    .split(/[|\n]/u)
    .map((row): [string, string] => {
      const [sign = '', currency = ''] = row.split(' ');
      return [sign, currency];
    }),
);

/** Whose dollar. */
const dollars: ReadonlyMap<string, string> = new Map([
  ['US', 'USD'],
  ['PR', 'USD'],
  ['CA', 'CAD'],
  ['AU', 'AUD'],
  ['NZ', 'NZD'],
  ['SG', 'SGD'],
  ['HK', 'HKD'],
  ['MX', 'MXN'],
]);
const penceCountries: ReadonlySet<string> = new Set(['GB', 'GG', 'IM', 'JE']);

const multipliers: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['lakh', 1e5],
  ['lakhs', 1e5],
  ['m', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['million', 1e6],
  ['crore', 1e7],
  ['cr', 1e7],
  ['bn', 1e9],
]);

const signFirst =
  /(£|€|₹|₽|₿|(?<!\p{L})(?:us\$|c\$|a\$|rs\.?|inr|gbp|usd|eur|cad|aud|rub|chf)|\$) ?(\d{1,12}(?:[.,'][0-9]{2,3}){0,5}(?:[.,]\d{1,2})?)(?:[ -]?(k|mn?|mln|million|bn|lakhs?|crore|cr)(?!\p{L}))?/giu;
const signBehind =
  /(?<![\d.,£$€₹₽])(\d{1,12}(?:[.,' ]\d{2,3}){0,4}(?:[.,]\d{1,2})?)(?: (k|mn?|mln|million|bn|lakhs?|crore|cr))? ?(£|€|₹|₽|\$|руб\.?|рубл(?:ей|я|ь)|euros?|eur|pounds?|quid|gbp|dollars?|usd|rupees?|rs\.?|inr|chf|btc|रुपये|रु)(?![\p{L}\d])/giu;
const pence = /(?<![\d.,\p{L}£$€])(\d{1,4}(?:\.\d{1,2})?) ?(?:pence|ppm|p)(?=per|[^\p{L}]|$)/giu;

interface Found {
  readonly start: number;
  readonly amount: Amount;
}

/** Prices, prizes and fees with their currency; numbers without one are no amounts. `150p` is 1.5 pounds. */
export function findAmounts(text: string, country: string | null): readonly Amount[] {
  const first = [...text.matchAll(signFirst)].map(({ 1: sign = '', 2: number = '', 3: times = '', index }) =>
    found(index, number, times, sign, country),
  );
  const behind = [...text.matchAll(signBehind)].map(({ 1: number = '', 2: times = '', 3: sign = '', index }) =>
    found(index, number, times, sign, country),
  );
  const isBritish = (country !== null && penceCountries.has(country)) || text.includes('£');
  const pennies = isBritish ? [...text.matchAll(pence)].map(penceFound) : [];
  const all = [...first, ...behind, ...pennies].sort((one, other) => one.start - other.start);
  return firstTen(
    all.map(({ amount }) => amount),
    ({ value, currency }) => `${value} ${currency}`,
  );
}

function found(start: number, number: string, times: string, sign: string, country: string | null): Found {
  const value = numeral(number) * (multipliers.get(times.toLowerCase()) ?? 1);
  return { start, amount: { value, currency: currencyOf(sign.toLowerCase(), country) } };
}

function penceFound({ 1: number = '', index }: RegExpExecArray): Found {
  return { start: index, amount: { value: Number(number) / 100, currency: 'GBP' } };
}

function currencyOf(sign: string, country: string | null): string | null {
  return signs.get(sign) ?? (country === null ? null : (dollars.get(country) ?? null));
}

/** 1,000.50 and 1.000,50; 5,00,000 (India); 1'000. One or two digits behind the last mark are a fraction. */
function numeral(number: string): number {
  const fraction = /[.,](\d{1,2})$/u.exec(number)?.[1] ?? '';
  const whole = fraction === '' ? number : number.slice(0, -fraction.length - 1);
  return Number(`${whole.replace(/\D/gu, '')}.${fraction}`);
}
