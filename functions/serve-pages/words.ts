import {
  asking,
  checks,
  common,
  correct,
  errors,
  faults,
  form,
  home,
  lineTypes,
  lookUp,
  notFound,
  purposes,
  questions,
  relationships,
  topics,
} from '#shared/pages/messages/groups.ts';
import { wordsIn } from '#shared/pages/messages/words-in.ts';
import type { Page } from '#shared/pages/visit.ts';
import type { PagesDependencies } from './dependencies.ts';

/** What these pages say. */
const groups = {
  ...{ asking, checks, common, correct, errors, faults, form, home, lineTypes, lookUp, notFound },
  ...{ purposes, questions, relationships, topics },
};

export const words = wordsIn<keyof typeof groups>(groups);

export type FormPage = Page<keyof typeof groups, PagesDependencies>;
export type FormVisit = Parameters<FormPage>[0];
