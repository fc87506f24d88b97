import type { CallLogUploads } from '#shared/intake/call-logs/uploads/call-log-uploads.ts';
import { memoryUploads } from '#test/support/call-logs/memory-uploads.ts';
import { carrierTable, fortyCalls } from '#test/support/call-logs/sample-logs.ts';
import { testNow } from '#test/support/take-dependencies.ts';

/** What the bucket gets, by the line that was named. */
const samples: Readonly<Record<string, string>> = { '+1 413 555 0143': 'A letter to my aunt.', '': carrierTable };

/** Uploads whose file is there without having been sent, and read once somebody has looked. */
export function logsInMemory(): CallLogUploads {
  const { uploads, put } = memoryUploads(() => testNow);
  const waiting = new Map<string, string>();
  return {
    ...uploads,
    async open(request, options) {
      const opened = await uploads.open(request, options);
      if (opened.kind === 'opened') {
        waiting.set(opened.form.id, samples[request.line ?? ''] ?? fortyCalls());
      }
      return opened;
    },
    async read(id, cursor) {
      const read = await uploads.read(id, cursor);
      const file = waiting.get(id);
      if (file !== undefined) {
        waiting.delete(id);
        await put(id, file);
      }
      return read;
    },
  };
}
