/** Never how a sentence begins. */
const plainSuffixes = new Set('com net org info biz edu gov uk'.split(' '));

/** Suffixes of two letters that are words, with which people go on when they forget the blank; in our languages. */
const words = new Set(
  `so is it in me my to at be no do am as us by if ai pm la de es en el un si se mi ya tu al le et du ne da wo er im zu
ma pa sa va ta su lo te os ou qu ja ni na ha oh ok ag al`.split(/\s+/u),
);

const cue = /(?<!\p{L})(?:visit|go to|see|at|on|click|site|web|online|link|via|www\d?)[\s.:>-]{1,4}$/iu;
const shortestRealName = 14;
const nameOfAnAddress = /^(?=.{6,63}$)[^\d]{0,63}\d|-/u;

/**
 * "ok.So", "great.In", "CALL NOW.IT IS", "sleep well.you": two sentences without a blank, and no domains of Somalia,
 * India or Italy. An address says so: by www, a path, a hyphen or digit in its name, a word like "visit" before it or a
 * long name. Only the commonest suffixes, and countries whose letters are no word, need nothing of the kind.
 */
export function isSentenceJoint(
  labels: readonly string[],
  { before, behind }: { readonly before: string; readonly behind: string },
): boolean {
  const suffix = labels.at(-1) ?? '';
  const name = labels.at(-2) ?? '';
  const folded = suffix.toLowerCase();
  if (plainSuffixes.has(folded)) {
    return false;
  }
  const beginsSentence = /^\p{Lu}\p{Ll}/u.test(suffix);
  const isCountry = folded.length === 2 || folded.startsWith('xn--') || /[^a-z]/u.test(folded);
  const isAddress =
    behind.length > 2 ||
    labels[0]?.toLowerCase() === 'www' ||
    (!beginsSentence &&
      /\D/u.test(name) &&
      (nameOfAnAddress.test(name) || name.length >= shortestRealName || cue.test(before)));
  return (beginsSentence || words.has(folded) || !isCountry) && !isAddress;
}
