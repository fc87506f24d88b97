import type { ListDay } from '../list-day.ts';
import { everyContact } from '../page-kinds.ts';
import { areaVerdicts } from './area-codes.ts';
import type { CreateContentReader } from './content-reader.ts';
import { readEntryDay } from './entry-day.ts';
import { lineReader } from './line-reader.ts';
import type { ListColumn, ListOperation, ListSkipReason } from './list-reading.ts';
import { ListRefused } from './list-refused.ts';

const usualColumns: readonly ListColumn[] = ['area', 'number', 'day', 'operation'];

/**
 * Flat change lists of the United States: several columns a line, an addition or a deletion each. Their order is not
 * published, so it can be told; `number` has seven digits, or ten where there is no column `area`.
 */
export const flatChangeReader: CreateContentReader = (options, sink) => {
  const { registry, columns = usualColumns, delimiter = ',' } = options;
  if (
    !columns.includes('number') ||
    !columns.includes('operation') ||
    new Set(named(columns)).size < named(columns).length
  ) {
    throw new ListRefused('The columns of a change list must be different, with number and operation among them.');
  }
  const verdicts = areaVerdicts(registry.country, registry.areaCodes, options.areaCode);
  const place = (column: ListColumn) => columns.indexOf(column);
  const [area, number, dayAt, operationAt] = [place('area'), place('number'), place('day'), place('operation')];

  const read = (
    values: readonly string[],
  ): ListSkipReason | { national: string; operation: ListOperation; day: ListDay | null } => {
    if (values.length !== columns.length) {
      return values.length > columns.length ? 'more_columns' : 'bad_line';
    }
    const national = `${area < 0 ? '' : (values[area] ?? '')}${values[number] ?? ''}`;
    if (!/^\d{10}$/.test(national)) {
      return /^\d+$/.test(national) ? 'wrong_length' : 'bad_line';
    }
    const operation = operations.get(values[operationAt]?.toUpperCase() ?? '');
    if (operation === undefined) {
      return 'bad_operation';
    }
    const day = dayAt < 0 ? null : readEntryDay(values[dayAt] ?? '', options);
    return day === 'bad_day' ? day : { national, operation, day };
  };

  return lineReader({
    sink,
    onLine(buffer, start, end, line) {
      const text = Buffer.from(buffer.buffer, buffer.byteOffset, buffer.length).toString('latin1', start, end);
      const entry = read(text.split(delimiter, columns.length + 1).map(unquoted));
      const problem = typeof entry === 'string' ? entry : (verdicts[Number(entry.national.slice(0, 3))] ?? null);
      if (typeof entry === 'string' || problem !== null) {
        sink.skip(problem ?? 'bad_line', line);
      } else {
        sink.take(10_000_000_000 + Number(entry.national), entry.operation, everyContact, entry.day, line);
      }
    },
  });
};

export const operations: ReadonlyMap<string, ListOperation> = new Map([
  ['A', 'add'],
  ['D', 'delete'],
]);

const named = (columns: readonly ListColumn[]) => columns.filter((column) => column !== 'ignored');

function unquoted(value: string): string {
  const trimmed = value.trim();
  return /^"[^"]*"$/.test(trimmed) ? trimmed.slice(1, -1).trim() : trimmed;
}
