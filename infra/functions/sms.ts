import type { GatewayName } from '#shared/intake/gateways/inbound-sms.ts';
import { gatewaysOn, webhookGatewaysOn } from '../sms-settings.ts';
import type { Condition, FunctionSpec, RouteSpec, SettingVariable } from './function-spec.ts';
import { reportSettings, reportTables } from './report-access.ts';

/** These bring long texts in parts (the generic one as its fields say). */
const partGateways: readonly GatewayName[] = ['vonage', 'generic'];

const withGateway =
  (name: GatewayName): Condition =>
  ({ sms }) =>
    gatewaysOn(sms).includes(name);
const webhook = (route: string, gateway: GatewayName): RouteSpec => ({
  route,
  for: 'gateways',
  onlyWith: withGateway(gateway),
});

const smsTables: FunctionSpec['tables'] = { ...reportTables, Conversations: ['read', 'put', 'update'] };
const smsSettings: readonly SettingVariable[] = [...reportSettings, 'SMS'];

/** Reports by text message. */
export const sms: readonly FunctionSpec[] = [
  {
    name: 'take-sms',
    memory: 1024,
    // Twilio waits 15 seconds.
    timeoutSeconds: 14,
    tables: smsTables,
    masterSecret: true,
    settings: smsSettings,
    gatewaySecrets: ['twilio', 'vonage', 'vonage-messages', 'infobip', 'generic'],
    routes: [
      webhook('POST /v1/sms/twilio', 'twilio'),
      webhook('POST /v1/sms/vonage', 'vonage'),
      // Vonage's SMS API may be set to either.
      webhook('GET /v1/sms/vonage', 'vonage'),
      webhook('POST /v1/sms/vonage-messages', 'vonage-messages'),
      webhook('POST /v1/sms/infobip', 'infobip'),
      webhook('POST /v1/sms/generic', 'generic'),
    ],
    onlyWith: ({ sms }) => webhookGatewaysOn(sms).length > 0,
    harm: 'People who forward a text to the short code get no answer; their report comes in only if the gateway tries again.',
  },
  {
    name: 'take-queued-sms',
    memory: 1024,
    timeoutSeconds: 30,
    tables: smsTables,
    masterSecret: true,
    settings: smsSettings,
    inboundSms: { batchSize: 10 },
    sendsSms: true,
    onlyWith: withGateway('aws'),
    harm: 'People who forward a text get their answer late or never; their texts wait on the queue.',
  },
  {
    name: 'flush-sms-parts',
    memory: 1024,
    timeoutSeconds: 55,
    tables: smsTables,
    masterSecret: true,
    settings: smsSettings,
    gatewaySecrets: ['vonage'],
    everyMinutes: 1,
    silent: 'sms-parts-silent',
    onlyWith: ({ sms }) => partGateways.some((name) => gatewaysOn(sms).includes(name)),
    harm: 'Long texts of which a part was lost do not become reports, and the people who forwarded them get no answer.',
  },
];
