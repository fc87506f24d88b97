import type { KeyRegistration } from '#shared/access/register-key.ts';
import { accessScopes } from '#shared/access/regulator-key.ts';

/** A key of us-ftc with every scope, live for a year from 21 November 2026. */
export function aRegistration(changes: Partial<KeyRegistration> = {}): KeyRegistration {
  return {
    key: 'rfk_0123456789abcdef',
    regulators: ['us-ftc'],
    scopes: accessScopes,
    expiresAt: new Date('2027-11-21T00:00:00Z'),
    keyId: 'us-ftc-1',
    now: new Date('2026-11-21T00:00:00Z'),
    ...changes,
  };
}
