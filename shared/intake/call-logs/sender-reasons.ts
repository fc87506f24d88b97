import { parseSender } from '#shared/sender/parse-sender.ts';
import { detached } from './detached.ts';
import { senderLimit } from './limits.ts';
import type { SkipReason } from './log-row.ts';

const mostRemembered = 10_000;

/**
 * Why intake would refuse what a row shows as the other party; null where it would not. Remembers answers: the same numbers
 * come again and again in a log, and reading one costs more than reading its row. `country`: whose national spellings.
 */
export function senderReasons(country: string): (sender: string, kind: 'call' | 'text') => SkipReason | null {
  const known = new Map<string, SkipReason | null>();
  return (sender, kind) => {
    if (sender.length > senderLimit) {
      return 'too_long';
    }
    const key = `${kind}|${sender}`;
    const before = known.get(key);
    if (before !== undefined) {
      return before;
    }
    const reason = reasonFor(sender, kind, country);
    if (known.size < mostRemembered) {
      known.set(detached(key), reason);
    }
    return reason;
  };
}

function reasonFor(sender: string, kind: 'call' | 'text', country: string): SkipReason | null {
  const parsed = parseSender(sender, { country, kind });
  if (parsed.kind === 'sender') {
    return null;
  }
  return parsed.reason === 'emergency_number' || parsed.reason === 'too_long' ? parsed.reason : 'sender';
}
