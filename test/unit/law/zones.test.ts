import { describe, expect, it } from 'vitest';
import { areaCodesAsOf, areas } from '#shared/law/area-codes.ts';
import { areaOfLine } from '#shared/law/area-of-line.ts';
import { placeFor } from '#shared/law/place.ts';
import { isTimeZone, localTime } from '#shared/law/time-zone.ts';
import { zonesFor, zonesOfAreaCode } from '#shared/law/zones.ts';

const east = 'America/New_York';
const central = 'America/Chicago';
const mountain = 'America/Denver';
const pacific = 'America/Los_Angeles';

describe('area codes', () => {
  it.each([
    // Whole in one zone.
    ['201', 'US', 'NJ', [east]],
    ['202', 'US', 'DC', [east]],
    ['212', 'US', 'NY', [east]],
    ['413', 'US', 'MA', [east]],
    ['617', 'US', 'MA', [east]],
    ['305', 'US', 'FL', [east]],
    ['404', 'US', 'GA', [east]],
    ['502', 'US', 'KY', [east]],
    ['865', 'US', 'TN', [east]],
    ['317', 'US', 'IN', ['America/Indiana/Indianapolis']],
    ['313', 'US', 'MI', ['America/Detroit']],
    ['205', 'US', 'AL', [central]],
    ['214', 'US', 'TX', [central]],
    ['469', 'US', 'TX', [central]], // the report's row ends before the letters; its overlays tell
    ['972', 'US', 'TX', [central]],
    ['312', 'US', 'IL', [central]],
    ['615', 'US', 'TN', [central]],
    ['402', 'US', 'NE', [central]],
    ['303', 'US', 'CO', [mountain]],
    ['406', 'US', 'MT', [mountain]],
    ['801', 'US', 'UT', [mountain]],
    ['602', 'US', 'AZ', ['America/Phoenix']],
    ['213', 'US', 'CA', [pacific]],
    ['840', 'US', 'CA', [pacific]], // the report's letter is wrong
    ['206', 'US', 'WA', [pacific]],
    ['503', 'US', 'OR', [pacific]],
    ['702', 'US', 'NV', [pacific]],
    ['808', 'US', 'HI', ['Pacific/Honolulu']],
    // Split.
    ['850', 'US', 'FL', [central, east]],
    ['219', 'US', 'IN', [central, 'America/Indiana/Indianapolis']],
    ['812', 'US', 'IN', [central, 'America/Indiana/Indianapolis']],
    ['930', 'US', 'IN', [central, 'America/Indiana/Indianapolis']], // overlays 812
    ['270', 'US', 'KY', [central, east]],
    ['423', 'US', 'TN', [central, east]],
    ['906', 'US', 'MI', ['America/Detroit', 'America/Menominee']],
    ['620', 'US', 'KS', [central, mountain]],
    ['308', 'US', 'NE', [central, mountain]],
    ['701', 'US', 'ND', [central, mountain]],
    ['605', 'US', 'SD', [central, mountain]],
    ['915', 'US', 'TX', [central, mountain]],
    ['208', 'US', 'ID', ['America/Boise', pacific]],
    ['986', 'US', 'ID', ['America/Boise', pacific]], // overlays 208
    ['541', 'US', 'OR', ['America/Boise', pacific]],
    ['928', 'US', 'AZ', [mountain, 'America/Phoenix']],
    ['907', 'US', 'AK', ['America/Adak', 'America/Anchorage']],
    // Territories, Canada, the Caribbean.
    ['787', 'US', 'PR', ['America/Puerto_Rico']],
    ['340', 'US', 'VI', ['America/St_Thomas']],
    ['671', 'US', 'GU', ['Pacific/Guam']],
    ['670', 'US', 'MP', ['Pacific/Saipan']],
    ['684', 'US', 'AS', ['Pacific/Pago_Pago']],
    ['416', 'CA', 'ON', ['America/Toronto']],
    ['204', 'CA', 'MB', ['America/Winnipeg']],
    ['306', 'CA', 'SK', ['America/Edmonton', 'America/Regina']],
    ['709', 'CA', 'NL', ['America/Goose_Bay', 'America/St_Johns']],
    ['902', 'CA', null, ['America/Halifax']],
    ['876', 'JM', null, ['America/Jamaica']],
    ['809', 'DO', null, ['America/Santo_Domingo']],
    ['441', 'BM', null, ['Atlantic/Bermuda']],
  ])('%s is in %s %s', (code, country, region, zones) => {
    expect(areaOfLine(`+1${code}5550142`)).toEqual({ country, region, zones });
    expect(zonesOfAreaCode(code)).toEqual(zones);
  });

  it.each(['800', '888', '900', '700', '500', '600', '710', '822', '999', '000', ''])(
    '%j is no place: toll-free, personal, reserved or unknown',
    (code) => {
      expect(areaOfLine(`+1${code}5550142`)).toBeNull();
      expect(zonesOfAreaCode(code)).toEqual([]);
    },
  );

  it('are those of the dated report: all 409 geographic ones, each once, each with zones', () => {
    const codes = areas.flatMap(([, , , text]) => text.split(' '));
    expect(areaCodesAsOf).toBe('2020-03-04');
    expect(codes).toHaveLength(409);
    expect(new Set(codes).size).toBe(409);
    for (const [country, region, zones, text] of areas) {
      expect(text).toMatch(/^[2-9]\d\d( [2-9]\d\d)*$/);
      expect(country).toMatch(/^[A-Z]{2}$/);
      expect(region ?? 'XX').toMatch(/^[A-Z]{2}$/);
      expect(zones.length).toBeGreaterThan(0);
      expect(zones.filter((zone) => !isTimeZone(zone))).toEqual([]);
    }
  });

  it('lie in zones of the Americas and the Pacific', () => {
    const noon = Date.parse('2026-11-20T12:00:00Z');
    for (const zone of areas.flatMap(([, , zones]) => zones)) {
      const hours = localTime(zone, noon).clock / 3_600_000;
      expect(hours <= 9 || hours >= 22, zone).toBe(true);
    }
  });
});

describe('the zones of the called person', () => {
  const us = { country: 'US', region: null };

  it('are what they said, before anything else', () => {
    expect(zonesFor({ timeZone: 'Europe/Paris', line: '+16175550142', place: us })).toEqual(['Europe/Paris']);
  });

  it('are those of the area of the line', () => {
    expect(zonesFor({ timeZone: undefined, line: '+18505550142', place: us })).toEqual([central, east]);
  });

  it.each([
    ['+442079460142', 'GB', ['Europe/London']],
    ['+493023125042', 'DE', ['Europe/Berlin']],
    ['+6561234567', 'SG', ['Asia/Singapore']],
    ['+33199001234', 'FR', []], // overseas departments
    ['+61255501234', 'AU', []],
    [null, 'GB', ['Europe/London']],
    [null, 'US', []],
    ['+18005550142', 'US', []],
  ])('of %s in %s: %j', (line, country, zones) => {
    expect(zonesFor({ timeZone: undefined, line, place: { country, region: null } })).toEqual(zones);
  });

  describe('where they say that they live elsewhere', () => {
    const zones = (line: string | null, region: string, country: string | null = 'US') =>
      zonesFor({ timeZone: undefined, line, place: { country, region } });

    it('are those of both places: the number may have moved with them, or they with it', () => {
      expect(zones('+12025550142', 'CA')).toEqual([east, pacific]);
      expect(zones('+18505550142', 'MA')).toEqual([central, east]);
      expect(zones('+16175550142', 'TX')).toEqual([east, central, mountain]);
    });

    it('are those of the line where that is the same place', () => {
      expect(zones('+18505550142', 'FL')).toEqual([central, east]);
      expect(zones('+13055550142', 'FL')).toEqual([east]);
    });

    it.each([null, '+18005550142'])('are all zones of that place for the line %s', (line) => {
      expect(zones(line, 'MA')).toEqual([east]);
      expect(zones(line, 'TX')).toEqual([central, mountain]);
      expect(zones(line, 'FL')).toEqual([central, east]);
      expect(zones(line, 'GU')).toEqual(['Pacific/Guam']);
    });

    it('are not told by a place that the table does not know', () => {
      expect(zones(null, 'XX')).toEqual([]);
      expect(zones('+16175550142', 'XX')).toEqual([]);
      expect(zones(null, 'MA', null)).toEqual([]);
      expect(zones('+442079460142', 'SCT', 'GB')).toEqual(['Europe/London']);
    });

    it('take in the areas that span several subdivisions where the place has none of its own', () => {
      expect(zones('+19025550142', 'NS', 'CA')).toContain('America/Halifax');
      expect(zones(null, 'NS', 'CA')).toContain('America/Halifax');
    });
  });

  it('are none where nothing tells', () => {
    expect(zonesFor({ timeZone: undefined, line: null, place: { country: null, region: null } })).toEqual([]);
  });
});

describe('the place of the called person', () => {
  it.each([
    [
      { line: '+16175550142', country: 'US', region: undefined },
      { country: 'US', region: 'MA' },
    ],
    [
      { line: '+16175550142', country: 'US', region: 'NH' },
      { country: 'US', region: 'NH' },
    ],
    [
      { line: '+14165550142', country: 'US', region: undefined },
      { country: 'CA', region: 'ON' },
    ],
    [
      { line: '+17875550142', country: 'PR', region: undefined },
      { country: 'US', region: 'PR' },
    ],
    [
      { line: '+18005550142', country: 'US', region: undefined },
      { country: 'US', region: null },
    ],
    [
      { line: null, country: 'US', region: 'MA' },
      { country: 'US', region: 'MA' },
    ],
    [
      { line: null, country: 'GU', region: undefined },
      { country: 'US', region: 'GU' },
    ],
    [
      { line: '+442079460142', country: 'GB', region: undefined },
      { country: 'GB', region: null },
    ],
    [
      { line: null, country: null, region: undefined },
      { country: null, region: null },
    ],
  ])('%j is %j', (clues, place) => {
    expect(placeFor(clues)).toEqual(place);
  });
});
