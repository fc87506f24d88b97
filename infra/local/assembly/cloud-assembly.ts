import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { type JsonObject, jsonSchema } from '../json.ts';

const manifestSchema = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      displayName: z.string().optional(),
      properties: z.record(z.string(), jsonSchema).optional(),
    }),
  ),
});

const assetManifestSchema = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string().optional(), packaging: z.string().optional() }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
    }),
  ),
});

const resourceSchema = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), jsonSchema).optional(),
  Condition: z.string().optional(),
});

/** The parts of a CloudFormation template that say what exists. */
const templateSchema = z.object({
  Parameters: z.record(z.string(), z.object({ Type: z.string(), Default: jsonSchema.optional() })).optional(),
  Conditions: z.record(z.string(), jsonSchema).optional(),
  Mappings: z.record(z.string(), z.record(z.string(), z.record(z.string(), jsonSchema))).optional(),
  Resources: z.record(z.string(), resourceSchema),
  Outputs: z
    .record(z.string(), z.object({ Value: jsonSchema, Export: z.object({ Name: jsonSchema }).optional() }))
    .optional(),
});

export type Template = z.infer<typeof templateSchema>;

export interface Stack {
  readonly name: string;
  readonly template: Template;
}

/** What `cdk synth` wrote: every stack of every stage, and where each file asset lies. */
export interface CloudAssembly {
  readonly stacks: readonly Stack[];
  /** Folder or file of an asset by the object key it would have in the bucket. */
  readonly assets: ReadonlyMap<string, string>;
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

const text = (properties: JsonObject | undefined, name: string): string | undefined => {
  const value = properties?.[name];
  return typeof value === 'string' ? value : undefined;
};

/** Reads a synthesised app from its folder. Throws when it is not one. */
export function readCloudAssembly(folder: string): CloudAssembly {
  const stacks: Stack[] = [];
  const assets = new Map<string, string>();
  const { artifacts } = manifestSchema.parse(readJson(join(folder, 'manifest.json')));
  for (const [id, artifact] of Object.entries(artifacts)) {
    const { properties } = artifact;
    if (artifact.type === 'aws:cloudformation:stack') {
      const file = text(properties, 'templateFile') ?? `${id}.template.json`;
      const name = text(properties, 'stackName') ?? artifact.displayName ?? id;
      stacks.push({ name, template: templateSchema.parse(readJson(join(folder, file))) });
    } else if (artifact.type === 'cdk:asset-manifest') {
      const { files } = assetManifestSchema.parse(
        readJson(join(folder, text(properties, 'file') ?? `${id}.assets.json`)),
      );
      for (const { source, destinations } of Object.values(files)) {
        for (const { objectKey } of Object.values(destinations)) {
          if (source.path !== undefined) {
            assets.set(basename(objectKey), join(folder, source.path));
          }
        }
      }
    } else if (artifact.type === 'cdk:cloud-assembly') {
      const nested = readCloudAssembly(join(folder, text(properties, 'directoryName') ?? id));
      stacks.push(...nested.stacks);
      for (const [key, path] of nested.assets) {
        assets.set(key, path);
      }
    }
  }
  return { stacks, assets };
}
