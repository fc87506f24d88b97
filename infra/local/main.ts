import { guardedLocalSettings } from '#infra/settings.ts';
import { LocalRunError } from './local-run-error.ts';
import { startLocalStack } from './start-local-stack.ts';

const started = performance.now();

function portOf(text: string | undefined): number {
  const port = Number(text ?? '8080');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new LocalRunError(`PORT must be a port number, not ${JSON.stringify(text)}.`);
  }
  return port;
}

function fail(error: unknown): never {
  console.error(error instanceof LocalRunError ? error.message : error);
  process.exit(1);
}

/** npm hands Ctrl-C on to a process that the terminal has told already: signals this close together are one. */
const ONE_SIGNAL = 300;
let asked: number | undefined;
let stop: (() => Promise<void>) | undefined;

function onSignal(signal: NodeJS.Signals): void {
  const now = performance.now();
  const status = signal === 'SIGINT' ? 130 : 143;
  if (asked !== undefined) {
    if (now - asked > ONE_SIGNAL) {
      process.exit(status);
    }
    return;
  }
  asked = now;
  if (stop === undefined) {
    // Still starting: the exit hook ends the engine.
    process.exit(status);
  }
  console.log('stopping (Ctrl-C again stops at once)');
  stop().then(() => process.exit(0), fail);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, onSignal);
}

try {
  const { env } = process;
  const stack = await startLocalStack({
    port: portOf(env['PORT']),
    dataFolder: env['RINGFENCE_DATA'] ?? '.ringfence',
    ...(env['RINGFENCE_LOCAL_REGULATOR_KEY'] === undefined
      ? {}
      : { regulatorKey: env['RINGFENCE_LOCAL_REGULATOR_KEY'] }),
    ...(env['RINGFENCE_LOCAL_TWILIO_TOKEN'] === undefined ? {} : { twilioToken: env['RINGFENCE_LOCAL_TWILIO_TOKEN'] }),
    // As on the open internet: the edge, limits per line, what forms ask.
    ...(env['RINGFENCE_LOCAL_LIMITS'] === 'on' ? { settings: guardedLocalSettings } : {}),
    requireContactProof: env['RINGFENCE_LOCAL_CONTACT_PROOF'] === '1',
    onLost: (why) => fail(new LocalRunError(why)),
    // For the tests of the local run itself, which start it again and again: an app that is already synthesised, and the classes of Java.
    ...(env['RINGFENCE_LOCAL_ASSEMBLY'] === undefined ? {} : { assembly: env['RINGFENCE_LOCAL_ASSEMBLY'] }),
    ...(env['RINGFENCE_LOCAL_CLASSES'] === undefined ? {} : { classArchive: env['RINGFENCE_LOCAL_CLASSES'] }),
  });
  stop = stack.stop;
  console.log(`Ringfence: ${stack.url}`);
  console.log(`regulator key: ${stack.regulatorKey}`);
  console.log(`twilio token: ${stack.twilioToken}`);
  console.log(`ready in ${((performance.now() - started) / 1000).toFixed(1)} s — Ctrl-C stops it`);
} catch (error) {
  fail(error);
}
