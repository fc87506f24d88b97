import {
  common,
  errors,
  faults,
  log,
  logColumns,
  logDirections,
  logUpload,
  notFound,
  sender,
} from '#shared/pages/messages/groups.ts';
import { wordsIn } from '#shared/pages/messages/words-in.ts';
import type { Page } from '#shared/pages/visit.ts';
import type { LogUploadDependencies } from './dependencies.ts';

/** What these pages say. */
const groups = { common, errors, faults, log, logColumns, logDirections, logUpload, notFound, sender };

export const words = wordsIn<keyof typeof groups>(groups);

export type UploadPage = Page<keyof typeof groups, LogUploadDependencies>;
export type UploadVisit = Parameters<UploadPage>[0];
