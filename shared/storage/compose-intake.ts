import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createComplaintReader } from '#shared/complaint/reporter-complaints.ts';
import { regulators } from '#shared/law/rulebooks.ts';
import { withKeptAnswers } from '#shared/registry/questions/answered-look-up.ts';
import { registries } from '#shared/registry/registries.ts';
import { createRegistryLookup } from '#shared/registry/registry-look-up.ts';
import { createIdentity } from '#shared/report/identity.ts';
import type { ViewDependencies } from '#shared/report/report-view.ts';
import type { TakeDependencies } from '#shared/report/take-report.ts';
import { systemClock } from '#shared/runtime/clock.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { createSubjectReader } from '#shared/subject/subject-reader.ts';
import { createAnswerStore } from './answer-store.ts';
import { createComplaintStore } from './complaint-store.ts';
import { createRegistrationStore } from './registration-store.ts';
import { createReportStore } from './report-store.ts';
import { createSubjectStores } from './subject-stores.ts';

export interface IntakeEnvironment {
  readonly REPORTS_TABLE: string;
  readonly SUBJECTS_TABLE: string;
  readonly FACTS_TABLE: string;
  readonly COMPLAINTS_TABLE: string;
  readonly REGISTRATIONS_TABLE: string;
  readonly DEFAULT_COUNTRY: string;
  readonly REPORT_RETENTION_DAYS: number;
  readonly REGISTRY_POINTER_SECONDS: number;
}

/** What taking and viewing reports needs, over one client and the tables of a deployment. */
export function composeIntake(
  env: IntakeEnvironment,
  client: DynamoDBDocumentClient,
  masterSecret: string,
): TakeDependencies & ViewDependencies {
  const clock = systemClock;
  const answers = createAnswerStore(client, env.REGISTRATIONS_TABLE, keyedHash(masterSecret, 'registry-answer'));
  const lists = createRegistryLookup(createRegistrationStore({ client, table: env.REGISTRATIONS_TABLE }), {
    registries: registries.map(({ id }) => id),
    clock,
    pointerMilliseconds: env.REGISTRY_POINTER_SECONDS * 1000,
  });
  return {
    identity: createIdentity(masterSecret),
    reports: createReportStore(client, env.REPORTS_TABLE, clock),
    subjects: createSubjectReader({
      ...createSubjectStores(client, { subjects: env.SUBJECTS_TABLE, facts: env.FACTS_TABLE }),
      clock,
    }),
    registry: withKeptAnswers(lists, { store: answers, clock }),
    complaints: createComplaintReader({
      complaints: createComplaintStore(client, env.COMPLAINTS_TABLE),
      regulators: regulators(),
      hash: keyedHash(masterSecret, 'complaint'),
    }),
    country: env.DEFAULT_COUNTRY,
    clock,
    random: randomBytes,
    retentionDays: env.REPORT_RETENTION_DAYS,
    pause: (attempt) => setTimeout(Math.random() * 20 * 2 ** Math.min(attempt, 5)),
  };
}
