import type { CsvField } from './csv-mapping.ts';

/** Column names seen in the wild, normalised; the first column that fits a field has it. */
const names: Readonly<Record<CsvField, readonly string[]>> = {
  date: [
    'date and time',
    'date time',
    'datetime',
    'date time start',
    'start time',
    'call time',
    'call date',
    'call date time',
    'timestamp',
    'date',
    'conn date',
    'day',
    'datum',
    'fecha',
    'fecha y hora',
    'date et heure',
    'data',
    'дата',
    'calldate',
    'time start',
    'start',
  ],
  time: ['time', 'conn time', 'uhrzeit', 'zeit', 'hora', 'heure', 'ora', 'время'],
  number: [
    'number',
    'phone number',
    'phone',
    'telephone',
    'telephone number',
    'tel',
    'other party',
    'contact number',
    'msisdn',
    'rufnummer',
    'nummer',
    'telefonnummer',
    'numero',
    'numero de telefono',
    'telefono',
    'номер',
  ],
  from: [
    'from',
    'source',
    'src',
    'caller',
    'caller id',
    'callerid',
    'caller number',
    'calling number',
    'originating number',
    'sender',
    'von',
    'de',
    'from number',
  ],
  to: [
    'to',
    'did',
    'called no',
    'called number',
    'called',
    'terminating number',
    'dialed number',
    'dialled number',
    'recipient',
    'dst',
    'an',
    'to number',
    'destination',
  ],
  duration: [
    'duration',
    'call duration',
    'talking',
    'talk time',
    'billsec',
    'minutes',
    'mins',
    'min',
    'et',
    'seizuretime',
    'length',
    'dauer',
    'duracion',
    'duree',
    'durata',
    'длительность',
  ],
  direction: ['direction', 'call direction', 'call type', 'type', 'richtung', 'typ', 'tipo', 'sens'],
  status: ['status', 'call status', 'disposition', 'result', 'estado', 'statut'],
  contact: ['contact', 'contact name', 'name', 'nombre', 'nom'],
  text: ['text', 'message', 'body', 'content', 'nachricht', 'mensaje'],
};
const units = /(?<= )(?:utc|gmt|secs?|seconds|mins?|minutes)$/;
const longest = 64;

/** Fields by column, for as much of a header as is known. */
export function readHeader(cells: readonly string[]): Partial<Record<CsvField, number>> {
  const columns = cells.map(normalised);
  const found: Partial<Record<CsvField, number>> = {};
  const taken = new Set<number>();
  for (const [field, known] of Object.entries(names) as [CsvField, readonly string[]][]) {
    const column = known.map((name) => columns.indexOf(name)).find((index) => index >= 0 && !taken.has(index));
    if (column !== undefined) {
      found[field] = column;
      taken.add(column);
    }
  }
  return found;
}

/** `Date/Time Start (UTC)` as `date time start`. */
function normalised(cell: string): string {
  const words = cell
    .slice(0, longest)
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .replaceAll(/[^\p{L}\d]+/gu, ' ')
    .trim();
  return words.replace(units, '').trimEnd();
}
