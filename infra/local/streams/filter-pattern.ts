import { isList, isObject, type Json, type JsonObject, parseJson } from '../json.ts';

type Test = (value: Json | undefined) => boolean;

const isText = (value: Json | undefined): value is string => typeof value === 'string';

function compare(operator: Json | undefined, value: number, limit: number): boolean {
  switch (operator) {
    case '=':
      return value === limit;
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
    default:
      throw new Error(`unknown numeric operator ${JSON.stringify(operator)}`);
  }
}

function numeric(rule: Json): Test {
  const parts = isList(rule) ? rule : [];
  return (value) => {
    if (typeof value !== 'number' || parts.length === 0) {
      return false;
    }
    for (let index = 0; index < parts.length; index += 2) {
      if (!compare(parts[index], value, Number(parts[index + 1]))) {
        return false;
      }
    }
    return true;
  };
}

/** `prefix` and `suffix` take a text, or `{"equals-ignore-case": text}`. */
function ends(rule: Json, has: (value: string, part: string) => boolean): Test {
  const folded = isObject(rule) ? rule['equals-ignore-case'] : undefined;
  const part = isText(folded) ? folded.toLowerCase() : String(rule);
  return (value) => isText(value) && has(folded === undefined ? value : value.toLowerCase(), part);
}

function wildcard(rule: Json): Test {
  const parts = String(rule)
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`^${parts.join('.*')}$`, 's');
  return (value) => isText(value) && pattern.test(value);
}

function anythingBut(rule: Json): Test {
  const refused: Test = isObject(rule) ? operator(rule) : anyOf(isList(rule) ? rule : [rule]);
  return (value) => value !== undefined && !refused(value);
}

function equalsIgnoreCase(rule: Json): Test {
  const wanted = (isList(rule) ? rule : [rule]).map((one) => String(one).toLowerCase());
  return (value) => isText(value) && wanted.includes(value.toLowerCase());
}

const OPERATORS: Readonly<Record<string, (rule: Json) => Test>> = {
  exists: (rule) => (value) => (value !== undefined) === rule,
  prefix: (rule) => ends(rule, (value, part) => value.startsWith(part)),
  suffix: (rule) => ends(rule, (value, part) => value.endsWith(part)),
  'anything-but': anythingBut,
  numeric,
  'equals-ignore-case': equalsIgnoreCase,
  wildcard,
};

function operator(rule: JsonObject): Test {
  const [entry, ...others] = Object.entries(rule);
  const make = entry === undefined ? undefined : OPERATORS[entry[0]];
  if (entry === undefined || make === undefined || others.length > 0) {
    throw new Error(`the local run does not know the filter ${JSON.stringify(rule)}`);
  }
  return make(entry[1]);
}

function anyOf(rules: readonly Json[]): Test {
  const tests = rules.map((rule): Test => (isObject(rule) ? operator(rule) : (value) => value === rule));
  return (value) => tests.some((test) => test(value));
}

/** A list in the event matches if one of its members does. */
function leaf(rules: readonly Json[]): Test {
  const test = anyOf(rules);
  return (value) => {
    if (isList(value)) {
      return value.length === 0 ? test(undefined) : value.some((member) => test(member));
    }
    // A leaf is a plain value: an object there counts as absent.
    return test(isObject(value) ? undefined : value);
  };
}

function compile(pattern: JsonObject): Test {
  const tests = Object.entries(pattern).map(([name, rule]): Test => {
    if (name === '$or' && isList(rule)) {
      const choices = rule.filter(isObject).map(compile);
      return (value) => choices.some((choice) => choice(value));
    }
    if (!isList(rule) && !isObject(rule)) {
      throw new Error(`the filter on ${name} must be a list or an object`);
    }
    const test = isList(rule) ? leaf(rule) : compile(rule);
    return (value) => test(isObject(value) ? value[name] : undefined);
  });
  return (value) =>
    isList(value) ? value.some((member) => tests.every((test) => test(member))) : tests.every((test) => test(value));
}

/**
 * A filter of an event-source mapping, in EventBridge's pattern language
 * (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html): fields are joined by
 * AND, the members of a list by OR, case matters. Throws for an operator it does not know.
 */
function compilePattern(pattern: string): (event: Json) => boolean {
  const parsed = parseJson(pattern);
  if (!isObject(parsed)) {
    throw new Error('a filter pattern is a JSON object');
  }
  return compile(parsed);
}

/** A record passes if one of the patterns takes it, or if there are none. */
export function compileFilters(patterns: readonly string[]): (event: Json) => boolean {
  const compiled = patterns.map(compilePattern);
  return (event) => compiled.length === 0 || compiled.some((matches) => matches(event));
}
