import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { DataFolder } from './data-folder.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';

const port = z.int().min(1).max(65_535);

const stateSchema = z.object({
  version: z.literal(1),
  ports: z.object({
    dynamodb: port.optional(),
    messages: port.optional(),
    services: port.optional(),
    objects: port.optional(),
  }),
  regulatorKey: z.string().min(16),
  twilioToken: z.string().min(16),
});

export type LocalState = z.infer<typeof stateSchema>;
export type ServicePort = keyof LocalState['ports'];

/** What stays the same from start to start; made at the first. */
export interface StateFile {
  readonly state: LocalState;
  rememberPort(service: ServicePort, port: number): void;
}

export function openState(folder: DataFolder): StateFile {
  const state: LocalState = readJsonFile(folder.stateFile, stateSchema, folder.path) ?? {
    version: 1,
    ports: {},
    regulatorKey: `local-${randomBytes(18).toString('base64url')}`,
    twilioToken: randomBytes(16).toString('hex'),
  };
  writeJsonFile(folder.stateFile, state);
  return {
    state,
    rememberPort: (service, chosen) => {
      if (state.ports[service] !== chosen) {
        state.ports[service] = chosen;
        writeJsonFile(folder.stateFile, state);
      }
    },
  };
}
