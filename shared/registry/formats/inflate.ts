import { Readable } from 'node:stream';
import { createGunzip, createInflateRaw } from 'node:zlib';
import { ListRefused } from './list-refused.ts';
import { type UnpackLimits, withinLimits } from './unpack-limits.ts';

const chunkSize = 1 << 18;

/** Unpacks gzip, or the raw deflate of a zip archive. Throws ListRefused for damaged data and beyond a limit. */
export async function* inflated(
  packed: AsyncIterable<Uint8Array>,
  form: 'gzip' | 'deflate',
  limits: UnpackLimits,
): AsyncGenerator<Uint8Array> {
  const what = form === 'gzip' ? 'The gzip file' : 'The zip archive';
  const inflate = form === 'gzip' ? createGunzip({ chunkSize }) : createInflateRaw({ chunkSize });
  const input = Readable.from(packed, { objectMode: true, highWaterMark: 2 });
  let sourceError: unknown = null;
  input.once('error', (error) => {
    sourceError = error;
    inflate.destroy(error);
  });
  try {
    yield* withinLimits(input.pipe(inflate), () => inflate.bytesWritten, limits);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (sourceError === null && code === 'Z_BUF_ERROR') {
      throw new ListRefused(`${what} ends too early: it was cut short. Fetch it again.`);
    }
    if (sourceError === null && typeof code === 'string' && code.startsWith('Z_')) {
      throw new ListRefused(`${what} is damaged. Fetch it again.`);
    }
    throw error;
  } finally {
    input.destroy();
    inflate.destroy();
  }
}
