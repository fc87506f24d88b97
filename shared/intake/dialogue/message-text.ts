/** Of a text message, in UTF-16 units (CONTRACT section 3). */
export const longestText = 1600;

export interface MessageText {
  readonly text: string;
  readonly cut: boolean;
}

/** What can be kept of a text that was read (shared/intake/reading/clean-message.ts): cut to its length between characters. */
export function messageText(read: string): MessageText {
  return { text: cutText(read, longestText), cut: read.length > longestText };
}

/** Never inside a surrogate pair. */
function cutText(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}

/**
 * The text with one more piece of it, which stands `at` there; `before`: its length without the piece. Null when the piece
 * is in it already; `moved` when it is not the text that the piece belongs to any more.
 */
export function withPiece(
  text: string,
  piece: string,
  { at, before }: { readonly at: number; readonly before: number },
): string | null | 'moved' {
  const added = at === 0 ? `${piece} ` : ` ${piece}`;
  const there = text.startsWith(cutText(added, longestText - at), at);
  if (text.length !== before) {
    // Another piece may have gone in before it.
    return text.length > before && (there || text.includes(piece)) ? null : 'moved';
  }
  // A text that was full before and after tells by its words alone.
  return there && before >= longestText ? null : cutText(text.slice(0, at) + added + text.slice(at), longestText);
}
