import {
  common,
  faults,
  log,
  logDirections,
  logFacts,
  logFaults,
  logList,
  logSkips,
  logTicks,
  notFound,
  purposes,
  questions,
  relationships,
  sender,
} from '#shared/pages/messages/groups.ts';
import { wordsIn } from '#shared/pages/messages/words-in.ts';
import type { Page } from '#shared/pages/visit.ts';
import type { LogPagesDependencies } from './dependencies.ts';

/** What these pages say. */
const groups = {
  ...{ common, faults, log, logDirections, logFacts, logFaults, logList, logSkips, logTicks },
  ...{ notFound, purposes, questions, relationships, sender },
};

export const words = wordsIn<keyof typeof groups>(groups);

export type LogPage = Page<keyof typeof groups, LogPagesDependencies>;
export type LogVisit = Parameters<LogPage>[0];
