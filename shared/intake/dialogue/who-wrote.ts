import { parseLine } from '#shared/sender/parse-line.ts';
import type { Line } from '#shared/sender/sender.ts';

/** Who texted us: a person's line, or something that is never answered and never reports. */
export type Writer = { readonly kind: 'person'; readonly line: Line } | Nobody;

export interface Nobody {
  readonly kind: 'nobody';
  readonly why: 'from_ours' | 'from_no_line';
}

/** `from` as the gateway gave it; `country` is the deployment's, for gateways that leave out the country code. */
export function whoWrote(from: string, country: string, ownNumbers: readonly string[]): Writer {
  const ours = (number: string) => ownNumbers.includes(number);
  if (ours(from.trim())) {
    return { kind: 'nobody', why: 'from_ours' };
  }
  const parsed = parseLine(from, { country });
  if (parsed.kind === 'refused') {
    return { kind: 'nobody', why: 'from_no_line' };
  }
  return ours(parsed.line.e164) ? { kind: 'nobody', why: 'from_ours' } : { kind: 'person', line: parsed.line };
}
