// The suffixes that people spell out; others would be found in "sale . now".
const spelledDot =
  /(?<=[\p{L}\p{N}])(?: \. ?| (?:dot|point|punto|punkt|точка|डॉट) )(?=(?:com|net|org|info|biz|co\.uk|ru|in|de|fr|es)(?![\p{L}\p{N}]))/giu;
const bracketedDot = / ?[[({<] ?(?:\.|dot|point|punto|punkt|точка) ?[\])}>] ?/giu;
const otherDot = /[。．｡]/gu;
const scheme = /(?<![\p{L}\p{N}])h(?:xx|\*\*|__)p(s?)(?= ?[[(]?:)/giu;
const bracketedSeparator = /[[(] ?(:|\/|:\/\/) ?[\])]/gu;
const spacedScheme = /(https?) ?: ?\/ ?\/ ?/giu;
const spacedHostPart = /(?<![\p{L}\p{N}])(www\d?|wap)\. (?=[\p{L}\p{N}])/giu;

/**
 * Addresses as they were before somebody made them harmless, or hid them from filters: `hxxp://`, `example[.]com`,
 * `example(dot)com`, `example . com`. Takes readable text.
 */
export function refang(text: string): string {
  return text
    .replace(bracketedDot, '.')
    .replace(otherDot, '.')
    .replace(bracketedSeparator, '$1')
    .replace(scheme, 'http$1')
    .replace(spacedScheme, '$1://')
    .replace(spacedHostPart, '$1.')
    .replace(spelledDot, '.');
}
