import { randomInt } from 'node:crypto';
import * as z from 'zod';
import type { DataFolder } from '../folder/data-folder.ts';
import { readJsonFile, writeJsonFile } from '../folder/json-file.ts';

/** The options of AWS::SecretsManager::Secret GenerateSecretString, with AWS's defaults. */
export const generateSecretSchema = z.strictObject({
  PasswordLength: z.int().min(1).max(4096).default(32),
  ExcludeCharacters: z.string().default(''),
  ExcludeLowercase: z.boolean().default(false),
  ExcludeUppercase: z.boolean().default(false),
  ExcludeNumbers: z.boolean().default(false),
  ExcludePunctuation: z.boolean().default(false),
  IncludeSpace: z.boolean().default(false),
  RequireEachIncludedType: z.boolean().default(true),
  SecretStringTemplate: z.string().optional(),
  GenerateStringKey: z.string().optional(),
});

type GenerateSecret = z.infer<typeof generateSecretSchema>;

const pick = (characters: string): string => characters.charAt(randomInt(characters.length));

function generatePassword(options: GenerateSecret): string {
  const kinds = [
    options.ExcludeLowercase ? '' : 'abcdefghijklmnopqrstuvwxyz',
    options.ExcludeUppercase ? '' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    options.ExcludeNumbers ? '' : '0123456789',
    options.ExcludePunctuation ? '' : '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
    options.IncludeSpace ? ' ' : '',
  ]
    .map((kind) => [...kind].filter((character) => !options.ExcludeCharacters.includes(character)).join(''))
    .filter((kind) => kind !== '');
  const pool = kinds.join('');
  if (pool === '') {
    throw new Error('GenerateSecretString excludes every character');
  }
  const characters = Array.from({ length: options.PasswordLength }, () => pick(pool));
  if (options.RequireEachIncludedType && options.PasswordLength >= kinds.length) {
    const free = characters.map((_, index) => index);
    for (const kind of kinds) {
      const [place = 0] = free.splice(randomInt(free.length), 1);
      characters[place] = pick(kind);
    }
  }
  return characters.join('');
}

/** A new value as Secrets Manager would generate it. */
export function generateSecret(options: GenerateSecret): string {
  const password = generatePassword(options);
  if (options.SecretStringTemplate === undefined || options.GenerateStringKey === undefined) {
    return password;
  }
  const template = z.record(z.string(), z.unknown()).parse(JSON.parse(options.SecretStringTemplate));
  return JSON.stringify({ ...template, [options.GenerateStringKey]: password });
}

export interface Secret {
  readonly arn: string;
  readonly name: string;
  readonly value: string;
  readonly createdAt: number;
}

/** The secrets of the template; generated values stay the same from start to start. */
export interface SecretStore {
  /** Answers the kept secret of that name, or keeps the one made now. */
  ensure(name: string, arn: string, make: () => string): Secret;
  find(id: string): Secret | undefined;
  /** Gives a secret this value until the next start. Throws when there is no such secret. */
  override(id: string, value: string): void;
}

const fileSchema = z.record(z.string(), z.object({ value: z.string(), createdAt: z.number() }));

export function openSecrets(folder: DataFolder, now: () => number): SecretStore {
  const kept = readJsonFile(folder.secretsFile, fileSchema, folder.path) ?? {};
  const secrets = new Map<string, Secret>();
  // By name, by ARN, or by ARN without the six characters AWS appends.
  const find = (id: string) =>
    secrets.get(id) ?? [...secrets.values()].find(({ arn }) => arn === id || arn.slice(0, -7) === id);
  return {
    ensure: (name, arn, make) => {
      let entry = kept[name];
      if (entry === undefined) {
        entry = { value: make(), createdAt: now() };
        kept[name] = entry;
        writeJsonFile(folder.secretsFile, kept);
      }
      const secret: Secret = { arn, name, ...entry };
      secrets.set(name, secret);
      return secret;
    },
    find,
    override: (id, value) => {
      const secret = find(id);
      if (secret === undefined) {
        throw new Error(`there is no secret ${id}`);
      }
      secrets.set(secret.name, { ...secret, value });
    },
  };
}
