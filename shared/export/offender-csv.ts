import { csvLine, safeText } from './csv.ts';
import type { Offender } from './export-schemas.ts';

interface Column {
  readonly name: string;
  readonly of: (offender: Offender) => string | number | null;
}

/** CONTRACT section 7. Appended to, never reordered or renamed: another meaning is another major version. */
const columns: readonly Column[] = [
  { name: 'subject_id', of: (o) => o.id },
  { name: 'type', of: (o) => o.type },
  // Digits only: a leading + is a formula to a spreadsheet, and is not needed to read E.164.
  { name: 'number_digits', of: (o) => (o.type === 'phone' || o.type === 'short_code' ? digits(o.value) : null) },
  { name: 'country_code', of: (o) => o.country },
  { name: 'display', of: (o) => safeText(o.type === 'phone' ? o.display.replace(/^\+/, '') : o.display) },
  { name: 'validity', of: (o) => o.validity },
  { name: 'reports', of: (o) => o.reports },
  { name: 'reporters', of: (o) => o.reporters },
  { name: 'first_reported', of: (o) => o.firstReported },
  { name: 'last_reported', of: (o) => o.lastReported },
  { name: 'top_topic', of: (o) => o.topics[0]?.topic ?? null },
  { name: 'recorded_share', of: (o) => o.recordedShare },
  { name: 'registered_share', of: (o) => o.registeredShare },
  { name: 'violations', of: (o) => o.violations },
  { name: 'campaign_id', of: (o) => o.campaignId },
  { name: 'status', of: (o) => o.status },
  { name: 'updated_at', of: (o) => o.updatedAt },
];

export const offenderColumns: readonly string[] = columns.map(({ name }) => name);

export const offenderCsvHeader: string = csvLine(offenderColumns);

export function offenderCsvLine(offender: Offender): string {
  return csvLine(columns.map(({ of }) => of(offender)));
}

export function offenderJsonLine(offender: Offender): string {
  return `${JSON.stringify(offender)}\n`;
}

function digits(value: string): string {
  return value.replace(/\D/g, '');
}
