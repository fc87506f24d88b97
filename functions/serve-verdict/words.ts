import {
  asking,
  common,
  faults,
  figures,
  jurisdictions,
  lineTypes,
  notFound,
  purposes,
  questions,
  receipt,
  relationships,
  rules,
  sender,
  verdict,
} from '#shared/pages/messages/groups.ts';
import { wordsIn } from '#shared/pages/messages/words-in.ts';
import type { Page } from '#shared/pages/visit.ts';
import type { VerdictDependencies } from './dependencies.ts';

/** What the verdict says. */
const groups = {
  ...{ asking, common, faults, figures, jurisdictions, lineTypes, notFound },
  ...{ purposes, questions, receipt, relationships, rules, sender, verdict },
};

export const words = wordsIn<keyof typeof groups>(groups);

export type VerdictPage = Page<keyof typeof groups, VerdictDependencies>;
export type VerdictVisit = Parameters<VerdictPage>[0];
