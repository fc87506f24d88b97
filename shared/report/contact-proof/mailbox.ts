/** RFC 5321, section 4.5.3.1: what is longer no mail server need take. */
const longestLocalPart = 64;

/** Two spellings of one address are the same here, as everywhere in this house: capitals never make another mailbox. */
export function foldedEmail(email: string): string {
  return email.trim().toLowerCase();
}

export function sameAddress(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined ? one === other : foldedEmail(one) === foldedEmail(other);
}

/** An address that we would write to; the report's own schema has refused all but plain ASCII addresses before. */
export function canBeMailed(email: string): boolean {
  return email.lastIndexOf('@') <= longestLocalPart;
}

/**
 * The mailbox that mails are counted for: many providers deliver `sam+a@` and `s.am@` to `sam@`, so that a limit by
 * address alone could be got round. For counting only; where two people's addresses meet here, they share a limit.
 */
export function mailboxOf(email: string): string {
  const folded = foldedEmail(email);
  const at = folded.lastIndexOf('@');
  const [local = ''] = folded.slice(0, at).split('+', 1);
  return `${local.replaceAll('.', '')}${folded.slice(at)}`;
}
