// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation writes its placeholders so.

import { describe, expect, test } from 'vitest';
import type { Json } from '#infra/local/json.ts';
import { parseSecretReference } from '#infra/local/template/dynamic-references.ts';
import { resolve, type Scope } from '#infra/local/template/intrinsics.ts';

const refs: Record<string, Json> = { Table: 'stack-Table', 'AWS::Region': 'us-east-1', List: ['a', 'b'] };

const scope: Scope = {
  ref: async (name) => (name === 'AWS::NoValue' ? undefined : (refs[name] ?? `ref:${name}`)),
  getAtt: async (id, attribute) => `${id}/${attribute}`,
  importValue: async (name) => `imported:${name}`,
  condition: async (name) => name === 'Yes',
  mapping: (map, first, second) => (map === 'Sizes' && first === 'big' && second === 'memory' ? 1024 : undefined),
  dynamicReference: async (service, rest) => `<${service} ${rest}>`,
};

const cases: [string, Json, Json | undefined][] = [
  ['a plain value stays', { a: [1, true, null, 'x'] }, { a: [1, true, null, 'x'] }],
  ['Ref', { Ref: 'Table' }, 'stack-Table'],
  ['Ref of a pseudo parameter', { Ref: 'AWS::Region' }, 'us-east-1'],
  ['AWS::NoValue removes the property', { a: { Ref: 'AWS::NoValue' }, b: 1 }, { b: 1 }],
  ['AWS::NoValue removes the list member', [{ Ref: 'AWS::NoValue' }, 2], [2]],
  ['Fn::GetAtt as a list', { 'Fn::GetAtt': ['Queue', 'Arn'] }, 'Queue/Arn'],
  ['Fn::GetAtt as text, the attribute with a dot', { 'Fn::GetAtt': 'Nested.Outputs.Name' }, 'Nested/Outputs.Name'],
  ['Fn::Join', { 'Fn::Join': ['-', ['a', { Ref: 'Table' }, 3]] }, 'a-stack-Table-3'],
  ['Fn::Join over a list that is itself a function', { 'Fn::Join': ['+', { Ref: 'List' }] }, 'a+b'],
  ['Fn::Sub', { 'Fn::Sub': 'x-${Table}-${AWS::Region}-${Queue.Arn}' }, 'x-stack-Table-us-east-1-Queue/Arn'],
  ['Fn::Sub with own values', { 'Fn::Sub': ['${a}/${b}', { a: 'A', b: { Ref: 'Table' } }] }, 'A/stack-Table'],
  ['Fn::Sub keeps the escaped form', { 'Fn::Sub': '${!Literal} ${Table}' }, '${Literal} stack-Table'],
  ['Fn::Select', { 'Fn::Select': [1, ['a', 'b', 'c']] }, 'b'],
  ['Fn::Select with an index as text', { 'Fn::Select': ['0', { 'Fn::Split': ['/', 'x/y'] }] }, 'x'],
  ['Fn::Split', { 'Fn::Split': [':', 'a:b:c'] }, ['a', 'b', 'c']],
  ['Fn::ImportValue', { 'Fn::ImportValue': { 'Fn::Sub': 'net-${AWS::Region}' } }, 'imported:net-us-east-1'],
  ['Fn::If, true', { 'Fn::If': ['Yes', 'a', 'b'] }, 'a'],
  ['Fn::If, false, with AWS::NoValue', { x: { 'Fn::If': ['No', 'a', { Ref: 'AWS::NoValue' }] } }, {}],
  ['Fn::FindInMap', { 'Fn::FindInMap': ['Sizes', 'big', 'memory'] }, 1024],
  ['Fn::Base64', { 'Fn::Base64': 'hallo' }, 'aGFsbG8='],
  ['Fn::Equals', { 'Fn::Equals': [{ Ref: 'Table' }, 'stack-Table'] }, true],
  ['Fn::And', { 'Fn::And': [{ Condition: 'Yes' }, { 'Fn::Equals': [1, 2] }] }, false],
  ['Fn::Or', { 'Fn::Or': [{ Condition: 'No' }, { Condition: 'Yes' }] }, true],
  ['Fn::Not', { 'Fn::Not': [{ Condition: 'Yes' }] }, false],
  [
    'a dynamic reference, also inside a join',
    { 'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: 'Table' }, ':SecretString:key::}}', '!']] },
    '<secretsmanager stack-Table:SecretString:key::>!',
  ],
];

describe('intrinsic functions', () => {
  test.each(cases)('%s', async (_name, value, expected) => {
    expect(await resolve(value, scope)).toEqual(expected);
  });

  test.each([
    ['an unknown function', { 'Fn::Cidr': ['10.0.0.0/16', 2, 8] }, /Fn::Cidr/],
    ['a selection beyond the end', { 'Fn::Select': [5, ['a']] }, /Fn::Select/],
    ['a join of objects', { 'Fn::Join': ['', [{ a: 1, b: 2 }]] }, /Fn::Join/],
  ] satisfies [string, Json, RegExp][])('%s is an error that names it', async (_name, value, message) => {
    await expect(resolve(value, scope)).rejects.toThrow(message);
  });
});

describe('references to secrets', () => {
  test.each([
    ['name', { secretId: 'name', jsonKey: undefined }],
    ['name:SecretString', { secretId: 'name', jsonKey: undefined }],
    ['name:SecretString:key', { secretId: 'name', jsonKey: 'key' }],
    [
      'arn:aws:secretsmanager:us-east-1:000000000000:secret:a-AbCdEf:SecretString:user::',
      { secretId: 'arn:aws:secretsmanager:us-east-1:000000000000:secret:a-AbCdEf', jsonKey: 'user' },
    ],
    ['name:SecretString:::', { secretId: 'name', jsonKey: undefined }],
  ])('%s', (rest, expected) => {
    expect(parseSecretReference(rest)).toEqual(expected);
  });
});
