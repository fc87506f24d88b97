import { startDynamoDbEngine } from '#infra/local/dynamodb-engine.ts';

/** One in-memory engine; it fails, never skips, when Java or the engine is missing. */
export async function startEngine(): Promise<{ endpoint: string; stop: () => Promise<void> }> {
  const engine = await startDynamoDbEngine({});
  return { endpoint: engine.endpoint, stop: engine.stop };
}
