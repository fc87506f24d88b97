import {
  common,
  errors,
  faults,
  log,
  logDone,
  logFacts,
  logTicks,
  notFound,
  purposes,
  questions,
  relationships,
  sender,
  verdict,
} from '#shared/pages/messages/groups.ts';
import { wordsIn } from '#shared/pages/messages/words-in.ts';
import type { Page } from '#shared/pages/visit.ts';
import type { LogReportsDependencies } from './dependencies.ts';

/** What these pages say. */
const groups = {
  ...{ common, errors, faults, log, logDone, logFacts, logTicks, notFound },
  ...{ purposes, questions, relationships, sender, verdict },
};

export const words = wordsIn<keyof typeof groups>(groups);

export type ReportsPage = Page<keyof typeof groups, LogReportsDependencies>;
export type ReportsVisit = Parameters<ReportsPage>[0];
