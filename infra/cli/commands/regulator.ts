import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import type { KeyStore } from '#shared/access/key-store.ts';
import { registerKey } from '#shared/access/register-key.ts';
import { accessScopes, keyHash, newRegulatorKey } from '#shared/access/regulator-key.ts';
import { dayMilliseconds } from '#shared/runtime/day.ts';
import { createKeyStore } from '#shared/storage/access-store.ts';
import type { Deployment } from '../deployment.ts';
import type { Io } from '../io.ts';

/** What the regulator commands need of a deployment. */
export interface RegulatorDeployment extends Pick<Deployment, 'documentClient'> {
  readonly directory: {
    readonly tables: { readonly Access: string };
    readonly queues: Readonly<Record<string, unknown>>;
  };
}

const usage = `usage: regulator add ID [--expires YYYY-MM-DD] [--scopes ${accessScopes.join(',')}]
       regulator keys ID
       regulator revoke ID KEY-ID`;

/** A year: long enough for an office to plan the change, short enough that forgotten keys die. */
const lifeDays = 365;
const mostLifeDays = 2 * 365;

const regulatorIdSchema = z
  .string()
  .max(40)
  .regex(/^[a-z]{2}(-[a-z0-9]+)+$/);
const scopesSchema = z.array(z.enum(accessScopes)).min(1);

/** Keys of regulators: `add`, `keys`, `revoke`. Answers the exit status: 0 only on success, 2 for a wrong call. */
export async function regulatorCommand(
  args: readonly string[],
  deployment: RegulatorDeployment,
  io: Io,
): Promise<number> {
  const parsed = readArguments(args);
  if (parsed === null) {
    io.err(usage);
    return 2;
  }
  const { command, regulator, keyId, options } = parsed;
  const store = createKeyStore(deployment.documentClient, deployment.directory.tables.Access);
  switch (command) {
    case 'add':
      if (!Object.hasOwn(deployment.directory.queues, regulator)) {
        io.err(`Note: no complaints are drafted for ${regulator} here; its key reads offenders and exports.`);
      }
      return addKey(regulator, options, store, io);
    case 'keys':
      return showKeys(regulator, store, io);
    case 'revoke':
      return revokeKey(regulator, keyId, store, io);
  }
}

interface Arguments {
  readonly command: 'add' | 'keys' | 'revoke';
  readonly regulator: string;
  readonly keyId: string;
  readonly options: { readonly expires?: string | undefined; readonly scopes?: string | undefined };
}

function readArguments(args: readonly string[]): Arguments | null {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { expires: { type: 'string' }, scopes: { type: 'string' } },
    });
    const [command, id, keyId = '', ...more] = positionals;
    const regulator = regulatorIdSchema.safeParse(id);
    const known = command === 'add' || command === 'keys' || command === 'revoke';
    const complete = more.length === 0 && (keyId !== '') === (command === 'revoke');
    return known && regulator.success && complete
      ? { command, regulator: regulator.data, keyId, options: values }
      : null;
  } catch {
    return null;
  }
}

async function addKey(regulator: string, options: Arguments['options'], store: KeyStore, io: Io): Promise<number> {
  const now = new Date();
  const expiresAt =
    options.expires === undefined
      ? new Date(now.getTime() + lifeDays * dayMilliseconds)
      : new Date(`${options.expires}T23:59:59Z`);
  const latest = new Date(now.getTime() + mostLifeDays * dayMilliseconds);
  const scopes = scopesSchema.safeParse(options.scopes?.split(',') ?? accessScopes);
  if (!(expiresAt > now && expiresAt <= latest)) {
    io.err(`--expires takes a date from today to ${latest.toISOString().slice(0, 10)}.`);
    return 2;
  }
  if (!scopes.success) {
    io.err(`--scopes takes some of ${accessScopes.join(',')}.`);
    return 2;
  }
  const key = newRegulatorKey(randomBytes);
  const keyId = `${regulator}-${keyHash(key).slice(0, 8)}`;
  const outcome = await registerKey(
    { key, regulators: [regulator], scopes: scopes.data, expiresAt, keyId, now },
    store,
  );
  switch (outcome.kind) {
    case 'added':
      io.out(key);
      io.err(`Key ${keyId} of ${regulator}, until ${expiresAt.toISOString().slice(0, 10)}: ${scopes.data.join(', ')}.`);
      io.err('It is shown this once and kept nowhere. Send it as Authorization: Bearer <key>.');
      return 0;
    case 'too_many_keys':
      io.err(`${regulator} has two live keys, the most there may be. Revoke one first:`);
      await showKeys(regulator, store, { out: io.err, err: io.err });
      return 1;
    case 'already_there':
    case 'too_short':
      throw new Error(`a fresh key cannot be ${outcome.kind}`);
  }
}

async function showKeys(regulator: string, store: KeyStore, io: Io): Promise<number> {
  const keys = await store.live(regulator, new Date());
  for (const { keyId, ending, expiresAt, scopes } of keys) {
    io.out(`${keyId}  …${ending}  until ${expiresAt.slice(0, 10)}  ${scopes.join(',')}`);
  }
  io.err(`${keys.length} live of ${regulator}.`);
  return 0;
}

async function revokeKey(regulator: string, keyId: string, store: KeyStore, io: Io): Promise<number> {
  const revoked = await store.revoke(regulator, keyId, new Date());
  if (revoked) {
    io.out(`Revoked ${keyId}. File addresses it was given work for at most 15 minutes more.`);
  } else {
    io.err(`${regulator} has no live key ${keyId}.`);
  }
  return revoked ? 0 : 1;
}
