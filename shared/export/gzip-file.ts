import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createGzip } from 'node:zlib';

/** Characters gathered before they go to the compressor: single lines would cost a thread hop each. */
const gather = 64 * 1024;

export interface GzipFile {
  /** Waits while the other end is slower. */
  write(text: string): Promise<void>;
  /** Of the compressed file. */
  finish(): Promise<{ readonly bytes: number; readonly sha256: string }>;
  /** Ends the file's chunks with this error, so that the writer drops what it has. */
  abandon(error: Error): Promise<void>;
}

/**
 * A gzip file that is measured while it is written. Same text, same bytes: Node's gzip header holds neither name nor time.
 * @param sink takes the compressed chunks and answers when they are stored
 */
export function gzipFile(sink: (chunks: AsyncIterable<Uint8Array>) => Promise<void>): GzipFile {
  const gzip = createGzip();
  const hash = createHash('sha256');
  let bytes = 0;
  let waiting = '';

  async function* measured(): AsyncGenerator<Uint8Array> {
    const chunks: AsyncIterable<Buffer> = gzip;
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  const stored = sink(measured());
  // Never resolves: a sink that gives up early must wake a writer who waits for it.
  const failed = stored.then(() => new Promise<never>(() => {}));
  failed.catch(() => {});

  const push = async (): Promise<void> => {
    const text = waiting;
    waiting = '';
    if (!gzip.write(text)) {
      await Promise.race([once(gzip, 'drain'), failed]);
    }
  };

  return {
    async write(text) {
      waiting += text;
      if (waiting.length >= gather) {
        await push();
      }
    },
    async finish() {
      gzip.end(waiting);
      await stored;
      return { bytes, sha256: hash.digest('hex') };
    },
    async abandon(error) {
      gzip.destroy(error);
      await stored.catch(() => {});
    },
  };
}
