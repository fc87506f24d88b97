import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Settings, settingsSchema } from '#infra/settings.ts';
import { defaultSettings, fullSettings, stacksOf } from './synthesised.ts';

const templateSchema = z.object({
  Outputs: z.record(z.string(), z.looseObject({ Export: z.object({ Name: z.string() }).optional() })).default({}),
});

interface Linked {
  readonly exports: readonly string[];
  readonly imports: readonly string[];
}

/** What each stack of a deployment exports and imports, in the order of `cdk deploy --all`. */
function linksOf(settings: Settings): Map<string, Linked> {
  return new Map(
    stacksOf(settings).map(({ id, template }) => {
      const outputs = templateSchema.parse(template).Outputs;
      const imports = JSON.stringify(template).matchAll(/"Fn::ImportValue":"([^"]+)"/g);
      return [
        id,
        {
          exports: Object.values(outputs).flatMap((output) => output.Export?.Name ?? []),
          imports: [...imports].map(([, name = '']) => name),
        },
      ];
    }),
  );
}

/** CloudFormation's two rules over a sequence of deployments; answers what it would refuse. */
function refusals(from: Settings, to: Settings, order: 'all' | 'consumers-first'): string[] {
  const live = linksOf(from);
  const next = linksOf(to);
  const gone = [...live.keys()].filter((id) => !next.has(id));
  const steps = order === 'all' ? [...next.keys(), ...gone] : ['Operate', 'Service', ...gone, ...next.keys()];
  const refused: string[] = [];
  for (const id of steps) {
    const { exports, imports } = next.get(id) ?? { exports: [], imports: [] };
    const others = [...live].filter(([other]) => other !== id).map(([, linked]) => linked);
    const offered = new Set(others.flatMap((linked) => linked.exports));
    const used = new Set(others.flatMap((linked) => linked.imports));
    refused.push(
      ...imports.filter((name) => !offered.has(name)).map((name) => `${id} imports ${name}, which nobody exports`),
      ...(live.get(id)?.exports ?? [])
        .filter((name) => !exports.includes(name) && used.has(name))
        .map((name) => `${id} drops ${name}, which is in use`),
    );
    live.set(id, { exports, imports });
  }
  return refused;
}

const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/0a1b';
const oneQueue = settingsSchema.parse({ regulators: { 'us-ma-ag': { takesFromQueue: true } } });
const bare = settingsSchema.parse({ edge: { enabled: false } });
const named = settingsSchema.parse({ edge: { domain: { name: 'report.example.org', certificateArn } } });

describe('a setting that adds', () => {
  it.each([
    ["a regulator's queue", defaultSettings, oneQueue],
    ['the edge', bare, defaultSettings],
    ['a name of its own', defaultSettings, named],
    ['no name any more', named, defaultSettings],
    ['every SMS gateway', defaultSettings, fullSettings],
  ])('%s is deployed with --all', (_, from, to) => {
    expect(refusals(from, to, 'all')).toEqual([]);
  });
});

describe('a setting that takes away', () => {
  it.each([
    ["a regulator's queue", oneQueue, defaultSettings],
    ['the edge', defaultSettings, bare],
    ['every SMS gateway', settingsSchema.parse({ sms: fullSettings.sms }), defaultSettings],
  ])('%s is refused with --all, and deployed consumers first (docs/deploying.md)', (_, from, to) => {
    expect(refusals(from, to, 'all').join()).toContain('in use');
    expect(refusals(from, to, 'consumers-first')).toEqual([]);
  });
});
