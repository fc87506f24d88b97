import { describe, expect, test } from 'vitest';
import { generateSecret, generateSecretSchema } from '#infra/local/services/secrets.ts';
import { physicalName } from '#infra/local/template/physical-name.ts';

const generate = (options: unknown) => generateSecret(generateSecretSchema.parse(options));

describe('GenerateSecretString', () => {
  test('gives 32 characters of every kind', () => {
    const value = generate({});
    expect(value).toHaveLength(32);
    expect(value).toMatch(/[a-z]/);
    expect(value).toMatch(/[A-Z]/);
    expect(value).toMatch(/\d/);
    expect(value).toMatch(/[^a-zA-Z0-9]/);
  });

  test('honours length and exclusions', () => {
    expect(generate({ PasswordLength: 64, ExcludePunctuation: true, ExcludeUppercase: true })).toMatch(
      /^[a-z0-9]{64}$/,
    );
    expect(generate({ ExcludeCharacters: 'abc"@/\\', PasswordLength: 500 })).not.toMatch(/[abc"@/\\]/);
  });

  test('fills the member of a template', () => {
    const value: unknown = JSON.parse(
      generate({ SecretStringTemplate: '{"user":"x"}', GenerateStringKey: 'password' }),
    );
    expect(value).toMatchObject({ user: 'x', password: expect.stringMatching(/^.{32}$/s) });
  });

  test('never gives the same twice', () => {
    expect(generate({})).not.toBe(generate({}));
  });
});

test('long names are cut and stay distinct', () => {
  const names = ['A', 'B'].map((end) => physicalName('stack', 'x'.repeat(80) + end, 64));
  expect(names.map((name) => name.length)).toEqual([64, 64]);
  expect(new Set(names).size).toBe(2);
  expect(physicalName('stack', 'Table', 64)).toBe('stack-Table');
});
