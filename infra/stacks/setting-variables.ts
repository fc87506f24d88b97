import type { Stack } from 'aws-cdk-lib';
import type { SettingVariable } from '../functions.ts';
import type { Settings } from '../settings.ts';
import type { SmsSettings } from '../sms-settings.ts';
import type { RegulatorPlace } from './data-stack.ts';

interface Places {
  readonly regulators: readonly RegulatorPlace[];
  /** What SMS gateways sign. */
  readonly webhookUrl: string;
}

/** The settings as functions read them (functions/<name>/env.ts). */
export function settingVariables(
  stack: Stack,
  settings: Settings,
  { regulators, webhookUrl }: Places,
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
    SMS: stack.toJsonString(smsVariable(settings.sms, webhookUrl)),
  };
}

/** Only what functions ask (shared/intake/sms-settings.ts): addresses and numbers for the edge and for policies stay out. */
function smsVariable(sms: SmsSettings, publicUrl: string): object {
  const { publicUrl: _own, aws, infobip, ...rest } = sms;
  return {
    ...rest,
    publicUrl,
    infobip: infobip === null ? null : { baseUrl: infobip.baseUrl },
    aws: aws === null ? null : {},
  };
}
