import type * as z from 'zod/mini';
import type { FieldError } from './problem.ts';

/** More would help nobody and make the answer larger than the request. */
const mostErrors = 50;

/**
 * Zod's issues as field errors: JSON pointers (RFC 6901) and plain words, never the value that was sent. `sent` tells a
 * missing field from one of another type.
 */
export function fieldErrors(error: z.core.$ZodError, sent?: unknown): FieldError[] {
  const errors = error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ pointer: pointer([...issue.path, key]), detail: 'This field is not known.' }));
    }
    return [{ pointer: pointer(issue.path), detail: inWords(issue, sent) }];
  });
  return errors.slice(0, mostErrors);
}

function pointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).slice(0, 64).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** What the schema says in programmers' words, said to people; messages of our own schemas stay as they are. */
function inWords(issue: z.core.$ZodIssue, sent: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return sent !== undefined && at(sent, issue.path) === undefined
        ? 'This field is required.'
        : `This must be ${typeNames[issue.expected] ?? `of the type ${issue.expected}`}.`;
    case 'invalid_value':
      return `Use one of: ${issue.values.map(String).join(', ')}.`;
    default:
      return issue.message;
  }
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, part) =>
      typeof inner === 'object' && inner !== null ? Object.getOwnPropertyDescriptor(inner, part)?.value : undefined,
    value,
  );
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  boolean: 'true or false',
  number: 'a number',
  object: 'an object',
  array: 'a list',
};
