import { isList, isObject, type Json, type JsonObject } from '../json.ts';
import { replaceDynamicReferences } from './dynamic-references.ts';

/** What intrinsic functions ask of the template around them. `undefined` stands for AWS::NoValue. */
export interface Scope {
  /** Ref of a resource, parameter or pseudo parameter. */
  ref(name: string): Promise<Json | undefined>;
  getAtt(logicalId: string, attribute: string): Promise<Json>;
  importValue(name: string): Promise<Json>;
  condition(name: string): Promise<boolean>;
  mapping(map: string, first: string, second: string): Json | undefined;
  /** The content of `{{resolve:service:rest}}`. */
  dynamicReference(service: string, rest: string): Promise<string>;
}

type Intrinsic = (argument: Json, scope: Scope) => Promise<Json | undefined>;

const fault = (name: string, argument: Json | undefined): Error =>
  new Error(`${name} cannot be resolved with ${JSON.stringify(argument)}`);

const text = (value: Json | undefined, name: string): string => {
  if (typeof value === 'string') {
    return value;
  }
  if (typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  throw fault(name, value);
};

const list = (value: Json | undefined, name: string): readonly Json[] => {
  if (isList(value)) {
    return value;
  }
  throw fault(name, value);
};

const getAtt = (argument: Json, scope: Scope): Promise<Json> => {
  if (typeof argument === 'string') {
    const dot = argument.indexOf('.');
    return scope.getAtt(argument.slice(0, dot), argument.slice(dot + 1));
  }
  const [logicalId, attribute] = list(argument, 'Fn::GetAtt');
  return scope.getAtt(text(logicalId, 'Fn::GetAtt'), text(attribute, 'Fn::GetAtt'));
};

async function substitute(argument: Json, scope: Scope): Promise<string> {
  const [template, given] = isList(argument) ? argument : [argument];
  const own = isObject(given) ? given : {};
  let result = '';
  let rest = text(template, 'Fn::Sub');
  for (let found = /\$\{(!?)([^}]+)\}/.exec(rest); found !== null; found = /\$\{(!?)([^}]+)\}/.exec(rest)) {
    const [whole, literal, name = ''] = found;
    result += rest.slice(0, found.index);
    rest = rest.slice(found.index + whole.length);
    if (literal === '!') {
      result += `\${${name}}`;
    } else if (own[name] !== undefined) {
      result += text(await resolve(own[name], scope), 'Fn::Sub');
    } else if (name.includes('.')) {
      result += text(await getAtt(name, scope), 'Fn::Sub');
    } else {
      result += text(await scope.ref(name), 'Fn::Sub');
    }
  }
  return result + rest;
}

async function isTrue(condition: Json | undefined, scope: Scope): Promise<boolean> {
  const value = condition === undefined ? undefined : await resolve(condition, scope);
  return value === true || value === 'true';
}

async function all(values: readonly Json[], scope: Scope): Promise<boolean[]> {
  const results: boolean[] = [];
  for (const value of values) {
    results.push(await isTrue(value, scope));
  }
  return results;
}

const INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  Ref: (argument, scope) => scope.ref(text(argument, 'Ref')),
  Condition: (argument, scope) => scope.condition(text(argument, 'Condition')),
  'Fn::GetAtt': getAtt,
  'Fn::Sub': substitute,
  'Fn::ImportValue': async (argument, scope) =>
    scope.importValue(text(await resolve(argument, scope), 'Fn::ImportValue')),
  'Fn::Join': async (argument, scope) => {
    const [separator, parts] = list(argument, 'Fn::Join');
    const resolved = list(await resolve(parts ?? null, scope), 'Fn::Join');
    return resolved.map((part) => text(part, 'Fn::Join')).join(text(separator, 'Fn::Join'));
  },
  'Fn::Select': async (argument, scope) => {
    const [index, values] = list(argument, 'Fn::Select');
    const chosen = list(await resolve(values ?? null, scope), 'Fn::Select')[
      Number(text(await resolve(index ?? null, scope), 'Fn::Select'))
    ];
    if (chosen === undefined) {
      throw fault('Fn::Select', argument);
    }
    return chosen;
  },
  'Fn::Split': async (argument, scope) => {
    const [separator, source] = list(argument, 'Fn::Split');
    return text(await resolve(source ?? null, scope), 'Fn::Split').split(text(separator, 'Fn::Split'));
  },
  'Fn::If': async (argument, scope) => {
    const [condition, yes, no] = list(argument, 'Fn::If');
    const chosen = (await scope.condition(text(condition, 'Fn::If'))) ? yes : no;
    return chosen === undefined ? undefined : resolve(chosen, scope);
  },
  'Fn::FindInMap': async (argument, scope) => {
    const keys = list(await resolve(argument, scope), 'Fn::FindInMap').map((key) => text(key, 'Fn::FindInMap'));
    const found = scope.mapping(keys[0] ?? '', keys[1] ?? '', keys[2] ?? '');
    if (found === undefined) {
      throw fault('Fn::FindInMap', argument);
    }
    return found;
  },
  'Fn::Base64': async (argument, scope) =>
    Buffer.from(text(await resolve(argument, scope), 'Fn::Base64')).toString('base64'),
  'Fn::Equals': async (argument, scope) => {
    const [left, right] = list(await resolve(argument, scope), 'Fn::Equals');
    return JSON.stringify(left) === JSON.stringify(right);
  },
  'Fn::And': async (argument, scope) => (await all(list(argument, 'Fn::And'), scope)).every(Boolean),
  'Fn::Or': async (argument, scope) => (await all(list(argument, 'Fn::Or'), scope)).some(Boolean),
  'Fn::Not': async (argument, scope) => !(await isTrue(list(argument, 'Fn::Not')[0], scope)),
};

async function resolveObject(value: JsonObject, scope: Scope): Promise<Json | undefined> {
  const [name, ...others] = Object.keys(value);
  if (
    name !== undefined &&
    others.length === 0 &&
    (name.startsWith('Fn::') || name === 'Ref' || name === 'Condition')
  ) {
    const intrinsic = INTRINSICS[name];
    const argument = value[name];
    // `Condition` is also the name of an ordinary property, for example in a policy statement.
    if (intrinsic !== undefined && argument !== undefined && (name !== 'Condition' || typeof argument === 'string')) {
      const result = await intrinsic(argument, scope);
      return typeof result === 'string' ? replaceDynamicReferences(result, scope) : result;
    }
    if (intrinsic === undefined) {
      throw new Error(`the local run does not know the intrinsic function ${name}`);
    }
  }
  const result: Record<string, Json> = {};
  for (const [key, inner] of Object.entries(value)) {
    const resolved = await resolve(inner, scope);
    if (resolved !== undefined) {
      result[key] = resolved;
    }
  }
  return result;
}

/** A template value with every intrinsic function replaced by what it stands for; undefined for AWS::NoValue. */
export async function resolve(value: Json, scope: Scope): Promise<Json | undefined> {
  if (typeof value === 'string') {
    return replaceDynamicReferences(value, scope);
  }
  if (isList(value)) {
    const result: Json[] = [];
    for (const inner of value) {
      const resolved = await resolve(inner, scope);
      if (resolved !== undefined) {
        result.push(resolved);
      }
    }
    return result;
  }
  return isObject(value) ? resolveObject(value, scope) : value;
}
