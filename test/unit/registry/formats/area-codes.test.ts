import { expect, it } from 'vitest';
import { areas } from '#shared/law/area-codes.ts';
import { areaVerdicts } from '#shared/registry/formats/area-codes.ts';
import { findRegistry } from '#shared/registry/registries.ts';

const codes = areas.flatMap(([country, region, , all]) => all.split(' ').map((code) => ({ country, region, code })));

it('area codes belong to the country in which the table of time zones has them', () => {
  for (const country of ['US', 'CA']) {
    const verdicts = areaVerdicts(country, null);
    for (const { code, country: of } of codes) {
      expect([code, verdicts[Number(code)]]).toEqual([code, of === country ? null : 'other_country']);
    }
  }
});

it('the area codes of Massachusetts are those of the table', () => {
  expect(findRegistry('us-ma')?.areaCodes).toEqual(
    codes.filter(({ region }) => region === 'MA').map(({ code }) => code),
  );
});
