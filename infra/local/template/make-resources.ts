import type { CloudAssembly, Stack } from '../assembly/cloud-assembly.ts';
import type { Json, JsonObject } from '../json.ts';
import { isObject } from '../json.ts';
import { LocalRunError } from '../local-run-error.ts';
import { parseSecretReference } from './dynamic-references.ts';
import { pseudoParameter } from './environment.ts';
import { resolve, type Scope } from './intrinsics.ts';

/** A resource of the template with its properties resolved. */
export interface Resource {
  readonly stackName: string;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: JsonObject;
}

/** What other resources can ask of a made one. */
export interface Made {
  /** The value of Ref. */
  readonly ref: string;
  /** The value of Fn::GetAtt. */
  attribute(name: string): string | undefined;
}

/** Makes one kind of resource, or says why it means nothing on one machine. */
export type Maker =
  | { readonly kind: 'make'; make(resource: Resource): Promise<Made> }
  | { readonly kind: 'nothing'; readonly why: string; stand(resource: Omit<Resource, 'properties'>): Made };

export interface MadeResources {
  /** What a resource became, with its resolved properties; in template order. */
  readonly all: readonly { readonly resource: Resource; readonly made: Made }[];
}

interface Ports {
  makerOf(type: string): Maker | undefined;
  secretValue(secretId: string): string | undefined;
  parameterValue(name: string): string | undefined;
}

/** Stops at a resource the local run does not know, before anything is made. */
export function refuseUnknownTypes(assembly: CloudAssembly, known: ReadonlySet<string>): void {
  for (const stack of assembly.stacks) {
    for (const [logicalId, { Type }] of Object.entries(stack.template.Resources)) {
      if (!known.has(Type)) {
        throw new LocalRunError(
          `The local run does not know the resource type ${Type} (${logicalId} in stack ${stack.name}). ` +
            'Teach it in infra/local/resources/known-resources.ts, or say there why it means nothing on one machine.',
        );
      }
    }
  }
}

/** Makes everything the stacks describe, each resource after those it refers to. */
export async function makeResources(assembly: CloudAssembly, ports: Ports): Promise<MadeResources> {
  const done = new Map<string, Made>();
  const all: { resource: Resource; made: Made }[] = [];

  function jsonMember(text: string, key: string, reference: string): string {
    const parsed: unknown = JSON.parse(text);
    const value =
      typeof parsed === 'object' && parsed !== null
        ? Object.entries(parsed).find(([name]) => name === key)?.[1]
        : undefined;
    if (value === undefined) {
      throw new Error(`the secret of ${reference} has no member ${key}`);
    }
    return typeof value === 'string' ? value : JSON.stringify(value);
  }

  function scopeOf(stack: Stack, path: readonly string[]): Scope {
    const { template } = stack;
    const scope: Scope = {
      ref: async (name) => {
        const pseudo = pseudoParameter(name, stack.name);
        if (pseudo !== undefined) {
          return pseudo.value;
        }
        const parameter = template.Parameters?.[name];
        return parameter === undefined ? (await make(stack, name, path)).ref : (parameter.Default ?? '');
      },
      getAtt: async (logicalId, attribute) => {
        const value = (await make(stack, logicalId, path)).attribute(attribute);
        if (value === undefined) {
          throw new LocalRunError(
            `The local run does not know the attribute ${attribute} of ${logicalId} in stack ${stack.name}.`,
          );
        }
        return value;
      },
      importValue: (name) => exported(name, path),
      condition: async (name) => {
        const condition = template.Conditions?.[name];
        return condition !== undefined && (await resolve(condition, scope)) === true;
      },
      mapping: (map, first, second) => template.Mappings?.[map]?.[first]?.[second],
      dynamicReference: async (service, rest) => {
        if (service === 'secretsmanager') {
          const { secretId, jsonKey } = parseSecretReference(rest);
          const value = ports.secretValue(secretId);
          if (value !== undefined) {
            return jsonKey === undefined ? value : jsonMember(value, jsonKey, secretId);
          }
        }
        const parameter = service === 'ssm' ? ports.parameterValue(rest.split(':')[0] ?? '') : undefined;
        if (parameter === undefined) {
          throw new LocalRunError(
            `Nothing on this machine answers {{resolve:${service}:${rest}}} in stack ${stack.name}.`,
          );
        }
        return parameter;
      },
    };
    return scope;
  }

  async function exported(name: string, path: readonly string[]): Promise<Json> {
    for (const stack of assembly.stacks) {
      for (const output of Object.values(stack.template.Outputs ?? {})) {
        const scope = scopeOf(stack, path);
        if (output.Export !== undefined && (await resolve(output.Export.Name, scope)) === name) {
          return (await resolve(output.Value, scope)) ?? '';
        }
      }
    }
    throw new LocalRunError(`No stack exports ${name}.`);
  }

  async function make(stack: Stack, logicalId: string, path: readonly string[]): Promise<Made> {
    const key = `${stack.name}/${logicalId}`;
    const before = done.get(key);
    if (before !== undefined) {
      return before;
    }
    const described = stack.template.Resources[logicalId];
    if (described === undefined) {
      throw new LocalRunError(`Stack ${stack.name} refers to ${logicalId}, which it does not describe.`);
    }
    if (path.includes(key)) {
      throw new LocalRunError(`Resources refer to each other in a circle: ${[...path, key].join(' → ')}.`);
    }
    const maker = ports.makerOf(described.Type);
    if (maker === undefined) {
      throw new LocalRunError(`The local run does not know the resource type ${described.Type} (${key}).`);
    }
    const about = { stackName: stack.name, logicalId, type: described.Type };
    if (maker.kind === 'nothing') {
      const made = maker.stand(about);
      done.set(key, made);
      return made;
    }
    const properties = await resolve(described.Properties ?? {}, scopeOf(stack, [...path, key]));
    const resource: Resource = { ...about, properties: isObject(properties) ? properties : {} };
    const made = await maker.make(resource);
    done.set(key, made);
    all.push({ resource, made });
    return made;
  }

  for (const stack of assembly.stacks) {
    for (const [logicalId, { Condition }] of Object.entries(stack.template.Resources)) {
      if (Condition === undefined || (await scopeOf(stack, []).condition(Condition))) {
        await make(stack, logicalId, []);
      }
    }
  }
  return { all };
}
