import { createHash } from 'node:crypto';
import * as z from 'zod';

/** What a key may open. Nothing by default. */
export const accessScopes = ['offenders', 'exports', 'complaints', 'audit'] as const;
export type AccessScope = (typeof accessScopes)[number];

/** A key as it is kept: its hash, never itself. */
export const regulatorKeySchema = z.strictObject({
  /** Readable name of the key, safe to show and to log. */
  keyId: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
  /** SHA-256 of the key, 64 hexadecimal characters. A key is 32 random bytes, so a plain hash cannot be searched. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Last four characters, to tell two keys apart in a list. */
  ending: z.string().max(4),
  /** The regulators it acts for. */
  regulators: z
    .array(
      z
        .string()
        .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        .max(40),
    )
    .min(1)
    .max(40),
  scopes: z.array(z.enum(accessScopes)),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().nullable(),
});

export type RegulatorKey = z.infer<typeof regulatorKeySchema>;

/** The prefix is registrable for secret scanning. `random` gives that many random bytes. */
export function newRegulatorKey(random: (bytes: number) => Uint8Array): string {
  return `rfk_${Buffer.from(random(32)).toString('base64url')}`;
}

export function keyHash(key: string): string {
  return createHash('sha256').update(key, 'utf8').digest('hex');
}

export function isLive(key: Pick<RegulatorKey, 'expiresAt' | 'revokedAt'>, now: Date): boolean {
  return key.revokedAt === null && Date.parse(key.expiresAt) > now.getTime();
}
