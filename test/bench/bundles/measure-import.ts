import { pathToFileURL } from 'node:url';

// In a process of its own: prints how many milliseconds it takes to import one file, which nothing has loaded before.
const address = pathToFileURL(process.argv[2] ?? '').href;
const started = performance.now();
await import(address);
const milliseconds = performance.now() - started;
process.stdout.write(String(milliseconds), () => process.exit(0));
