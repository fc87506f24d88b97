const fewest = 7;

/** Whether a number as an exchange writes it is the person's line: the same digits, whatever stands in front at home. */
export function sameNumber(shown: string, line: string | null): boolean {
  if (line === null || shown.length > 64) {
    return false;
  }
  const a = significant(shown);
  const b = significant(line);
  return a.length >= fewest && b.length >= fewest && (a.endsWith(b) || b.endsWith(a));
}

function significant(number: string): string {
  return number.replaceAll(/[^0-9]/g, '').replace(/^0{1,2}/, '');
}
