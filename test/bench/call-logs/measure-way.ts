import { ways } from './ways.ts';

// A process of its own for each reading: what memory it had at most, and nothing compiled before.
const [name = '', path = ''] = process.argv.slice(2);
const kilobytesBefore = process.resourceUsage().maxRSS;
const processorBefore = process.cpuUsage();
const started = performance.now();
const found = (await ways[name]?.run(path)) ?? 0;
const milliseconds = performance.now() - started;
const { user, system } = process.cpuUsage(processorBefore);
const kilobytes = process.resourceUsage().maxRSS - kilobytesBefore;
console.log(JSON.stringify({ found, milliseconds, processor: (user + system) / 1000, kilobytes }));
