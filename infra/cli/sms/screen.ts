/** A reply as a telephone shows it: from whom, when (local time), what. */
export function asShown(reply: string, from: string, now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${from}  ${two(now.getHours())}:${two(now.getMinutes())}  ${reply}`;
}

/** What a telephone shows when nothing comes back: nothing. */
export const silence = '(no reply)';
