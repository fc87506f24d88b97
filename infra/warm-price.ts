import type { Settings } from './settings.ts';

/** What a new on-demand table takes without being asked, write units a second. */
const includedWriteUnits = 4000;

/** Where every report writes: itself, the head of its subject, and facts once a head is full. */
export const warmTables = ['Reports', 'Subjects', 'Facts'] as const;

/**
 * US dollars for one write unit a second more, charged once when the value is raised: the price of an hour of one
 * provisioned write unit in us-east-1. An estimate; DynamoDB's price page has the value of a region and a day.
 */
const dollarsPerWriteUnit = 0.00065;

/** The single charge for `warmWriteUnits`, in US dollars; 0 without it. */
export function warmPrice({ warmWriteUnits }: Pick<Settings, 'warmWriteUnits'>): number {
  return warmWriteUnits === null ? 0 : (warmWriteUnits - includedWriteUnits) * warmTables.length * dollarsPerWriteUnit;
}

/** One line for the operator before anything is deployed. */
export function describeWarmPrice(settings: Pick<Settings, 'warmWriteUnits'>): string {
  const { warmWriteUnits } = settings;
  return warmWriteUnits === null
    ? `Warm throughput: AWS's default of ${includedWriteUnits} write units a second and table, at no charge (setting warmWriteUnits).`
    : `Warm throughput: ${warmWriteUnits} write units a second on ${warmTables.length} tables, about $${warmPrice(settings).toFixed(2)} once when it is raised; it cannot be lowered again.`;
}
