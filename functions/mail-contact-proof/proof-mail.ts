import { type Language, languages } from '#shared/intake/language.ts';
import type { MailSender, ProofLetter, ProofMail } from '#shared/report/contact-proof/ports.ts';
import { linkHours } from '#shared/report/contact-proof/proof-token.ts';
import type { ProofMailMessages } from './messages/messages.ts';
import { messagesIn } from './messages/messages-in.ts';

/** The mail that asks for proof of contact, in the language of the report. `programme`: how it names this service. */
export function proofMail(sender: MailSender, programme: string): ProofMail {
  return {
    send: async (letter) => {
      const language = languageOf(letter.locale);
      await sender.send({ to: letter.to, ...written(letter, language, programme) });
    },
  };
}

/** Nothing of the report is in it: whoever reads it may be a stranger. */
function written({ link, expiresAt }: ProofLetter, language: Language, programme: string) {
  const words: ProofMailMessages = messagesIn[language];
  const until = new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(expiresAt);
  const paragraphs = [
    words.why({ programme }),
    words.open,
    link,
    words.does,
    words.expires({ hours: linkHours, until }),
    words.ignore,
    words.noAnswer,
  ];
  return { subject: words.subject({ programme }), text: `${paragraphs.join('\n\n')}\n` };
}

/** By the tag's primary subtag (BCP 47); English for what we do not speak. */
function languageOf(locale: string | undefined): Language {
  const primary = locale?.toLowerCase().split('-', 1)[0];
  return languages.find((language) => language === primary) ?? 'en';
}
