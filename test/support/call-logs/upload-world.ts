import { randomBytes } from 'node:crypto';
import { type LogLimits, uploadLimits } from '#shared/intake/call-logs/limits.ts';
import type { LogRequest } from '#shared/intake/call-logs/prepare-reading.ts';
import type { UploadOptions } from '#shared/intake/call-logs/uploads/call-log-uploads.ts';
import { createCallLogUploads } from '#shared/intake/call-logs/uploads/create-call-log-uploads.ts';
import { type ReadUploadedLogOutcome, readUploadedLog } from '#shared/intake/call-logs/uploads/read-uploaded-log.ts';
import { uploadName } from '#shared/intake/call-logs/uploads/upload-id.ts';
import { fakeUploads } from './fake-uploads.ts';

/** Uploads in memory, in the United States, on 22 November 2026. */
export function uploadWorld(limits: Partial<LogLimits> = {}) {
  const deps = fakeUploads();
  const time = { now: new Date('2026-11-22T00:00:00Z') };
  const uploads = createCallLogUploads({ ...deps, clock: () => time.now, random: randomBytes, country: 'US' });
  const nameOf = (id: string): string => uploadName(id) ?? '';
  const run = (name: string, tag?: string): Promise<ReadUploadedLogOutcome> => {
    const all = { ...deps, clock: () => time.now, country: 'US', limits: { ...uploadLimits, ...limits } };
    return readUploadedLog(name, all, tag);
  };
  const uploadNamed = async (name: string, file: string | Uint8Array) =>
    run(name, await deps.put(name, Buffer.from(file)));
  return Object.assign(time, {
    deps,
    uploads,
    nameOf,
    uploadNamed,
    /** The file comes and its event is worked off. */
    upload: (id: string, file: string | Uint8Array) => uploadNamed(nameOf(id), file),
    /** An event comes once more. */
    again: (id: string) => run(nameOf(id)),
    opened: async (request: LogRequest, options: UploadOptions): Promise<string> => {
      const outcome = await uploads.open(request, options);
      if (outcome.kind !== 'opened') {
        throw new Error(`not opened: ${JSON.stringify(outcome)}`);
      }
      return outcome.form.id;
    },
    /** The first page. */
    read: async (id: string) => {
      const outcome = await uploads.read(id);
      if (outcome.kind !== 'page') {
        throw new Error(`no page: ${JSON.stringify(outcome)}`);
      }
      return outcome;
    },
  });
}
