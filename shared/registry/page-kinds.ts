/**
 * What a registration keeps off. A registry that does not tell kinds apart has `everyContact` alone; one that does (voice,
 * text and fax in Singapore, categories in India) has a layer for each in the same page.
 */
export type ListKind = number;

export const everyContact: ListKind = 0;
export const voiceCalls: ListKind = 1;
export const textMessages: ListKind = 2;
export const faxes: ListKind = 3;

/** India's preference categories, 0 (all) to 7 (tourism). */
export function indianCategory(code: number): ListKind {
  if (!Number.isInteger(code) || code < 0 || code > 7) {
    throw new RangeError(`no preference category: ${code}`);
  }
  return 32 + code;
}
