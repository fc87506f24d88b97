import { background } from './functions/background.ts';
import { contactProof } from './functions/contact-proof.ts';
import type { Condition, FunctionSpec } from './functions/function-spec.ts';
import { logPages } from './functions/log-pages.ts';
import { registryLists } from './functions/registry-lists.ts';
import { regulatorApi } from './functions/regulator-api.ts';
import { reportPages } from './functions/report-pages.ts';
import { reporting } from './functions/reporting.ts';
import { service } from './functions/service.ts';
import { sms } from './functions/sms.ts';
import type { Settings } from './settings.ts';

/** Every function of the app. Stacks, routes, permissions, alarms and the directory are made from this list, in its order. */
export const functionSpecs: readonly FunctionSpec[] = [
  ...reporting,
  ...reportPages,
  ...logPages,
  ...sms,
  ...contactProof,
  ...service,
  ...regulatorApi,
  ...background,
  ...registryLists,
];

/** The functions of a deployment with these settings, with the routes that it has. */
export function functionsOf(settings: Settings): FunctionSpec[] {
  const here = ({ onlyWith }: { readonly onlyWith?: Condition }) => onlyWith === undefined || onlyWith(settings);
  return functionSpecs
    .filter(here)
    .map((spec) => (spec.routes === undefined ? spec : { ...spec, routes: spec.routes.filter(here) }));
}
