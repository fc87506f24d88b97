import { asking, common, complaint, errors, faults, notFound, proof } from '#shared/pages/messages/groups.ts';
import { wordsIn } from '#shared/pages/messages/words-in.ts';
import type { Page } from '#shared/pages/visit.ts';
import type { ComplaintPagesDependencies } from './dependencies.ts';

/** What these pages say. */
const groups = { asking, common, complaint, errors, faults, notFound, proof };

export const words = wordsIn<keyof typeof groups>(groups);

export type ComplaintPage = Page<keyof typeof groups, ComplaintPagesDependencies>;
export type ComplaintVisit = Parameters<ComplaintPage>[0];
