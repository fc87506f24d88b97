/** A file at hand, or one that is still coming. */
export type ByteSource = Uint8Array | AsyncIterable<Uint8Array>;

const pieceBytes = 64 * 1024;

/** The same bytes in pieces of one size: what follows sees the same borders however a network cut them. */
export async function* inPieces(source: ByteSource, size = pieceBytes): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const chunk of source instanceof Uint8Array ? [source] : source) {
    for (let start = 0; start < chunk.length; ) {
      const part = chunk.subarray(start, start + size - length);
      waiting.push(Buffer.from(part.buffer, part.byteOffset, part.length));
      length += part.length;
      start += part.length;
      if (length === size) {
        yield joined(waiting);
        waiting = [];
        length = 0;
      }
    }
  }
  if (length > 0) {
    yield joined(waiting);
  }
}

function joined(parts: readonly Buffer[]): Buffer {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
}
