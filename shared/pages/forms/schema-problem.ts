import type * as z from 'zod/mini';
import type { Words } from '../messages/messages.ts';
import { fieldNamed } from './field-problem.ts';

/** The faults that the schema of a report finds, by the field of the form. */
export function schemaProblems(error: z.core.$ZodError, m: Words<'errors'>): Map<string, string> {
  return new Map(error.issues.map((issue) => [fieldNamed(`/${issue.path.map(String).join('/')}`), inWords(issue, m)]));
}

function inWords(issue: z.core.$ZodIssue, m: Words<'errors'>): string {
  if (issue.code === 'too_big') {
    return m.errors.tooLong(Number(issue.maximum));
  }
  const name = String(issue.path.at(-1));
  if (issue.code === 'invalid_format') {
    return name === 'email' ? m.errors.emailInvalid : name === 'region' ? m.errors.region : m.errors.dateInvalid;
  }
  return m.errors.characters;
}
