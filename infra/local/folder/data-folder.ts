import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LocalRunError } from '../local-run-error.ts';

/** Where a local run keeps everything; one folder is one world, moved or deleted as a whole. */
export interface DataFolder {
  readonly path: string;
  /** The process that uses the folder now, and its Java. */
  readonly runFile: string;
  /** Ports, regulator key and gateway token, the same at every start. */
  readonly stateFile: string;
  /** Values behind the template's generated secrets. */
  readonly secretsFile: string;
  /** DynamoDB Local's database. */
  readonly dynamodb: string;
  /** Queues, topics and buckets. */
  readonly messages: string;
  /** How far each event-source mapping has read. */
  readonly positions: string;
  readonly logs: string;
  /** What the app mailed. */
  readonly mail: string;
}

export function openDataFolder(given: string): DataFolder {
  const path = resolve(given);
  const folder: DataFolder = {
    path,
    runFile: join(path, 'run.json'),
    stateFile: join(path, 'state.json'),
    secretsFile: join(path, 'secrets.json'),
    dynamodb: join(path, 'dynamodb'),
    messages: join(path, 'messages'),
    positions: join(path, 'positions'),
    logs: join(path, 'logs'),
    mail: join(path, 'mail'),
  };
  for (const part of [path, folder.dynamodb, folder.messages, folder.positions, folder.logs, folder.mail]) {
    try {
      // Reports hold personal data: nobody else on the machine reads them.
      mkdirSync(part, { recursive: true, mode: 0o700 });
      accessSync(part, constants.R_OK | constants.W_OK | constants.X_OK);
      if (!statSync(part).isDirectory()) {
        throw new Error('it is not a folder');
      }
    } catch (error) {
      throw new LocalRunError(
        `The data folder ${part} cannot be used (${error instanceof Error ? error.message : 'unknown reason'}). ` +
          'Move it away, or choose another with RINGFENCE_DATA.',
      );
    }
  }
  return folder;
}
