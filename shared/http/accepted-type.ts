/** The best of the offered media types by the Accept header (RFC 9110, 12.5.1), earlier ones winning ties; null: none will do. */
export function acceptedType<T extends string>(accept: string | undefined, offered: readonly T[]): T | null {
  const ranges = (accept ?? '').split(',').flatMap(readRange);
  if (ranges.length === 0) {
    return offered[0] ?? null;
  }
  let best: { type: T; quality: number } | null = null;
  for (const type of offered) {
    const quality = qualityOf(type, ranges);
    if (quality > (best?.quality ?? 0)) {
      best = { type, quality };
    }
  }
  return best?.type ?? null;
}

interface Range {
  readonly type: string;
  readonly quality: number;
}

function readRange(text: string): Range[] {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  if (type === '') {
    return [];
  }
  const weight = parameters
    .find((parameter) => /^q\s*=/.test(parameter))
    ?.split('=')[1]
    ?.trim();
  const quality = weight === undefined ? 1 : Number(weight);
  return [{ type, quality: quality >= 0 && quality <= 1 ? quality : 0 }];
}

/** The most specific range that covers the type decides, whatever its quality. */
function qualityOf(type: string, ranges: readonly Range[]): number {
  const family = `${type.split('/')[0]}/*`;
  for (const pattern of [type, family, '*/*']) {
    const range = ranges.find((each) => each.type === pattern);
    if (range !== undefined) {
      return range.quality;
    }
  }
  return 0;
}
