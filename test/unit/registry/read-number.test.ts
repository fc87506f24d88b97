import { expect, it } from 'vitest';
import { readNumber } from '#infra/cli/registry/check/read-number.ts';
import { parseLine } from '#shared/sender/parse-line.ts';
import { seeded } from '#test/support/seeded.ts';

it('numbers are read as reports read them, whether the short way or the long one takes them', () => {
  const { below, pick } = seeded(7);
  const digits = (count: number) => Array.from({ length: count }, () => below(10)).join('');
  for (let round = 0; round < 1500; round += 1) {
    const area = pick([digits(3), '911', '988', '800', '211', '555', '413']);
    const exchange = pick([digits(3), '911', '555', '211']);
    const [a, b, c] = [pick(['', ' ', '-', '.']), pick(['', ' ', '-', '.']), pick(['', '1', '+1', '1 ', '+1-', '+'])];
    const text = `${c}${pick([area, `(${area})`])}${a}${exchange}${b}${digits(4)}`;
    for (const country of ['US', 'CA', 'SG']) {
      const parsed = parseLine(text, { country });
      expect([text, readNumber(text, country)]).toEqual([
        text,
        parsed.kind === 'refused' ? parsed : { kind: 'read', e164: parsed.line.e164 },
      ]);
    }
  }
});
