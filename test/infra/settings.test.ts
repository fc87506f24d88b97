import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { functionSpecs } from '#infra/functions.ts';
import { parseSettings, readSettings, SettingsError } from '#infra/read-settings.ts';
import { localSettings, settingsSchema } from '#infra/settings.ts';
import { describeWarmPrice, warmPrice } from '#infra/warm-price.ts';
import { keepRetiredMinutes } from '#shared/registry/clean-snapshots.ts';

const refusal = (input: unknown): string => {
  try {
    parseSettings(input, 'my.json');
  } catch (error) {
    if (error instanceof SettingsError) {
      return error.message;
    }
    throw error;
  }
  return 'accepted';
};

describe('settings', () => {
  it('need none: a first deployment is guarded, asks for proof, and hands complaints to people', () => {
    expect(readSettings(undefined)).toMatchObject({
      stage: 'prod',
      requireContactProof: true,
      mail: { from: null },
      edge: { enabled: true },
      regulators: { 'us-ftc': { takesFromQueue: false }, 'us-ma-ag': { takesFromQueue: false } },
    });
  });

  it.each([
    [{ stage: 'Prod!' }, '/stage: '],
    [{ country: 'usa' }, '/country: two capital letters'],
    [{ country: 'UK' }, '/country: no country with phone numbers'],
    [
      { regulators: { 'us-ftc': { consumerAccountId: '12' } } },
      '/regulators/us-ftc/consumerAccountId: an AWS account id',
    ],
    [{ regulators: { 'uk-ico': {} } }, '/regulators/uk-ico: there is no such setting'],
    [{ regulaters: {} }, '/regulaters: there is no such setting'],
    [{ limits: { perAddress: { reports: { most: 9 } } } }, '/limits/perAddress/reports/most: '],
    [{ limits: { perAddress: { reports: { seconds: 3600 } } } }, '/limits/perAddress/reports/seconds: '],
    [{ limits: { reportsPerLinePerDay: 0 } }, '/limits/reportsPerLinePerDay: '],
    [{ limits: { forms: { proofBits: 40 } } }, '/limits/forms/proofBits: '],
    [{ edge: { enabled: 'yes' } }, '/edge/enabled: '],
    [
      { edge: { domain: { name: 'a.example', certificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/1' } } },
      '/edge/domain/certificateArn: the ARN of a certificate in us-east-1',
    ],
    [{ region: 'eu-west-1' }, '/region: with edge.enabled the stacks stand in us-east-1'],
    [{ region: 'mars' }, '/region: an AWS region'],
    [{ warmWriteUnits: 100 }, '/warmWriteUnits: '],
    [{ registryPointerSeconds: 301 }, '/registryPointerSeconds: '],
    [{ exportRetentionDays: 1 }, '/exportRetentionDays: '],
    [{ countParallelism: 9 }, '/countParallelism: '],
    [{ logRetentionDays: 31 }, '/logRetentionDays: '],
    [{ alarmEmail: 'nobody' }, '/alarmEmail: '],
    [{ exportEveryHours: 0.5 }, '/exportEveryHours: '],
    [{ sms: { twilio: {} } }, '/sms/helpContact: with a gateway on'],
    [{ sms: { helpContact: 'h', twilio: {} } }, '/sms/publicUrl: gateways sign the address they call'],
    [{ sms: { publicUrl: 'http://report.example.org' } }, '/sms/publicUrl: an https address'],
    [{ sms: { publicUrl: 'https://report.example.org/' } }, '/sms/publicUrl: an https address'],
    [{ sms: { programme: 'A name too long' } }, '/sms/programme: '],
    [{ sms: { helpContact: 'aide ça va' } }, '/sms/helpContact: only characters of the GSM alphabet'],
    [{ sms: { ownNumbers: ['(202) 555-0100'] } }, '/sms/ownNumbers/0: a number with +'],
    [{ sms: { countriesServed: ['usa'] } }, '/sms/countriesServed/0: two capital letters'],
    [{ sms: { vonage: {} } }, '/sms/vonage/signature: '],
    [{ sms: { infobip: { baseUrl: 'https://a.example/' } } }, '/sms/infobip/baseUrl: an https address'],
    [
      { sms: { infobip: { baseUrl: 'https://a.example', allowedAddresses: ['somewhere'] } } },
      '/sms/infobip/allowedAddresses/0: an address or a network',
    ],
    [{ sms: { generic: { fields: { messageId: 'id' } } } }, '/sms/generic/fields/messageId: '],
    [{ sms: { aws: { phoneNumberArns: ['+12025550100'] } } }, '/sms/aws/phoneNumberArns/0: the ARN of a phone number'],
    [
      {
        sms: {
          helpContact: 'help@example.org',
          aws: { phoneNumberArns: ['arn:aws:sms-voice:eu-west-1:111122223333:phone-number/phone-1'] },
        },
      },
      '/sms/aws/phoneNumberArns: the numbers stand in the region of the stacks',
    ],
    [{ mail: { from: 'nobody' } }, '/mail/from: '],
    [{ mail: { from: 'proof@example.org\r\nBcc: a@example.org' } }, '/mail/from: '],
    [{ mail: { from: 'proof@example.org' } }, '/mail/publicUrl: links in mails name the public address'],
    [{ mail: { publicUrl: 'http://report.example.org' } }, '/mail/publicUrl: an https address'],
    [{ mail: { programme: 'A "name" <x@y.example>' } }, '/mail/programme: up to 40 letters'],
    [{ mail: { perReport: 0 } }, '/mail/perReport: '],
    [{ mail: { perAddress: 11 } }, '/mail/perAddress: '],
    [{ mail: { identity: 'arn:aws:ses:x' } }, '/mail/identity: a domain or an e-mail address'],
    [{ sms: { messageBird: {} } }, '/sms/messageBird: there is no such setting'],
    [[], ': Invalid input'],
  ])('%j is refused at %s', (input, expected) => {
    expect(refusal(input)).toContain(`my.json does not fit infra/settings.ts:\n  ${expected}`);
  });

  it('name every wrong field at once', () => {
    expect(refusal({ stage: '', country: '', nonsense: 1 }).split('\n')).toHaveLength(4);
  });

  it('without the edge may stand in any region', () => {
    expect(parseSettings({ region: 'eu-west-1', edge: { enabled: false } }, 'x').region).toBe('eu-west-1');
  });

  it('are read from a file, and a file that is not JSON says so', () => {
    const path = join(tmpdir(), `ringfence-settings-${process.pid}.json`);
    writeFileSync(path, '{ "stage": "trial" }');
    expect(readSettings(path).stage).toBe('trial');
    writeFileSync(path, '{ stage');
    expect(() => readSettings(path)).toThrow(`${path} cannot be read as JSON`);
  });

  it('of the local run switch off what has no meaning on one machine', () => {
    expect(localSettings).toMatchObject({ edge: { enabled: false }, requireContactProof: false });
  });
});

describe('the memory of which registry list is current', () => {
  it('ends before the pages of a replaced list go, even for a request that began with its last second', () => {
    const longest = Number(settingsSchema.shape.registryPointerSeconds.unwrap().maxValue);
    const readers = functionSpecs.filter(({ settings }) => settings?.includes('REGISTRY_POINTER_SECONDS'));
    expect(readers.length).toBeGreaterThan(0);
    for (const { timeoutSeconds } of readers) {
      expect(longest + timeoutSeconds).toBeLessThan(keepRetiredMinutes * 60);
    }
  });
});

describe('the price of warm throughput', () => {
  it('is nothing by default', () => {
    expect(describeWarmPrice(settingsSchema.parse({}))).toContain('at no charge');
  });

  it('is paid once for what exceeds the included 4,000 write units, on three tables', () => {
    const settings = settingsSchema.parse({ warmWriteUnits: 14_000 });
    expect(warmPrice(settings)).toBeCloseTo(3 * 10_000 * 0.00065);
    expect(describeWarmPrice(settings)).toContain('about $19.50 once');
  });
});
