import type { Sender } from './sender.ts';

/**
 * The identity of a sender as a subject, for example `phone|+18002752273` or `short_code|US|88022`.
 * Depends on type and value only, never on validity or on the metadata that gave it. Null where reports cannot pile up.
 */
export function senderKey(sender: Sender): string | null {
  if (sender.value === null || sender.type === 'withheld' || sender.type === 'unknown') {
    return null;
  }
  // The same short code belongs to different holders in different countries.
  return sender.type === 'short_code'
    ? `${sender.type}|${sender.country ?? ''}|${sender.value}`
    : `${sender.type}|${sender.value}`;
}
