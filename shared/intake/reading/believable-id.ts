import type { Named } from './accusable.ts';
import { fold } from './fold.ts';
import { keywordMeanings } from './keyword-table.ts';

// Operator and circle, then the name, then (since 2025) the kind of message: VM-HDFCBK, AX-ICICIT-S (TRAI, TCCCPR 2018).
const indianHeader = /^[A-Z]{2}-[A-Z0-9]{3,9}(?:-[PSTG])?$/iu;
const upperCaseToken = /^(?=.{0,10}[A-Z]{2})[A-Z0-9][A-Z0-9&+_-]{2,10}$/u;
const token = /^[\p{L}0-9&+_'-]{3,11}$/u;
const capitalised = /^\p{Lu}[\p{L}0-9&+'-]{0,9}$/u;

/** Words that people and the first lines of spam shout. A short list of the commonest: the rest costs one odd report. */
const shouted: ReadonlySet<string> = new Set(
  `hello hey hiya thanks thank thankyou thanx please okay okie okey sorry what why who when where how which yeah yep yup
nope not now later today tomorrow tonight never lol lmao omg wtf haha hahaha hehe wow cool nice good great fine sure
done nothing anything anytime maybe alrite alright really right wrong call text txt urgent urgente dringend wichtig
important winner won win free gratis gratuit alert alerta alerte attention atencion achtung warning final last notice
reminder congrats bravo gewonnen bingo offer sale prize bonus news new hot xxx the this that and but for you your dear
hola gracias vale bien bueno claro quien nada buenas merci bonjour salut bien quoi qui rien danke hallo gut wer nichts
bitte spam scam scammer fraud report nobody someone somebody stranger
test testing private anonymous from sender number message code otp cash claim hurry act go going
spasibo privet namaste shukriya dhanyavad love home work bye night morning nite gud morning friend guys bro sir madam`
    .split(/\s+/u)
    .map(fold),
);

/**
 * Parsing alone takes any eleven letters for the name a text came from, "Thanks" among them. Believed without a question
 * waiting: an Indian header, and one token in capitals and digits that is no word people shout. That is how such names
 * are registered, and not how people chat.
 */
export function isBelievableId(written: string): boolean {
  return indianHeader.test(written) || (upperCaseToken.test(written) && !isWord(written));
}

/** "SKIP please" names nobody called SKIP, and "STOP" above a text is shouted, too. */
function isWord(written: string): boolean {
  const word = fold(written);
  return shouted.has(word) || keywordMeanings.has(word);
}

/** Nobody but an operator of India writes this, so it needs no line of its own. */
export function isIndianHeader(written: string): boolean {
  return indianHeader.test(written) && written === written.toUpperCase();
}

/** An answer like "Amazon" or "Royal Mail": a name if somebody asked for one, an odd text if nobody did. */
export function couldBeId({ written, sender }: Named): boolean {
  const words = written.split(' ');
  return (
    sender.type === 'alphanumeric' &&
    !words.some(isWord) &&
    (words.length === 1 ? token.test(written) : words.length <= 3 && words.every((word) => capitalised.test(word)))
  );
}
