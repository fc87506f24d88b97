import { randomUUID } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { RegulatorAccess } from '#shared/access/regulator-access.ts';
import { systemClock } from '#shared/runtime/clock.ts';
import { createKeyStore } from './access-store.ts';
import { createAuditTrail } from './audit-store.ts';

/** For functions that regulators call by key; `table` is the Access table. */
export function composeRegulatorAccess(client: DynamoDBDocumentClient, table: string): RegulatorAccess {
  return {
    keys: createKeyStore(client, table),
    audit: createAuditTrail(client, table),
    clock: systemClock,
    newId: randomUUID,
  };
}
