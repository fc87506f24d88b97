import type { Stack } from 'aws-cdk-lib';
import type { SettingVariable } from '../functions.ts';
import type { Settings } from '../settings.ts';
import type { RegulatorPlace } from './data-stack.ts';

/** The settings as functions read them (functions/<name>/env.ts). */
export function settingVariables(
  stack: Stack,
  settings: Settings,
  regulators: readonly RegulatorPlace[],
): Readonly<Record<SettingVariable, string>> {
  return {
    DEFAULT_COUNTRY: settings.country,
    REQUIRE_CONTACT_PROOF: String(settings.requireContactProof),
    REPORT_RETENTION_DAYS: String(settings.reportRetentionDays),
    REGISTRY_POINTER_SECONDS: String(settings.registryPointerSeconds),
    RESEND_AFTER_MINUTES: String(settings.resendAfterMinutes),
    EXPORT_DELIVERY: settings.exportDelivery,
    REGULATORS: stack.toJsonString(
      regulators.map(({ id, takesFromQueue, queue }) => ({
        id,
        takesFromQueue,
        ...(queue === undefined ? {} : { queueUrl: queue.queue.queueUrl }),
      })),
    ),
  };
}
