import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { LogLimits } from '../limits.ts';
import { LogFault } from '../log-fault.ts';
import { type ByteSource, inPieces } from './pieces.ts';

/** Bytes of the log itself, in pieces of one size; `whole` is false from the moment on that the packed data broke off. */
export interface Unpacked {
  readonly bytes: AsyncGenerator<Buffer>;
  readonly state: { whole: boolean };
}

/** Unpacks gzip, which is known by its content; anything else passes. Throws LogFault beyond a limit. */
export function unpacked(source: ByteSource, limits: LogLimits): Unpacked {
  const state = { whole: true };
  return { bytes: inPieces(bounded(source, limits, state)), state };
}

async function* bounded(source: ByteSource, limits: LogLimits, state: { whole: boolean }): AsyncGenerator<Uint8Array> {
  if (source instanceof Uint8Array) {
    refuseAbove(source.length, limits.fileBytes);
  }
  const pieces = atMost(inPieces(source), limits.fileBytes);
  const { value: first } = await pieces.next();
  if (first === undefined) {
    return;
  }
  const rest = startingWith(first, pieces);
  if (first[0] === 0x1f && first[1] === 0x8b) {
    yield* gunzipped(rest, limits, state);
  } else {
    yield* rest;
  }
}

async function* gunzipped(
  packed: AsyncGenerator<Buffer>,
  limits: LogLimits,
  state: { whole: boolean },
): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  const input = Readable.from(packed);
  input.once('error', (error) => gunzip.destroy(error));
  let length = 0;
  try {
    for await (const chunk of input.pipe(gunzip)) {
      const piece: Buffer = chunk;
      length += piece.length;
      if (length > limits.unpackedBytes || (length > limits.ratioFrom && length > limits.ratio * gunzip.bytesWritten)) {
        throw new LogFault('bomb', 'The file unpacks to more than a call log can hold.');
      }
      yield piece;
    }
  } catch (error) {
    if (!isZlibError(error)) {
      throw error;
    }
    if (length === 0) {
      throw new LogFault('damaged', 'The file is compressed and cannot be unpacked.');
    }
    state.whole = false;
  } finally {
    input.destroy();
    gunzip.destroy();
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');
}

async function* atMost(pieces: AsyncGenerator<Buffer>, limit: number): AsyncGenerator<Buffer> {
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    refuseAbove(length, limit);
    yield piece;
  }
}

function refuseAbove(length: number, limit: number): void {
  if (length > limit) {
    throw new LogFault('too_large', `A call log may have at most ${limit} bytes.`);
  }
}

async function* startingWith(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}
