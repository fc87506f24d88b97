import {
  common,
  complaintStates,
  errors,
  events,
  faults,
  figures,
  notFound,
  proof,
  receipt,
  reportStates,
  sender,
  status,
  withdraw,
} from '#shared/pages/messages/groups.ts';
import { wordsIn } from '#shared/pages/messages/words-in.ts';
import type { Page } from '#shared/pages/visit.ts';
import type { OwnPagesDependencies } from './dependencies.ts';

/** What these pages say. */
const groups = {
  ...{ common, complaintStates, errors, events, faults, figures, notFound },
  ...{ proof, receipt, reportStates, sender, status, withdraw },
};

export const words = wordsIn<keyof typeof groups>(groups);

export type OwnPage = Page<keyof typeof groups, OwnPagesDependencies>;
export type OwnVisit = Parameters<OwnPage>[0];
