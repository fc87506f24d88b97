import type { Operation } from './operation.ts';

/** The way into the pages for people; they and their forms are for browsers, not for programs. */
export const pageOperations: readonly Operation[] = [
  {
    route: 'GET /',
    id: 'pages',
    tag: 'service',
    summary: 'The pages for people: report, verdict, complaint, status',
    answers: { 200: { description: 'A page in the language of Accept-Language.', bodies: [{ type: 'text/html' }] } },
  },
];
