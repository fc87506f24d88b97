import { membersOf } from './request-content.ts';

/** Linear: a step holds no slash. */
const pointer = /^(?:\/(?:[^~/]|~[01])*)+$/;

/** Whether `text` is a JSON pointer to something inside a document (RFC 6901, 3). */
export function isJsonPointer(text: string): boolean {
  return text.length <= 200 && pointer.test(text);
}

/** What the pointer names in a JSON value (RFC 6901, 4); undefined where nothing stands. */
export function valueAt(document: unknown, path: string): unknown {
  let value: unknown = document;
  for (const step of path.split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    value = Array.isArray(value)
      ? value[/^(?:0|[1-9]\d{0,5})$/.test(name) ? Number(name) : -1]
      : membersOf(value)?.get(name);
  }
  return value;
}
