/** A row's location and time-zone letters, as countries, subdivisions and IANA zones. */

export interface AreaPlace {
  readonly code: string;
  readonly country: string;
  readonly region: string | null;
  readonly zones: readonly string[];
}

interface Location {
  readonly country: string;
  readonly region: string | null;
  /** Zones by the report's letter where they differ from `usual`; `only` ignores the letters. */
  readonly letters?: Readonly<Record<string, string>>;
  readonly only?: readonly string[];
}

const usual: Readonly<Record<string, string>> = {
  E: 'America/New_York',
  C: 'America/Chicago',
  M: 'America/Denver',
  P: 'America/Los_Angeles',
};

const canada = (region: string | null, letters: Readonly<Record<string, string>>): Location => ({
  country: 'CA',
  region,
  letters,
});
const island = (country: string, zone: string): Location => ({ country, region: null, only: [zone] });
/** Territories are places of the United States here: its rulebook covers them. */
const territory = (region: string, zone: string): Location => ({ country: 'US', region, only: [zone] });

/** Where a letter needs the place to name a zone. A two-letter location that is not here is a state with usual zones. */
const locations: Readonly<Record<string, Location>> = {
  // The western Aleutian Islands keep Hawaii's hour.
  AK: { country: 'US', region: 'AK', only: ['America/Anchorage', 'America/Adak'] },
  AZ: { country: 'US', region: 'AZ', letters: { M: 'America/Phoenix' } },
  HI: { country: 'US', region: 'HI', only: ['Pacific/Honolulu'] },
  ID: { country: 'US', region: 'ID', letters: { M: 'America/Boise' } },
  IN: { country: 'US', region: 'IN', letters: { E: 'America/Indiana/Indianapolis' } },
  MI: { country: 'US', region: 'MI', letters: { E: 'America/Detroit', C: 'America/Menominee' } },
  // Malheur County keeps Boise's time.
  OR: { country: 'US', region: 'OR', letters: { M: 'America/Boise' } },
  AS: territory('AS', 'Pacific/Pago_Pago'),
  CNMI: territory('MP', 'Pacific/Saipan'),
  GU: territory('GU', 'Pacific/Guam'),
  'PUERTO RICO': territory('PR', 'America/Puerto_Rico'),
  USVI: territory('VI', 'America/St_Thomas'),

  ALBERTA: canada('AB', { M: 'America/Edmonton' }),
  'BRITISH COLUMBIA': canada('BC', { P: 'America/Vancouver' }),
  MANITOBA: canada('MB', { C: 'America/Winnipeg' }),
  'NEW BRUNSWICK': canada('NB', { A: 'America/Moncton' }),
  'NEWFOUNDLAND AND LABRADOR': canada('NL', { N: 'America/St_Johns', A: 'America/Goose_Bay' }),
  'NOVA SCOTIA - PRINCE EDWARD ISLAND': canada(null, { A: 'America/Halifax' }),
  ONTARIO: canada('ON', { E: 'America/Toronto', C: 'America/Winnipeg' }),
  QUEBEC: canada('QC', { E: 'America/Toronto' }),
  SASKATCHEWAN: canada('SK', { C: 'America/Regina' }),
  'YUKON-NW TERR. - NUNAVUT': canada(null, {
    C: 'America/Rankin_Inlet',
    M: 'America/Edmonton',
    P: 'America/Whitehorse',
  }),

  ANGUILLA: island('AI', 'America/Anguilla'),
  'ANTIGUA/BARBUDA': island('AG', 'America/Antigua'),
  BAHAMAS: island('BS', 'America/Nassau'),
  BARBADOS: island('BB', 'America/Barbados'),
  BERMUDA: island('BM', 'Atlantic/Bermuda'),
  'BRITISH VIRGIN ISLANDS': island('VG', 'America/Tortola'),
  'CAYMAN ISLANDS': island('KY', 'America/Cayman'),
  DOMINICA: island('DM', 'America/Dominica'),
  // The report says E; the country keeps Atlantic time all year.
  'DOMINICAN REPUBLIC': island('DO', 'America/Santo_Domingo'),
  GRENADA: island('GD', 'America/Grenada'),
  JAMAICA: island('JM', 'America/Jamaica'),
  MONTSERRAT: island('MS', 'America/Montserrat'),
  'SINT MAARTEN': island('SX', 'America/Lower_Princes'),
  'ST. KITTS & NEVIS': island('KN', 'America/St_Kitts'),
  'ST. LUCIA': island('LC', 'America/St_Lucia'),
  'ST. VINCENT & GRENADINES': island('VC', 'America/St_Vincent'),
  'TRINIDAD & TOBAGO': island('TT', 'America/Port_of_Spain'),
  'TURKS & CAICOS ISLANDS': island('TC', 'America/Grand_Turk'),
};

/** Letters the report has wrong: 840 overlays 909 in California, 428 overlays 506 in New Brunswick. */
const corrections: Readonly<Record<string, string>> = { '840': 'P', '428': 'A' };

/** Parts of an area that the report's letters leave out. More candidates only make an hours rule more careful. */
const further: Readonly<Record<string, readonly string[]>> = {
  '928': ['America/Denver'], // The Navajo Nation sets its clocks forward, the rest of Arizona does not.
  '250': ['America/Edmonton', 'America/Dawson_Creek'], // The Rockies and the Peace River, British Columbia.
  '807': ['America/Atikokan'], // No daylight saving in parts of north-western Ontario.
  '418': ['America/Halifax', 'America/Blanc-Sablon'], // The Magdalen Islands and the Lower North Shore, Quebec.
  '306': ['America/Edmonton'], // Lloydminster, Saskatchewan.
  '867': ['America/Iqaluit'], // Eastern Nunavut.
};

type Row = Readonly<Record<string, string | undefined>>;

/** The assigned geographic codes of the report. Codes that overlay one another share all their zones. */
export function readPlaces(rows: readonly Row[]): readonly AreaPlace[] {
  const geographic = rows.filter((row) => row['ASSIGNED'] === 'Yes' && row['USE'] === 'G');
  const own = new Map(geographic.map((row) => [row['NPA_ID'] ?? '', zonesOf(row)]));
  return geographic.map((row) => {
    const code = row['NPA_ID'] ?? '';
    const { country, region } = locationOf(row);
    const overlays = (row['OVERLAY_COMPLEX'] ?? '').split('/').filter((other) => /^\d{3}$/.test(other));
    const zones = [...new Set([code, ...overlays].flatMap((one) => own.get(one) ?? []))].toSorted();
    if (zones.length === 0) {
      throw new Error(`No time zone for the area code ${code} (${row['LOCATION']}, ${row['TIME_ZONE']})`);
    }
    return { code, country, region, zones };
  });
}

function locationOf(row: Row): Location {
  const name = row['LOCATION'] ?? '';
  const known = locations[name];
  if (known !== undefined) {
    return known;
  }
  if (row['COUNTRY'] === 'US' && /^[A-Z]{2}$/.test(name)) {
    return { country: 'US', region: name };
  }
  throw new Error(`Unknown location ${name} of the area code ${row['NPA_ID']}`);
}

/** Without letters (two rows end before them) none: the codes they overlay tell. */
function zonesOf(row: Row): readonly string[] {
  const code = row['NPA_ID'] ?? '';
  const { only, letters } = locationOf(row);
  const named =
    only ??
    [...(corrections[code] ?? row['TIME_ZONE'] ?? '')].map((letter) => {
      const zone = letters?.[letter] ?? usual[letter];
      if (zone === undefined) {
        throw new Error(`No zone for the letter ${letter} of the area code ${code}`);
      }
      return zone;
    });
  return [...named, ...(further[code] ?? [])];
}
