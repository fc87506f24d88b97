import { describe, expect, test } from 'vitest';
import { messagesIn } from '#functions/mail-contact-proof/messages/messages-in.ts';
import { proofMail } from '#functions/mail-contact-proof/proof-mail.ts';
import { languages } from '#shared/intake/language.ts';
import type { PlainMail } from '#shared/report/contact-proof/ports.ts';

const link = 'https://report.example.org/r/proof/abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKL';
const programme = 'Ringfence';

async function mailIn(locale: string | undefined): Promise<PlainMail> {
  const sent: PlainMail[] = [];
  await proofMail({ send: async (mail) => void sent.push(mail) }, programme).send({
    to: 'sam@example.com',
    locale,
    link,
    expiresAt: new Date('2026-11-23T12:05:00Z'),
  });
  const [mail] = sent;
  return mail ?? expect.fail('no mail');
}

describe.each(languages)('the mail in %s', (language) => {
  const words = messagesIn[language];
  const sentences = {
    ...words,
    subject: words.subject({ programme }),
    why: words.why({ programme }),
    expires: words.expires({ hours: 48, until: '@' }),
  };

  test('says everything that the language has, and nothing is missing', async () => {
    const { subject, text } = await mailIn(language);
    expect(Object.keys(words).toSorted()).toEqual(Object.keys(messagesIn.en).toSorted());
    expect(subject).toBe(sentences.subject);
    for (const [name, sentence] of Object.entries(sentences)) {
      expect(sentence.trim(), name).not.toBe('');
      for (const part of name === 'subject' ? [] : sentence.split('@')) {
        expect(text, name).toContain(part);
      }
    }
  });

  test('has the link on a line of its own, and says until when it works', async () => {
    const { text } = await mailIn(language);
    expect(text.split('\n')).toContain(link);
    expect(text).toContain('48');
    expect(text).toMatch(/23[^\n]*2026[^\n]*12:05|12:05[^\n]*2026[^\n]*23/);
    expect(text).toContain('UTC');
  });

  test('is its own: no sentence is another language’s', async () => {
    const others = languages
      .filter((other) => other !== language)
      .map((other) => JSON.stringify(messagesIn[other].ignore));
    expect(others).not.toContain(JSON.stringify(words.ignore));
  });

  test('is one line of subject, and text without control characters', async () => {
    const { subject, text } = await mailIn(language);
    expect(subject).not.toMatch(/\p{Cc}/u);
    expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    expect(text).not.toMatch(/undefined|null|\[object|NaN/);
  });
});

test.each([
  ['de-AT', 'de'],
  ['FR', 'fr'],
  ['hi-Deva-IN', 'hi'],
  ['pt-BR', 'en'],
  ['', 'en'],
  [undefined, 'en'],
] as const)('a report in %s is answered in %s', async (locale, language) => {
  expect((await mailIn(locale)).subject).toBe(messagesIn[language].subject({ programme }));
});
