/** First and last byte, both included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

export type RangeRequest =
  /** No range, or one that may be ignored (RFC 9110, 14.2): the whole is sent. */
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly range: ByteRange }
  | { readonly kind: 'unsatisfiable' };

/** Reads a Range header for a body of `size` bytes. Several ranges at once are ignored, as the standard allows. */
export function requestedRange(header: string | undefined, size: number): RangeRequest {
  const match = /^bytes=\s*(\d{0,15})-(\d{0,15})\s*$/i.exec(header?.trim() ?? '');
  const [, from = '', to = ''] = match ?? [];
  if (match === null || (from === '' && to === '')) {
    return { kind: 'whole' };
  }
  if (from === '') {
    const suffix = Number(to);
    return suffix === 0 || size === 0
      ? { kind: 'unsatisfiable' }
      : { kind: 'part', range: { first: Math.max(0, size - suffix), last: size - 1 } };
  }
  const first = Number(from);
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== '' && Number(to) < first) {
    return { kind: 'whole' };
  }
  return first >= size ? { kind: 'unsatisfiable' } : { kind: 'part', range: { first, last } };
}

/** True when an If-None-Match list names this strong tag, or `*` (weak comparison: RFC 9110, 13.1.2). */
export function matchesTag(header: string | undefined, etag: string): boolean {
  const tags = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}
