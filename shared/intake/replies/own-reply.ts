import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import { languages } from '../language.ts';
import { messagesIn } from './languages.ts';
import { type ReplyMessages, replyLimits } from './reply-messages.ts';

/** Longest text looked at, in UTF-16 units: a reply of ours has 160. */
const longest = 480;

/** Letters and digits that may stand around a reply, as in `Auto-reply: "…"`. With more it is somebody's own text. */
const around = 40;

// Characters of the private use area: no sentence of ours holds them.
const receiptMark = '\uE000';
const programmeMark = '\uE001';
const contactMark = '\uE002';

/**
 * Whether the text is one of our own replies coming back from a robot, in any language and with any receipt, programme
 * or contact. Only letters and digits are compared: quotes, line breaks, case and lost accents make no difference.
 */
export function isOwnReply(text: string): boolean {
  if (text.length > longest) {
    return false;
  }
  const letters = lettersOf(text);
  return ownReplies().some((reply) => {
    const found = reply.exec(letters);
    return found !== null && letters.length - found[0].length <= around;
  });
}

/** Linear patterns: fixed words with at most three gaps of bounded length between them. */
const ownReplies = onFirstUse((): readonly RegExp[] =>
  languages.flatMap((each) => sentences(messagesIn[each]).map(pattern)),
);

function pattern(sentence: string): RegExp {
  const gaps: Readonly<Record<string, string>> = {
    [receiptMark]: '[0-9A-Z]{16}',
    // At the beginning of a sentence: counts as something around it.
    [programmeMark]: '',
    [contactMark]: `.{0,${replyLimits.helpContact}}`,
  };
  const pieces = sentence.split(/([\uE000-\uE002])/).map((piece) => gaps[piece] ?? lettersOf(piece));
  return new RegExp(pieces.join(''));
}

/** Accents, vowel signs and everything else that is no letter or digit go; so nothing needs escaping in a pattern. */
function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

function sentences(messages: ReplyMessages): readonly string[] {
  const receipt = receiptMark;
  return [
    ...Object.values(messages.verdict).flatMap((verdict) => [
      messages.receipt({ receipt, verdict }),
      messages.receiptAskNext({ receipt, verdict }),
    ]),
    ...Object.values(messages.status).map((status) => messages.statusIs({ receipt, status })),
    messages.question({ receipt }),
    messages.senderNoted({ receipt }),
    messages.statusUnknown(),
    messages.deleted({ receipt }),
    ...Object.values(messages.notASender).map((say) => say()),
    messages.form(),
    messages.nothingRead(),
    messages.optedOut({ programme: programmeMark }),
    messages.optedIn({ programme: programmeMark }),
    messages.help({ programme: programmeMark, helpContact: contactMark }),
  ];
}
