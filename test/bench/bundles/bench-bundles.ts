import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type DeployedFunction, deployedFunctions } from '#test/support/local-app/deployed-functions.ts';
import { machine, median, printTable } from '../figures.ts';
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
  /** Each beside the yardsticks' times just before: the machine's speed drifts within a round. */
  readonly starts: Timed[];
  readonly loads: Timed[];
}

interface Timed {
  readonly milliseconds: number;
  readonly whole: number;
  readonly lean: number;
}

/**
 * Kilobytes of every bundle as deployed, and the time to import it in a fresh process, beside two bundles that only make
 * a DynamoDB and an SQS client, timed just before it: "whole" as the SDK comes, "lean" without the ways to find
 * credentials that our functions leave out (infra/constructs/bundling.ts). Medians, also of the ratios. "loads" has the
 * master secret at hand; "starts" is the deployed file, which reads it from a stand-in on this machine.
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
    const clients = new URL('./two-clients.ts', import.meta.url);
    const whole = join(folder, 'two-clients', 'index.mjs');
    const lean = join(folder, 'two-lean-clients', 'index.mjs');
    await makeBundle(clients, whole, []);
    await makeBundle(clients, lean);
    const functions = await Promise.all((await deployedFunctions()).map((each) => candidate(each, folder, common)));
    const wholes: number[] = [];
    const leans: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      for (const { file, still, variables, starts, loads } of functions) {
        const beside = { whole: await timeImport(whole, common), lean: await timeImport(lean, common) };
        wholes.push(beside.whole);
        leans.push(beside.lean);
        loads.push({ milliseconds: await timeImport(still, variables), ...beside });
        starts.push({ milliseconds: await timeImport(file, variables), ...beside });
      }
    }
    console.log(`bundles: ${machine()}; ${rounds} rounds, medians`);
    console.log('limit 750 KB, aim 650; take-report loads in at most 1.5 times the two clients, aim 1.25');
    printTable(
      ['', 'KB', 'loads ms', 'times whole', 'times lean', 'starts ms', 'times whole'],
      [
        yardstickRow('DynamoDB and SQS clients, whole', whole, wholes),
        yardstickRow('the same, lean', lean, leans),
        ...functions.map(({ name, file, starts, loads }) => [
          name,
          kilobytes(file),
          middle(loads),
          times(loads, 'whole'),
          times(loads, 'lean'),
          middle(starts),
          times(starts, 'whole'),
        ]),
      ],
    );
  } finally {
    await secrets.stop();
    rmSync(folder, { recursive: true });
  }
}

const yardstickRow = (name: string, file: string, measured: readonly number[]) => [
  name,
  kilobytes(file),
  median(measured).toFixed(0),
  ...['', '', '', ''],
];

const middle = (measured: readonly Timed[]) => median(measured.map(({ milliseconds }) => milliseconds)).toFixed(0);

const times = (measured: readonly Timed[], yardstick: 'whole' | 'lean') =>
  median(measured.map((each) => each.milliseconds / each[yardstick])).toFixed(2);

async function candidate(
  { name, file, variables }: DeployedFunction,
  folder: string,
  common: Readonly<Record<string, string>>,
): Promise<Candidate> {
  const still = join(folder, name, 'index.mjs');
  await makeBundle(new URL(`../../../functions/${name}/index.ts`, import.meta.url), still);
  return { name, file, still, variables: { ...common, ...variables }, starts: [], loads: [] };
}
