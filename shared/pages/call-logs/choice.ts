import { type FormFields, repeatedField } from '#shared/http/form-body.ts';
import type { HttpRequest } from '#shared/http/message.ts';
import { uploadLimits } from '#shared/intake/call-logs/limits.ts';
import type { OfferedCall } from '#shared/intake/call-logs/offered-call.ts';
import { readRows, writeRows } from './row-ranges.ts';

/**
 * Which calls of a log are ticked, as the form carries it from page to page: what it began with, and the rows that a hand
 * has changed. Hands are slow, so the list of changes stays short however long the log is; nothing is kept on our side.
 */
export interface Choice {
  /** `usual`: calls and texts that came from strangers; `none`: nothing. */
  readonly start: 'usual' | 'none';
  readonly changed: ReadonlySet<number>;
}

export const usualChoice: Choice = { start: 'usual', changed: new Set() };
export const emptyChoice: Choice = { start: 'none', changed: new Set() };

type Call = Pick<OfferedCall, 'row' | 'contact' | 'direction'>;

/** Contacts, and what the person dialled or wrote, are nobody's nuisance unless the person says so. */
export function fromStranger({ contact, direction }: Omit<Call, 'row'>): boolean {
  return !contact && direction !== 'out';
}

export function isTicked(call: Call, { start, changed }: Choice): boolean {
  return (start === 'usual' && fromStranger(call)) !== changed.has(call.row);
}

/** The choice after a page came back: of the calls it showed, these are ticked and the others are not. */
export function withTicks(choice: Choice, shown: readonly Call[], ticked: ReadonlySet<number>): Choice {
  const changed = new Set(choice.changed);
  for (const call of shown) {
    if (isTicked(call, { start: choice.start, changed }) !== ticked.has(call.row)) {
      if (!changed.delete(call.row)) {
        changed.add(call.row);
      }
    }
  }
  return { start: choice.start, changed };
}

/** Null for what no page of ours sends. */
export function readChoice(fields: FormFields): Choice | null {
  const changed = readRows(fields.get('changed') ?? '', uploadLimits.rows);
  return changed === null
    ? null
    : { start: fields.get('start') === 'none' ? 'none' : 'usual', changed: new Set(changed) };
}

/** The fields that carry a choice. */
export function choiceFields({ start, changed }: Choice): readonly (readonly [name: string, value: string])[] {
  return [
    ['start', start],
    ['changed', writeRows(changed)],
  ];
}

/** As many as a page may show. */
const mostShown = 1000;

/** The choice that a form of the list sends: of the calls it showed, those with a tick. Null where it cannot be read. */
export function choiceAfter(
  { request, fields }: { readonly request: HttpRequest; readonly fields: FormFields },
  calls: readonly Call[],
): Choice | null {
  const before = readChoice(fields);
  const shown = readRows(fields.get('shown') ?? '', mostShown);
  if (before === null || shown === null) {
    return null;
  }
  const rows = new Set(shown);
  const ticked = new Set(repeatedField(request, 'row').map(Number));
  return withTicks(
    before,
    calls.filter(({ row }) => rows.has(row)),
    ticked,
  );
}

/** The same ticks, however the calls are read next time; a choice that no hand has touched follows the reading. */
export function fixedChoice(choice: Choice, calls: readonly Call[]): Choice {
  return choice.start === 'usual' && choice.changed.size === 0
    ? choice
    : { start: 'none', changed: new Set(calls.filter((call) => isTicked(call, choice)).map(({ row }) => row)) };
}

/** Longer than what hands change; CloudFront takes addresses of 8,192 bytes. */
const mostInAddress = 6000;

/** Fields that lead back to a list as it was. */
export const listFields = ['part', 'page', 'start', 'changed'] as const;

/** The address of a log's list, or of its columns, with the page and the ticks of these fields; null where they are too many. */
export function listPath(id: string, fields: FormFields, page: '' | '/columns' = ''): string | null {
  const query = new URLSearchParams(
    listFields.flatMap((name): [string, string][] => {
      const value = fields.get(name) ?? '';
      return value === '' ? [] : [[name, value]];
    }),
  ).toString();
  return query.length > mostInAddress ? null : `/log/${id}${page}${query === '' ? '' : `?${query}`}`;
}
