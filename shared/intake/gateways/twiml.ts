const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** The reply as Twilio's markup; null is silence (https://www.twilio.com/docs/messaging/twiml). */
export function twiml(reply: string | null): string {
  return reply === null
    ? '<Response/>'
    : `<Response><Message>${[...reply]
        .filter(isXmlCharacter)
        .map((character) => entities[character] ?? character)
        .join('')}</Message></Response>`;
}

/** XML 1.0, production 2: no control characters but tab and line ends, no lone surrogates, no U+FFFE and U+FFFF. */
function isXmlCharacter(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (
    code === 0x9 ||
    code === 0xa ||
    code === 0xd ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    code >= 0x10000
  );
}
