import { benchBundles } from './bundles/bench-bundles.ts';
import { benchCallLogs } from './call-logs/bench-call-logs.ts';
import { benchCost } from './cost/bench-cost.ts';
import { benchPages } from './pages/bench-pages.ts';
import { benchRegistry } from './registry/bench-registry.ts';
import { benchRequests } from './requests/bench-requests.ts';

const benches: Readonly<Record<string, { readonly about: string; readonly run: (args: string[]) => Promise<void> }>> = {
  bundles: { about: 'kilobytes and import time of every function', run: benchBundles },
  'call-logs': { about: 'megabytes a second and memory of reading a log of 60 MB', run: benchCallLogs },
  cost: { about: 'read and write units a report, over a replay (--file FTC.csv)', run: benchCost },
  pages: { about: 'first contentful paint and weight of pages, beside a bare one', run: benchPages },
  registry: { about: 'do-not-call pages: size, look-ups, changes (--numbers N, --encodings)', run: benchRegistry },
  requests: { about: 'requests a second through the local run', run: benchRequests },
};

const [name = '', ...args] = process.argv.slice(2);
const chosen = name === 'all' ? Object.keys(benches) : [name];
if (chosen.some((each) => benches[each] === undefined)) {
  console.error('usage: npm run bench -- NAME');
  for (const [each, { about }] of Object.entries(benches)) {
    console.error(`  ${each.padEnd(8)}  ${about}`);
  }
  console.error('  all       one after the other');
  process.exitCode = 2;
} else {
  process.env['TZ'] = 'UTC';
  for (const each of chosen) {
    await benches[each]?.run(args);
  }
}
