import { parseReceipt } from '#shared/report/receipt.ts';

const oneToken = /^[A-Z0-9-]{4,24}$/i;
const hasDigit = /\d/;
const hasLetter = /[A-Z]/i;

/**
 * What was typed where a receipt belongs, as typed; null where it is prose. A receipt has groups of four, so "STATUS call
 * back this week" would be one if a digit were not asked for. `alone`: without STATUS before it, only a whole receipt
 * that is no number will do.
 */
export function readTypedCode(text: string, { alone }: { readonly alone: boolean }): string | null {
  if (text.length > 40) {
    return null;
  }
  const whole = parseReceipt(text) !== null && hasDigit.test(text) && isGrouped(text.split(' '));
  if (alone) {
    return whole && hasLetter.test(text) ? text : null;
  }
  return whole || (oneToken.test(text) && (hasDigit.test(text) || parseReceipt(text) !== null)) ? text : null;
}

/** Unbroken, in groups of four (or eight, twelve), or letter by letter. */
function isGrouped(tokens: readonly string[]): boolean {
  const lengths = tokens.map((token) => token.replaceAll('-', '').length);
  return lengths.every((length) => length % 4 === 0) || lengths.every((length) => length <= 1);
}
