// The letters of the GSM 7-bit default alphabet (3GPP TS 23.038, 6.2.1): all that an alphanumeric originator can hold.
// Its Greek capitals are those that look like no Latin letter, so it brings no homoglyphs.
const letters = 'A-Za-zÄÅÆÇÉÑÖØÜßàäåæèéìñòöøùüΔΦΓΛΩΠΨΣΘΞ';
const shape = new RegExp(`^[0-9${letters}][0-9${letters} &.'_+!*#/,-]{0,10}$`, 'u');
const anyLetter = new RegExp(`[${letters}]`, 'u');

/**
 * An alphanumeric sender id of 1-11 characters (TP-OA, 3GPP TS 23.040, 9.1.2.5) with at least one letter, upper-cased,
 * or null. Indian headers keep the operator and circle in front: `VM-HDFCBK`.
 */
export function readSenderId(text: string): string | null {
  return shape.test(text) && anyLetter.test(text) ? Array.from(text, upperCased).join('') : null;
}

/** ß would become two letters and the id too long to be read again. */
function upperCased(letter: string): string {
  const upper = letter.toUpperCase();
  return upper.length === 1 ? upper : letter;
}
