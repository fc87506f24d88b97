const characters: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};

/** The texts in Twilio's markup (https://www.twilio.com/docs/messaging/twiml); none for silence. */
export function repliesIn(twiml: string): string[] {
  return [...twiml.matchAll(/<Message>([^<]*)<\/Message>/g)].map(([, text = '']) =>
    text.replaceAll(/&(?:lt|gt|quot|apos|amp);/g, (entity) => characters[entity] ?? entity),
  );
}
