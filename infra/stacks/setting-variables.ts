import type { Stack } from 'aws-cdk-lib';
import type { SettingVariable } from '../functions/function-spec.ts';
import type { MailSettings } from '../mail-settings.ts';
import type { Settings } from '../settings.ts';
import type { SmsSettings } from '../sms-settings.ts';
import type { RegulatorPlace } from './data-stack.ts';

interface Places {
  readonly regulators: readonly RegulatorPlace[];
  /** What SMS gateways sign. */
  readonly webhookUrl: string;
  /** Where links in mails lead. */
  readonly linkUrl: string;
  /** Where browsers reach the pages; empty where it is known only after a deployment. */
  readonly pagesUrl: string;
  /** Where AWS End User Messaging publishes. */
  readonly inboundTopicArn: string | undefined;
}

/** The settings as functions read them (functions/<name>/env.ts). */
export function settingVariables(
  stack: Stack,
  settings: Settings,
  { regulators, webhookUrl, linkUrl, pagesUrl, inboundTopicArn }: Places,
): Readonly<Record<SettingVariable, string>> {
  return {
    DEFAULT_COUNTRY: settings.country,
    REQUIRE_CONTACT_PROOF: String(settings.requireContactProof),
    REPORT_RETENTION_DAYS: String(settings.reportRetentionDays),
    REGISTRY_POINTER_SECONDS: String(settings.registryPointerSeconds),
    RESEND_AFTER_MINUTES: String(settings.resendAfterMinutes),
    PUBLIC_URL: pagesUrl,
    FORM_CHECKS: stack.toJsonString(settings.limits.forms),
    EXPORT_DELIVERY: settings.exportDelivery,
    REGULATORS: stack.toJsonString(
      regulators.map(({ id, takesFromQueue, queue }) => ({
        id,
        takesFromQueue,
        ...(queue === undefined ? {} : { queueUrl: queue.queue.queueUrl }),
      })),
    ),
    MAIL: stack.toJsonString(mailVariable(settings.mail, linkUrl)),
    SMS: stack.toJsonString(smsVariable(settings.sms, webhookUrl, inboundTopicArn)),
  };
}

/** What functions ask (shared/report/contact-proof/mail-settings.ts); the identity is for a policy. */
function mailVariable({ identity: _, ...rest }: MailSettings, publicUrl: string): object | null {
  return rest.from === null ? null : { ...rest, publicUrl };
}

/** What functions ask (shared/intake/sms-settings.ts); the numbers are for a policy, the topic is made here. */
function smsVariable({ aws, ...rest }: SmsSettings, publicUrl: string, topicArn: string | undefined): object {
  const own = aws === null || topicArn === undefined ? null : { topicArn, configurationSet: aws.configurationSet };
  return { ...rest, publicUrl, aws: own };
}
