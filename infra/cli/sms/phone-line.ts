import { parseArgs } from 'node:util';

/** Who texts whom. */
export interface PhoneLine {
  /** The person's number. */
  readonly from: string;
  /** Ours. */
  readonly to: string;
}

/** The short code that carriers give to reports of spam. */
const shortCode = '7726';

export type PhoneArguments =
  | { readonly kind: 'line'; readonly line: Partial<PhoneLine> & { readonly to: string }; readonly text: string }
  | { readonly kind: 'unreadable' };

/** Reads `[--from NUMBER] [--to NUMBER] [TEXT …]`; words of a text that was not quoted are joined again. */
export function readPhoneArguments(args: readonly string[]): PhoneArguments {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { from: { type: 'string' }, to: { type: 'string' } },
    });
    const { from, to = shortCode } = values;
    const usable = [from, to].every((number) => number === undefined || /^[+\w .()-]{1,40}$/.test(number));
    return usable
      ? { kind: 'line', line: { to, ...(from === undefined ? {} : { from }) }, text: positionals.join(' ') }
      : { kind: 'unreadable' };
  } catch {
    return { kind: 'unreadable' };
  }
}
