import type { FauxqsServer } from 'fauxqs';
import { findJava } from './check-java.ts';
import type { Cleanups } from './cleanups.ts';
import { type DynamoDbEngine, startDynamoDbEngine } from './dynamodb-engine.ts';
import { checkDatabase } from './folder/check-database.ts';
import type { DataFolder } from './folder/data-folder.ts';
import type { StateFile } from './folder/local-state.ts';
import type { RunLock } from './folder/run-lock.ts';
import { choosePort } from './ports.ts';
import { messageDatabase, startMessageEngine } from './services/message-engine.ts';
import { prepareTableDatabase, tableDatabase, writeLogBack } from './services/table-database.ts';

export interface EngineContext {
  readonly folder: DataFolder;
  readonly lock: RunLock;
  readonly stateFile: StateFile;
  readonly cleanups: Cleanups;
  /** See startDynamoDbEngine. */
  readonly classArchive?: string | undefined;
  /** Called when the engine ends by itself: nothing works any more. */
  readonly onLost: (why: string) => void;
}

/** Names a database that an engine could not read, before it is started. */
export function checkDatabases(folder: DataFolder): void {
  for (const database of [tableDatabase(folder.dynamodb), messageDatabase(folder.messages)]) {
    checkDatabase(database, folder.path);
  }
}

/** Whatever way this process ends, short of kill -9, its Java ends too. */
function endWithThisProcess(pid: number, cleanups: Cleanups): void {
  const end = () => {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended.
    }
  };
  process.once('exit', end);
  cleanups.add(() => {
    process.off('exit', end);
  });
}

/** Starts Amazon's DynamoDB Local on the data folder. */
export async function startTableEngine({
  folder,
  lock,
  stateFile,
  cleanups,
  classArchive,
  onLost,
}: EngineContext): Promise<DynamoDbEngine> {
  const java = await findJava(process.env);
  prepareTableDatabase(folder.dynamodb);
  const engine = await startDynamoDbEngine({
    java,
    port: await choosePort(stateFile.state.ports.dynamodb),
    dataFolder: folder.dynamodb,
    ...(classArchive === undefined ? {} : { classArchive }),
    // Ctrl-C in a terminal reaches the whole process group; the engine has to outlive what still writes to it.
    detached: true,
    onSpawn: (pid) => {
      lock.rememberEngine(pid);
      endWithThisProcess(pid, cleanups);
    },
  });
  const stopWritingBack = writeLogBack(folder.dynamodb);
  let stopping = false;
  engine.process.once('exit', (code, signal) => {
    if (!stopping) {
      onLost(`DynamoDB Local ended by itself (${signal ?? code}).`);
    }
  });
  cleanups.add(() => {
    stopping = true;
    stopWritingBack();
    return engine.stop();
  });
  stateFile.rememberPort('dynamodb', engine.port);
  return engine;
}

/** Starts the engine of queues, topics and buckets in this process. */
export async function startMessages({ folder, stateFile, cleanups }: EngineContext): Promise<FauxqsServer> {
  const server = await startMessageEngine(folder.messages, stateFile.state.ports.messages);
  cleanups.add(() => server.stop());
  stateFile.rememberPort('messages', server.port);
  return server;
}

/** Waits for all, so that what has started can be stopped, before it fails with the first that could not. */
export async function allOf<A, B, C>(work: readonly [Promise<A>, Promise<B>, Promise<C>]): Promise<[A, B, C]> {
  await Promise.allSettled(work);
  return Promise.all(work);
}
