/** Seconds of `29`, `0:29`, `00:00:29`; null for anything else. A bare number counts `unit`s, `h:mm` hours only if asked. */
export function readDuration(
  text: string,
  unit: 'seconds' | 'minutes',
  pairs: 'm:ss' | 'h:mm' = 'm:ss',
): number | null {
  const [whole, first = '', second = '', third = ''] =
    /^(\d{1,6})(?::(\d{1,2}))?(?::(\d{1,2}))?$/.exec(text.trim()) ?? [];
  if (whole === undefined) {
    return null;
  }
  if (second === '') {
    return Number(first) * (unit === 'minutes' ? 60 : 1);
  }
  if (third === '') {
    return Number(first) * (pairs === 'h:mm' ? 3600 : 60) + Number(second) * (pairs === 'h:mm' ? 60 : 1);
  }
  return Number(first) * 3600 + Number(second) * 60 + Number(third);
}
