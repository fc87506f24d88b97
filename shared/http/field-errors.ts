import type * as z from 'zod';
import type { FieldError } from './problem.ts';

/** More would help nobody and make the answer larger than the request. */
const mostErrors = 50;

/** Zod's issues as field errors: JSON pointers (RFC 6901) and plain words, never the value that was sent. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  const errors = error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ pointer: pointer([...issue.path, key]), detail: 'This field is not known.' }));
    }
    return [{ pointer: pointer(issue.path), detail: issue.message }];
  });
  return errors.slice(0, mostErrors);
}

function pointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).slice(0, 64).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
