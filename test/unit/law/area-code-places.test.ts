import { describe, expect, it } from 'vitest';
import { readPlaces } from '#infra/tools/area-code-places.ts';

const row = (NPA_ID: string, LOCATION: string, TIME_ZONE: string | undefined, more: Record<string, string> = {}) => ({
  NPA_ID,
  ASSIGNED: 'Yes',
  USE: 'G',
  COUNTRY: 'US',
  LOCATION,
  TIME_ZONE,
  ...more,
});

describe('reading an area code report', () => {
  it('takes the assigned geographic codes', () => {
    const rows = [
      row('413', 'MA', 'E'),
      row('800', 'NANP AREA', 'E', { USE: 'N' }),
      row('230', '', '', { ASSIGNED: 'No' }),
    ];
    expect(readPlaces(rows)).toEqual([{ code: '413', country: 'US', region: 'MA', zones: ['America/New_York'] }]);
  });

  it('gives codes that overlay one another all their zones, also where a row ends early', () => {
    const overlay = { OVERLAY_COMPLEX: '270/364' };
    const [one, other] = readPlaces([row('270', 'KY', 'EC', overlay), row('364', 'KY', undefined, overlay)]);
    expect(one?.zones).toEqual(['America/Chicago', 'America/New_York']);
    expect(other?.zones).toEqual(one?.zones);
  });

  it.each([
    ['an unknown location', row('413', 'ATLANTIS', 'E')],
    ['an unknown letter', row('413', 'MA', 'Z')],
    ['no zone at all', row('413', 'MA', '')],
  ])('refuses %s', (_what, bad) => {
    expect(() => readPlaces([bad])).toThrow('413');
  });
});
