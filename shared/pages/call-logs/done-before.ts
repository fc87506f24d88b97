import type { FormFields } from '#shared/http/form-body.ts';
import { mostSent } from './reports-path.ts';
import { readRows } from './row-ranges.ts';

/** What came of the calls of a log that were sent before, as its forms carry it. */
export interface DoneBefore {
  /** Rows that are reported. */
  readonly done: readonly number[];
  /** How many intake has refused. */
  readonly refused: number;
}

export function doneBefore({ fields }: { readonly fields: FormFields }): DoneBefore {
  return {
    done: readRows(fields.get('done') ?? '', mostSent) ?? [],
    refused: Number(/^\d{1,4}$/.exec(fields.get('refused') ?? '')?.[0] ?? 0),
  };
}
