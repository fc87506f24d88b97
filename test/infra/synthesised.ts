import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { buildApp } from '#infra/build-app.ts';
import { type Settings, settingsSchema } from '#infra/settings.ts';

const templateSchema = z.object({
  Resources: z.record(
    z.string(),
    z.looseObject({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) }),
  ),
});

/** One resource of the whole app. */
export interface Resource {
  readonly stack: string;
  readonly id: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly retained: boolean;
}

/** Everything a deployment can switch on. */
export const fullSettings: Settings = settingsSchema.parse({
  regulators: {
    'us-ftc': { takesFromQueue: true, consumerAccountId: '111122223333' },
    'us-ma-ag': { takesFromQueue: true },
  },
  warmWriteUnits: 10_000,
  alarmEmail: 'alarms@example.org',
  mail: {
    from: 'proof@mail.example.org',
    publicUrl: 'https://report.example.org',
    configurationSet: 'proofs',
  },
  sms: {
    publicUrl: 'https://report.example.org',
    helpContact: 'help@example.org',
    ownNumbers: ['7726'],
    twilio: {},
    vonage: { signature: 'hmac-sha256' },
    vonageMessages: {},
    infobip: { baseUrl: 'https://xyz.api.infobip.example', allowedAddresses: ['192.0.2.0/24', '2001:db8::/32'] },
    generic: {
      fields: { messageId: '/id', from: '/from', to: '/to', text: '/text' },
      signature: { header: 'x-signature', algorithm: 'hmac-sha256' },
      allowedAddresses: ['198.51.100.7'],
    },
    aws: {
      phoneNumberArns: ['arn:aws:sms-voice:us-east-1:111122223333:phone-number/phone-1'],
      configurationSet: 'replies',
    },
  },
});

export const defaultSettings: Settings = settingsSchema.parse({});

/** A stack of a synthesised app. */
interface SynthesisedStack {
  readonly id: string;
  readonly template: unknown;
}

const synthesised = new Map<string, readonly SynthesisedStack[]>();

/** Every stack in the order of `cdk deploy --all`, with the functions' code left out; made once for all test files. */
export function stacksOf(settings: Settings): readonly SynthesisedStack[] {
  const key = JSON.stringify(settings);
  const known = synthesised.get(key);
  if (known !== undefined) {
    return known;
  }
  const outdir = mkdtempSync(join(tmpdir(), 'ringfence-infra-'));
  const { stacks } = buildApp(settings, { outdir, bundle: false }).synth();
  const made = stacks.map(({ id, template }) => ({ id, template: frozen(template) }));
  synthesised.set(key, made);
  rmSync(outdir, { recursive: true, force: true });
  return made;
}

/** No test changes what the next one sees. */
function frozen(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) {
      frozen(inner);
    }
    Object.freeze(value);
  }
  return value;
}

/** Every resource of every stack. */
export function synthesise(settings: Settings): Resource[] {
  return stacksOf(settings).flatMap((stack) =>
    Object.entries(templateSchema.parse(stack.template).Resources).map(([id, resource]) => ({
      stack: stack.id,
      id,
      type: resource.Type,
      properties: resource.Properties,
      retained: resource['DeletionPolicy'] === 'Retain' && resource['UpdateReplacePolicy'] === 'Retain',
    })),
  );
}

/** The resources of a type; never none, so that no test passes over an empty list. */
export function ofType(resources: readonly Resource[], type: string): Resource[] {
  const found = resources.filter((resource) => resource.type === type);
  if (found.length === 0) {
    throw new Error(`the app has no ${type}`);
  }
  return found;
}

/** A value deep in a resource, by its path; undefined where the path ends early. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}

/** The logical id that a Ref, a GetAtt or an import points at, anywhere in the value. */
export function mentions(value: unknown, id: string): boolean {
  return JSON.stringify(value).includes(id);
}
