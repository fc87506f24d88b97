import { planOfInternational } from './dialling-plans.ts';
import type { Line } from './sender.ts';

/**
 * A line of which only the ends are kept: its calling code, in North America its area code (time zones and regions go by
 * it), and the last two digits, by which its owner knows it again. `*` stands for each of the others.
 */
export function lineEnds(line: Line): Line {
  if (line.kept === 'ends') {
    return line;
  }
  const digits = line.e164.slice(1);
  const callingCode = planOfInternational(digits)?.callingCode ?? '';
  const head = callingCode === '1' ? 4 : callingCode.length;
  const tail = digits.slice(-2);
  return {
    ...line,
    e164: `+${digits.slice(0, head)}${'*'.repeat(Math.max(0, digits.length - head - tail.length))}${tail}`,
    kept: 'ends',
  };
}
