import type { FieldFault } from '#shared/report/field-fault.ts';

/** What a person gets for a cursor that no answer held. */
export const foreignCursor: FieldFault = {
  pointer: '/cursor',
  detail: 'This cursor was not given out here. Start again without one.',
};

/** The number of the row at which a page begins; null for what cannot be a cursor. Without one: the first. */
export function readCursor(cursor: string | undefined): number | null {
  if (cursor === undefined) {
    return 1;
  }
  return /^[1-9]\d{0,8}$/.test(cursor) ? Number(cursor) : null;
}
