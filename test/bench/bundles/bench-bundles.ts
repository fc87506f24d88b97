import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { machine, median, printTable } from '../figures.ts';
import { type DeployedFunction, deployedFunctions } from './deployed-functions.ts';
import { makeBundle } from './make-bundle.ts';
import { serveSecrets } from './serve-secrets.ts';
import { timeImport } from './time-import.ts';

const rounds = 15;

/** Of the bundle and the data beside it, without source map and esbuild's own list. */
function kilobytes(file: string): string {
  const folder = dirname(file);
  const deployed = readdirSync(folder).filter((name) => !name.endsWith('.map') && name !== 'index.meta.json');
  return (deployed.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0) / 1000).toFixed(0);
}

interface Candidate {
  readonly name: string;
  /** As deployed. */
  readonly file: string;
  /** The same with the secret at hand. */
  readonly still: string;
  readonly variables: Readonly<Record<string, string>>;
  /** Each beside the yardstick's time just before: the machine's speed drifts within a round. */
  readonly starts: Timed[];
  readonly loads: Timed[];
}

interface Timed {
  readonly milliseconds: number;
  readonly yardstick: number;
}

/**
 * Kilobytes of every bundle as deployed, and the time to import it in a fresh process, beside a bundle that only makes
 * a DynamoDB and an SQS client, timed just before it; medians, also of the ratios. "loads" has the master secret at hand; "starts" is the
 * deployed file, which reads it from a stand-in on this machine.
 */
export async function benchBundles(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ringfence-bench-'));
  const secrets = await serveSecrets();
  const common = {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.endpoint,
  };
  try {
    const yardstick = join(folder, 'two-clients', 'index.mjs');
    await makeBundle(new URL('./two-clients.ts', import.meta.url), yardstick);
    const functions = await Promise.all((await deployedFunctions()).map((each) => candidate(each, folder, common)));
    const yardsticks: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      for (const { file, still, variables, starts, loads } of functions) {
        const beside = await timeImport(yardstick, common);
        yardsticks.push(beside);
        loads.push({ milliseconds: await timeImport(still, variables), yardstick: beside });
        starts.push({ milliseconds: await timeImport(file, variables), yardstick: beside });
      }
    }
    const base = median(yardsticks);
    console.log(`bundles: ${machine()}; ${rounds} rounds, medians`);
    console.log('limit 750 KB, aim 650; take-report loads in at most 1.5 times the two clients, aim 1.25');
    printTable(
      ['', 'KB', 'loads ms', 'times', 'starts ms', 'times'],
      [
        ['DynamoDB and SQS clients', kilobytes(yardstick), base.toFixed(0), '1.00', base.toFixed(0), '1.00'],
        ...functions.map(({ name, file, starts, loads }) => [
          name,
          kilobytes(file),
          ...[loads, starts].flatMap((times) => [
            median(times.map(({ milliseconds }) => milliseconds)).toFixed(0),
            median(times.map(({ milliseconds, yardstick: beside }) => milliseconds / beside)).toFixed(2),
          ]),
        ]),
      ],
    );
  } finally {
    await secrets.stop();
    rmSync(folder, { recursive: true });
  }
}

async function candidate(
  { name, file, variables }: DeployedFunction,
  folder: string,
  common: Readonly<Record<string, string>>,
): Promise<Candidate> {
  const still = join(folder, name, 'index.mjs');
  await makeBundle(new URL(`../../../functions/${name}/index.ts`, import.meta.url), still);
  return { name, file, still, variables: { ...common, ...variables }, starts: [], loads: [] };
}
