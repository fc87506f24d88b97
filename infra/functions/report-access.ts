import type { FunctionSpec, SettingVariable } from './function-spec.ts';

/** What taking, completing or amending a report touches. */
export const reportTables = {
  Reports: ['read', 'put'],
  Subjects: ['read'],
  Facts: ['read'],
  Registrations: ['read'],
  // A repeated request is answered with the report as it stands now.
  Complaints: ['read'],
} satisfies FunctionSpec['tables'];

export const reportSettings: readonly SettingVariable[] = [
  'DEFAULT_COUNTRY',
  'REPORT_RETENTION_DAYS',
  'REGISTRY_POINTER_SECONDS',
];

/** Those of whoever follows a report: its complaint may wait for proof of contact. */
export const followingSettings: readonly SettingVariable[] = [
  'DEFAULT_COUNTRY',
  'REQUIRE_CONTACT_PROOF',
  'REPORT_RETENTION_DAYS',
  'REGISTRY_POINTER_SECONDS',
];
