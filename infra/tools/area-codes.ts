import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { readPlaces } from './area-code-places.ts';

/*
 * Makes shared/law/area-codes.ts from NANPA's area code report (CSV, nanpa.com, "NPA Report"):
 *
 *   node infra/tools/area-codes.ts npa_report.csv > shared/law/area-codes.ts && npx biome check --write shared/law
 */

const [, , path] = process.argv;
if (path === undefined) {
  throw new Error('Name the area code report: node infra/tools/area-codes.ts npa_report.csv');
}

const [dateLine = '', ...rest] = readFileSync(path, 'utf8').split('\n');
const fileDate = /^File Date,(\d{2})\/(\d{2})\/(\d{4})/.exec(dateLine);
if (fileDate === null) {
  throw new Error(`The report should begin with its date, not with ${dateLine}`);
}
// Some rows end early; what they leave out reads as empty.
const rows: Record<string, string | undefined>[] = parse(rest.join('\n'), {
  columns: (header: string[]) => header.map((name) => name.trim()),
  relax_column_count: true,
});

const places = readPlaces(rows);
const lines = Map.groupBy(places, ({ country, region, zones }) => JSON.stringify([country, region, zones]));
const areas = [...lines]
  .map(([key, members]) => `  ${key.slice(0, -1)}, '${members.map(({ code }) => code).join(' ')}'],`)
  .toSorted();

process.stdout.write(`/*
 * Made by infra/tools/area-codes.ts from NANPA's area code report of ${fileDate[3]}-${fileDate[1]}-${fileDate[2]}. Do not edit: change the
 * generator, or run it on a newer report.
 */

export const areaCodesAsOf = '${fileDate[3]}-${fileDate[1]}-${fileDate[2]}';

/** Country (ISO 3166-1), subdivision where there is only one, all zones some part of the area keeps, area codes. */
export type Area = readonly [country: string, region: string | null, zones: readonly string[], codes: string];

/** Geographic area codes of the North American numbering plan, those assigned but not yet in service included. */
export const areas: readonly Area[] = [
${areas.join('\n')}
];
`);
