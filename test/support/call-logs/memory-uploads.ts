import { randomBytes } from 'node:crypto';
import type { CallLogUploads } from '#shared/intake/call-logs/uploads/call-log-uploads.ts';
import { createCallLogUploads } from '#shared/intake/call-logs/uploads/create-call-log-uploads.ts';
import { readUploadedLog } from '#shared/intake/call-logs/uploads/read-uploaded-log.ts';
import { uploadName } from '#shared/intake/call-logs/uploads/upload-id.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import { fakeUploads } from './fake-uploads.ts';

/** Uploads as pages use them, in memory, with the real reader behind them. */
export function memoryUploads(clock: Clock) {
  const kept = fakeUploads();
  const deps = { ...kept, clock, random: randomBytes, country: 'US' };
  const uploads: CallLogUploads = createCallLogUploads(deps);
  const nameOf = (id: string): string => {
    const name = uploadName(id);
    if (name === null) {
      throw new Error('no id of an upload');
    }
    return name;
  };
  const read = async (id: string, tag?: string): Promise<void> => {
    await readUploadedLog(nameOf(id), deps, tag);
  };
  return {
    uploads,
    /** As the bucket and its reader would do it; the file's tag. */
    put: async (id: string, file: string | Uint8Array): Promise<string> => {
      const tag = await kept.put(nameOf(id), typeof file === 'string' ? Buffer.from(file) : file);
      await read(id, tag);
      return tag;
    },
    read,
    everything: kept.everything,
  };
}
