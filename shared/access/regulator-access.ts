import type { Clock } from '#shared/runtime/clock.ts';
import type { AuditTrail } from './audit.ts';
import type { KeyFinder } from './key-store.ts';

/** What functions need that regulators call by key: to know who calls, and to record what they read. */
export interface RegulatorAccess {
  readonly keys: KeyFinder;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly newId: () => string;
}
