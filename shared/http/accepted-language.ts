/** The best of the offered languages by an Accept-Language header (RFC 9110, 12.5.4), compared by primary subtag; null: none. */
export function acceptedLanguage<T extends string>(header: string | undefined, offered: readonly T[]): T | null {
  let best: { language: T; quality: number } | null = null;
  for (const range of (header ?? '').slice(0, 1000).split(',')) {
    const [tag = '', weight = 'q=1'] = range.split(';').map((part) => part.trim().toLowerCase());
    const primary = tag.split('-', 1)[0];
    const language = offered.find((candidate) => candidate === primary);
    const quality = Number(weight.replace(/^q\s*=\s*/, ''));
    if (language !== undefined && quality > (best?.quality ?? 0) && quality <= 1) {
      best = { language, quality };
    }
  }
  return best?.language ?? null;
}
