import type { ListFormatId } from '#shared/registry/formats/list-formats.ts';
import type { ListReadOptions } from '#shared/registry/formats/list-reading.ts';
import { formatListDay } from '#shared/registry/list-day.ts';
import { type RegistryDefinition, registries } from '#shared/registry/registries.ts';
import type { Entry } from './list-file.ts';

/** A format, how a list of it is written, and which entries it can hold. */
export interface WrittenFormat {
  readonly format: ListFormatId;
  readonly registry: string;
  /** What national numbers may be. */
  readonly numbers: readonly [number, number];
  readonly callingNumber: number;
  readonly kinds: readonly number[];
  readonly changes: boolean;
  readonly dated: boolean;
  readonly options?: Partial<ListReadOptions>;
  write(entries: readonly Entry[], end: string): string;
}

const letter = { add: 'A', delete: 'D' };
const dateOf = (day: number | null) => (day === null ? '' : formatListDay(day));
const split = (number: number) => [String(number).slice(1, 4), String(number).slice(4)] as const;

const flat = (entries: readonly Entry[], end: string) =>
  entries.map(([number]) => `${split(number).join(',')}${end}`).join('');

/** An `ac` element for each run of the same area code. */
function xml(type: string, write: (entry: Entry, number: string) => string) {
  return (entries: readonly Entry[], end: string): string => {
    let area = '';
    const parts = entries.map((entry) => {
      const [of, number] = split(entry[0]);
      const begin = of === area ? '' : `${area === '' ? '' : `</ac>${end}`}<ac val='${of}'>${end}`;
      area = of;
      return `${begin}  ${write(entry, number)}${end}`;
    });
    return `<?xml version='1.0'?>${end}<list type='${type}' level='all' val=''>${end}${parts.join('')}</ac></list>${end}`;
  };
}

const column = (prefix: string, callingCode: string) => (entries: readonly Entry[], end: string) =>
  entries.map(([number]) => `${prefix}${String(number).slice(callingCode.length)}${end}`).join('');

const preferences = (entries: readonly Entry[], end: string) =>
  entries
    .map(
      ([number, operation, kind, day]) =>
        `${String(number).slice(2)},${operation === 'add' ? 'START' : 'STOP'} ${kind - 32}${day === null ? '' : `,${dateOf(day)}`}${end}`,
    )
    .join('');

const full = { kinds: [0], changes: false, dated: false } as const;
const northAmerica = { callingNumber: 1, numbers: [4_130_000_000, 4_139_999_999] } as const;
const ontario = { callingNumber: 1, numbers: [4_160_000_000, 4_169_999_999] } as const;
const india = {
  registry: 'in-ncpr',
  callingNumber: 91,
  numbers: [6_000_000_000, 9_999_999_999],
  kinds: [32, 33, 39],
} as const;

export const writtenFormats: readonly WrittenFormat[] = [
  { format: 'us-flat', registry: 'us-national', ...northAmerica, ...full, write: flat },
  { format: 'canada-csv', registry: 'ca-dncl', ...ontario, ...full, write: flat },
  {
    format: 'us-flat-change',
    registry: 'us-national',
    ...northAmerica,
    kinds: [0],
    changes: true,
    dated: true,
    write: (entries, end) =>
      entries
        .map(([number, operation, , day]) => `${[...split(number), dateOf(day), letter[operation]].join(',')}${end}`)
        .join(''),
  },
  {
    format: 'acph-xml',
    registry: 'ca-dncl',
    ...ontario,
    ...full,
    write: xml('full', (_, number) => `<ph val='${number}' />`),
  },
  {
    format: 'acph-xml-change',
    registry: 'us-national',
    ...northAmerica,
    kinds: [0],
    changes: true,
    dated: true,
    write: xml(
      'change',
      ([, operation, , day], number) =>
        `<ph val="${number}" op="${letter[operation]}"${day === null ? '' : ` ts="${dateOf(day)}T10:00:00"`}/>`,
    ),
  },
  {
    format: 'massachusetts',
    registry: 'us-ma',
    ...northAmerica,
    ...full,
    write: (entries, end) => entries.map(([number]) => `${String(number).slice(1)},DOE${end}`).join(''),
  },
  {
    format: 'uk-column',
    registry: 'uk-tps',
    callingNumber: 44,
    numbers: [7_000_000_000, 7_999_999_999],
    ...full,
    write: column('0', '44'),
  },
  {
    format: 'singapore-column',
    registry: 'sg-dnc',
    callingNumber: 65,
    numbers: [80_000_000, 99_999_999],
    ...full,
    kinds: [2],
    options: { kind: 2 },
    write: column('', '65'),
  },
  { format: 'india-preferences', ...india, changes: false, dated: true, write: preferences },
  {
    format: 'india-preferences-change',
    ...india,
    changes: true,
    dated: true,
    options: { format: 'india-preferences-change' },
    write: preferences,
  },
  {
    format: 'plain',
    registry: 'fr-bloctel',
    callingNumber: 33,
    numbers: [100_000_000, 999_999_999],
    ...full,
    write: column('+33', '33'),
  },
];

export function registryOf({ registry }: WrittenFormat): RegistryDefinition {
  const found = registries.find(({ id }) => id === registry);
  if (found === undefined) {
    throw new Error(`no registry ${registry}`);
  }
  return found;
}
