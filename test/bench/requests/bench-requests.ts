import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { startLocalStack } from '#infra/local/start-local-stack.ts';
import { complaintCall, postReport, running } from '#test/support/end-to-end/running.ts';
import { machine, median, printTable } from '../figures.ts';

const rounds = 5;
const roundSeconds = 4;
const connections = 8;

/** Different senders in turn, so that the reports do not all land on one; without a complaint. */
const bodies = Array.from({ length: 100 }, (_, index) =>
  JSON.stringify({
    ...complaintCall,
    complain: false,
    complainant: undefined,
    sender: `(202) 555-01${String(index).padStart(2, '0')}`,
  }),
);

/**
 * Requests a second and latencies of the whole local run, each beside `GET /healthz` of the same run, which only passes
 * through: gateway and a function that does nothing. Alternating rounds, medians.
 */
export async function benchRequests(): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'ringfence-bench-'));
  const stack = await startLocalStack({ port: 0, dataFolder, quiet: true });
  try {
    const { view } = await postReport(await running(stack.url, stack.regulatorKey), complaintCall);
    const candidates: readonly { readonly name: string; readonly requests: readonly autocannon.Request[] }[] = [
      { name: 'GET /healthz', requests: [{ path: '/healthz' }] },
      {
        name: 'POST /v1/reports',
        requests: bodies.map((body) => ({
          method: 'POST',
          path: '/v1/reports',
          headers: { 'content-type': 'application/json' },
          body,
        })),
      },
      { name: 'GET /v1/reports/{receipt}', requests: [{ path: `/v1/reports/${view.receipt}` }] },
    ];
    const results = candidates.map(({ name, requests }) => ({ name, requests, seen: [] as autocannon.Result[] }));
    // The first round warms up.
    for (let round = 0; round <= rounds; round += 1) {
      for (const { requests, seen } of results) {
        const result = await autocannon({ url: stack.url, connections, duration: roundSeconds, requests });
        if (round > 0) {
          seen.push(result);
        }
      }
    }
    const middle = (seen: readonly autocannon.Result[], of: (result: autocannon.Result) => number) =>
      median(seen.map(of));
    const floor = middle(results[0]?.seen ?? [], ({ requests }) => requests.average);
    console.log(`requests: ${machine()}; ${connections} connections, ${rounds} rounds of ${roundSeconds} s, medians`);
    printTable(
      ['', 'a second', 'of healthz', 'p50 ms', 'p97.5 ms', 'p99 ms', 'failed'],
      results.map(({ name, seen }) => [
        name,
        middle(seen, ({ requests }) => requests.average).toFixed(0),
        (middle(seen, ({ requests }) => requests.average) / floor).toFixed(2),
        ...[
          (result: autocannon.Result) => result.latency.p50,
          (result: autocannon.Result) => result.latency.p97_5,
          (result: autocannon.Result) => result.latency.p99,
        ].map((of) => middle(seen, of).toFixed(0)),
        String(seen.reduce((sum, { non2xx, errors }) => sum + non2xx + errors, 0)),
      ]),
    );
  } finally {
    await stack.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
