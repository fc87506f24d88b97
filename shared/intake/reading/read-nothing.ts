import { fold } from './fold.ts';
import type { Reading } from './reading.ts';
import { trimAround } from './trim-around.ts';

const letterOrDigit = /[\p{L}\p{N}]/u;
const pictogram = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u;
const keycapOrPictogram = /[0-9#*]\uFE0F?\u20E3|\p{Extended_Pictographic}/gu;

// iPhones and Android phones send a reaction to somebody without the feature as a text with our words in it.
const reactions: ReadonlySet<string> = new Set(
  `liked|loved|disliked|laughed at|emphasized|emphasised|questioned|removed a like from|removed a heart from
le gustó|le encantó|a aimé|a adoré|gefällt|понравилось`
    .split(/[|\n]/u)
    .map(fold),
);
const pictogramTo = /^\P{L}{1,12}(?:to|a|zu|на)$/u;
const opening = /[“"«„]/u;
const quoteAtEnd = /["”»“]$/u;

const courtesies: ReadonlySet<string> = new Set(
  `ok|okay|okie|k|kk|thanks|thank you|thank u|thankyou|thx|thanx|ty|many thanks|thanks a lot|thank you very much|cheers
ok thanks|ok thank you|okay thanks|ok thanx|got it|done|great|no thanks|you're welcome
gracias|muchas gracias|vale|ok gracias|de acuerdo|merci|merci beaucoup|d'accord|ok merci|danke|danke schön|vielen dank
ok danke|спасибо|большое спасибо|ок|окей|хорошо|ладно|спс|धन्यवाद|शुक्रिया|ठीक है|ओके|थैंक्स|shukriya|dhanyavad|spasibo`
    .split(/[|\n]/u)
    .map(fold),
);

/** Nothing to report: no letter and no digit, a phone's reaction to our own words, or thanks for them. */
export function readNothing(message: string): Extract<Reading, { kind: 'nothing' }> | null {
  const visible = message.normalize('NFKC');
  if (pictogram.test(message) && isOnlyPictograms(message)) {
    return { kind: 'nothing', why: 'emoji' };
  }
  if (!letterOrDigit.test(visible)) {
    return { kind: 'nothing', why: 'empty' };
  }
  if (isReaction(message)) {
    return { kind: 'nothing', why: 'emoji' };
  }
  return message.length <= 60 && courtesies.has(fold(trimAround(message)).replaceAll('’', "'"))
    ? { kind: 'nothing', why: 'courtesy' }
    : null;
}

/** `Liked “…”`, `👍 to “…”`. */
function isReaction(message: string): boolean {
  const before = fold(message.slice(0, Math.max(0, message.slice(0, 60).search(opening)))).trim();
  return quoteAtEnd.test(message) && (reactions.has(before) || pictogramTo.test(before));
}

/** The keycaps 0-9, # and * are digits and signs with a frame around them. */
function isOnlyPictograms(message: string): boolean {
  return !letterOrDigit.test(message.replace(keycapOrPictogram, ''));
}
