import { describe, expect, it } from 'vitest';
import { parseLine } from '#shared/sender/parse-line.ts';
import type { RefusalReason } from '#shared/sender/refusal.ts';

describe('the line that received a call or text', () => {
  it.each([
    ['+1 413 555 0142', 'US', '+14135550142', 'US', 'valid'],
    ['(413) 555-0142', 'US', '+14135550142', 'US', 'valid'],
    ['٤١٣ ٥٥٥ ٠١٤٢', 'US', '+14135550142', 'US', 'valid'],
    ['+1 413 555 0142', null, '+14135550142', 'US', 'valid'],
    ['+1 416 555 0142', 'US', '+14165550142', 'CA', 'valid'],
    ['999 555 0142', 'US', '+19995550142', 'US', 'possible'],
    ['+1 999 555 0142', 'DE', '+19995550142', null, 'possible'],
    ['07700 900123', 'GB', '+447700900123', 'GB', 'possible'],
  ])('%j in %s is %s', (text, country, e164, countryOfLine, validity) => {
    expect(parseLine(text, { country })).toEqual({ kind: 'line', line: { e164, country: countryOfLine, validity } });
  });

  const refusals: ReadonlyArray<readonly [string, string | null, RefusalReason]> = [
    ['', 'US', 'not_a_line'],
    ['withheld', 'US', 'not_a_line'],
    ['7726', 'US', 'not_a_line'],
    ['88022', 'GB', 'not_a_line'],
    ['me@deals.example', 'US', 'not_a_line'],
    ['HDFCBK', 'IN', 'not_a_number'],
    ['911', 'US', 'emergency_number'],
    ['112', 'US', 'emergency_number'],
    ['000', 'AU', 'emergency_number'],
    ['0000000000', 'US', 'not_a_number'],
    ['555-0142', 'US', 'impossible_number'],
    ['413 555 01423', 'US', 'impossible_number'],
    ['+999 123 456 789', 'US', 'impossible_number'],
    ['413 555 0142', null, 'country_needed'],
    ['413\u0000555 0142', 'US', 'control_character'],
    ['\u202E2410555314', 'US', 'bidi_control'],
    ['9'.repeat(10_000), 'US', 'too_long'],
  ];

  it.each(refusals)('is not %j in %s: %s', (text, country, reason) => {
    expect(parseLine(text, { country })).toEqual({ kind: 'refused', reason, detail: expect.any(String) });
  });
});
