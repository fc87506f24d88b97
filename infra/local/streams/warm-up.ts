import type { JsonObject } from '../json.ts';
import { isObject } from '../json.ts';

/** The item that is put into and deleted from every streamed table at its creation; mappings never see it. */
const MARK = 'local-run-warm-up';

/** The marker's value for a key of that type (S, N or B). */
export function warmUpKey(type: string): JsonObject {
  switch (type) {
    case 'N':
      return { N: '-987654321' };
    case 'B':
      return { B: Buffer.from(MARK).toString('base64') };
    default:
      return { S: MARK };
  }
}

export function isWarmUp(keys: JsonObject): boolean {
  return Object.values(keys).every(
    (value) => isObject(value) && Object.entries(value).every(([type, content]) => warmUpKey(type)[type] === content),
  );
}
