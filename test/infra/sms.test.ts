import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { functionsOf } from '#infra/functions.ts';
import { type Settings, settingsSchema } from '#infra/settings.ts';
import { at, defaultSettings, fullSettings, mentions, ofType, stacksOf, synthesise } from './synthesised.ts';

const { publicUrl, helpContact, twilio, vonage, vonageMessages, infobip, generic, aws } = fullSettings.sms;
const only = (gateway: Partial<Settings['sms']>): Settings =>
  settingsSchema.parse({ sms: { publicUrl, helpContact, ...gateway } });

const webhooks = ['take-sms'];
const withParts = ['take-sms', 'flush-sms-parts'];
/** Each gateway alone: its settings, routes, secrets and functions. */
const alone: [string, Settings, { routes: string[]; secrets: string[]; functions: string[] }][] = [
  ['twilio', only({ twilio }), { routes: ['POST /v1/sms/twilio'], secrets: ['twilio'], functions: webhooks }],
  [
    'vonage',
    only({ vonage }),
    { routes: ['GET /v1/sms/vonage', 'POST /v1/sms/vonage'], secrets: ['vonage'], functions: withParts },
  ],
  [
    'vonage-messages',
    only({ vonageMessages }),
    { routes: ['POST /v1/sms/vonage-messages'], secrets: ['vonagemessages'], functions: webhooks },
  ],
  ['infobip', only({ infobip }), { routes: ['POST /v1/sms/infobip'], secrets: ['infobip'], functions: webhooks }],
  ['generic', only({ generic }), { routes: ['POST /v1/sms/generic'], secrets: ['generic'], functions: withParts }],
  ['aws', only({ aws, publicUrl: null }), { routes: [], secrets: [], functions: ['take-queued-sms'] }],
];

const smsFunctions = (settings: Settings) =>
  functionsOf(settings)
    .map(({ name }) => name)
    .filter((name) => name.includes('sms'));

/** The variable of a function, its references left as they are. */
function smsVariable(settings: Settings, name: string): string {
  const [target] = ofType(synthesise(settings), 'AWS::Lambda::Function').filter(({ id }) => id.startsWith(name));
  return JSON.stringify(at(target?.properties, 'Environment', 'Variables', 'SMS'));
}

describe('without a gateway', () => {
  const resources = synthesise(defaultSettings);

  it('there is nothing for text messages but the table of conversations', () => {
    expect(smsFunctions(defaultSettings)).toEqual([]);
    expect(resources.filter(({ id }) => /sms/i.test(id))).toEqual([]);
    expect(mentions(ofType(resources, 'AWS::ApiGatewayV2::Route'), '/v1/sms')).toBe(false);
    expect(ofType(resources, 'AWS::SNS::Topic')).toHaveLength(1);
  });
});

describe.each(alone)('%s alone', (name, settings, expected) => {
  const resources = synthesise(settings);

  it('brings its own routes, secret and functions, and no others', () => {
    const routes = ofType(resources, 'AWS::ApiGatewayV2::Route').map(({ properties }) =>
      String(properties['RouteKey']),
    );
    expect(routes.filter((route) => route.includes('/sms/')).toSorted()).toEqual(expected.routes);
    const secrets = ofType(resources, 'AWS::SecretsManager::Secret').map(({ id }) => /^([a-z]+)secret/.exec(id)?.[1]);
    expect(secrets.filter((secret) => secret !== undefined)).toEqual(expected.secrets);
    expect(smsFunctions(settings)).toEqual(expected.functions);
  });

  it('has a topic and a queue only for AWS', () => {
    const made = resources.filter(({ id }) => id.startsWith('InboundSms'));
    const each = name === 'aws' ? 1 : 0;
    expect(made.filter(({ type }) => type === 'AWS::SNS::Topic')).toHaveLength(each);
    expect(made.filter(({ type }) => type === 'AWS::SQS::Queue')).toHaveLength(each);
  });
});

describe('the secret of a gateway', () => {
  it('is JSON with a generated value, and with what the operator fills in', () => {
    const secrets = ofType(synthesise(fullSettings), 'AWS::SecretsManager::Secret').filter(({ id }) =>
      /^[a-z]+secret/.test(id),
    );
    expect(secrets).toHaveLength(5);
    for (const { properties, retained } of secrets) {
      expect(at(properties, 'GenerateSecretString')).toMatchObject({
        GenerateStringKey: 'current',
        PasswordLength: 64,
      });
      const template: unknown = JSON.parse(String(at(properties, 'GenerateSecretString', 'SecretStringTemplate')));
      expect(
        Object.values(z.record(z.string(), z.string()).parse(template)).every((value) => value === 'fill-in'),
      ).toBe(true);
      expect(retained).toBe(true);
    }
  });
});

describe('the address that gateways sign', () => {
  it('is the one of the settings', () => {
    expect(smsVariable(fullSettings, 'takesms')).toContain(String.raw`\"publicUrl\":\"https://report.example.org\"`);
  });

  it('is the name of the edge, where the settings say no other', () => {
    const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/0a1b';
    const settings = settingsSchema.parse({
      edge: { domain: { name: 'spam.example.org', certificateArn } },
      sms: { helpContact, twilio },
    });
    expect(smsVariable(settings, 'takesms')).toContain('https://spam.example.org');
  });

  it("is the API's own without the edge, which the local run fills in", () => {
    const settings = settingsSchema.parse({ edge: { enabled: false }, sms: { helpContact, twilio } });
    expect(smsVariable(settings, 'takesms')).toMatch(/publicUrl.*PublicApi\w+.*execute-api|publicUrl.*ApiEndpoint/);
  });
});

describe('what an operator enters at a gateway', () => {
  it('stands in the outputs', () => {
    const { template } = stacksOf(fullSettings).find(({ id }) => id === 'Operate') ?? {};
    const { Outputs: outputs } = z.object({ Outputs: z.record(z.string(), z.unknown()) }).parse(template);
    expect(Object.keys(outputs)).toEqual(
      expect.arrayContaining(['Webhooktwilio', 'Webhookvonagemessages', 'TwoWayChannelArn', 'TwoWayChannelRole']),
    );
    expect(JSON.stringify(outputs['Webhooktwilio'])).toContain('https://report.example.org/v1/sms/twilio');
  });
});
