import type { HttpRequest } from './message.ts';

/** What a form sent, by field name; a repeated field keeps its last value. Line ends are `\n`. */
export type FormFields = ReadonlyMap<string, string>;

/** Of a request that sends no form. */
export const noFields: FormFields = new Map();

export type FormBody =
  | { readonly kind: 'form'; readonly fields: FormFields }
  | { readonly kind: 'too_large' }
  | { readonly kind: 'not_a_form' };

const mostFields = 100;

/** Reads a form of at most `limit` bytes, as browsers send it (application/x-www-form-urlencoded). */
export function readForm(request: HttpRequest, limit: number): FormBody {
  if (request.body.length > limit) {
    return { kind: 'too_large' };
  }
  const type = (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') {
    return { kind: 'not_a_form' };
  }
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(request.body.toString('utf8'))) {
    if (fields.size === mostFields && !fields.has(name)) {
      return { kind: 'not_a_form' };
    }
    fields.set(name, value.replaceAll(/\r\n?/g, '\n'));
  }
  return { kind: 'form', fields };
}

/** Every value of a field that a form repeats, such as the ticks of a list; of a form that `readForm` has taken. */
export function repeatedField({ body }: HttpRequest, name: string): string[] {
  return new URLSearchParams(body.toString('utf8')).getAll(name);
}
