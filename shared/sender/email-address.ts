import { domainToASCII } from 'node:url';

const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}$/u;
const domainName = /^(?=.{3,253}$)(?:[a-z0-9-]{1,63}\.)+[a-z][a-z0-9-]{1,62}$/u;

/**
 * A lower-cased address, or null. Non-Latin domains become their ASCII form, which shows what they are
 * (`xn--…`); other RFC 5322 finery (quotes, comments, address literals) is not what displays show.
 */
export function readEmailAddress(text: string): string | null {
  const address = withoutName(text)
    .replace(/^mailto:/iu, '')
    .toLowerCase();
  const at = address.lastIndexOf('@');
  if (at < 1 || at === address.length - 1) {
    return null;
  }
  const local = address.slice(0, at);
  const domain = domainToASCII(address.slice(at + 1));
  const wellFormed = localPart.test(local) && !/^\.|\.\.|\.$/u.test(local) && domainName.test(domain);
  return wellFormed && `${local}@${domain}`.length <= 254 ? `${local}@${domain}` : null;
}

/** `Name <address>`: the name is a claim of the sender, the address is what the message came from. */
function withoutName(text: string): string {
  return text.endsWith('>') ? text.slice(text.lastIndexOf('<') + 1, -1) : text;
}
