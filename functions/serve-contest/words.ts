import { checks, common, contest, data, errors, faults, notFound, regulators } from '#shared/pages/messages/groups.ts';
import { wordsIn } from '#shared/pages/messages/words-in.ts';
import type { Page } from '#shared/pages/visit.ts';
import type { ContestDependencies } from './dependencies.ts';

/** What these pages say. */
const groups = { checks, common, contest, data, errors, faults, notFound, regulators };

export const words = wordsIn<keyof typeof groups>(groups);

export type ContestPage = Page<keyof typeof groups, ContestDependencies>;
export type ContestVisit = Parameters<ContestPage>[0];
