/** S3 takes parts from 5 MiB, the engine requests up to 11. */
const PART_BYTES = 8 * 1024 * 1024;

export type WrittenObject =
  | { readonly kind: 'written'; readonly etag: string; readonly bytes: number }
  | { readonly kind: 'too_small' | 'too_large' };

interface Limits {
  readonly fewestBytes: number;
  readonly mostBytes: number;
}

async function call(url: string, method: string, body?: Uint8Array | string): Promise<Response> {
  const response = await fetch(url, {
    method,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : Buffer.from(body) }),
    headers: { 'content-type': 'binary/octet-stream' },
  });
  if (!response.ok) {
    throw new Error(`the object engine answered ${response.status}`);
  }
  return response;
}

async function* inParts(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; ) {
      const piece = chunk.subarray(at, at + PART_BYTES - bytes);
      // A copy: what is waiting must not hold on to the pieces of the network.
      waiting.push(Buffer.from(piece));
      bytes += piece.length;
      at += piece.length;
      if (bytes === PART_BYTES) {
        yield Buffer.concat(waiting);
        [waiting, bytes] = [[], 0];
      }
    }
  }
  if (bytes > 0) {
    yield Buffer.concat(waiting);
  }
}

/** Writes an object of any size to the engine, which takes 11 MB at once; `url` is the object's. */
export async function writeObject(url: string, chunks: AsyncIterable<Buffer>, limits: Limits): Promise<WrittenObject> {
  let bytes = 0;
  const parts: { readonly number: number; readonly etag: string }[] = [];
  let first: Buffer | undefined;
  let uploadId: string | undefined;
  const send = async (part: Buffer): Promise<void> => {
    uploadId ??= /<UploadId>([^<]+)</.exec(await (await call(`${url}?uploads`, 'POST')).text())?.[1] ?? '';
    const number = parts.length + 1;
    const { headers } = await call(`${url}?partNumber=${number}&uploadId=${uploadId}`, 'PUT', part);
    parts.push({ number, etag: headers.get('etag') ?? '' });
  };
  const abort = async (): Promise<void> => {
    if (uploadId !== undefined) {
      await call(`${url}?uploadId=${uploadId}`, 'DELETE');
    }
  };
  try {
    for await (const part of inParts(chunks)) {
      bytes += part.length;
      if (bytes > limits.mostBytes) {
        await abort();
        return { kind: 'too_large' };
      }
      if (first === undefined) {
        first = part;
      } else {
        if (parts.length === 0) {
          await send(first);
        }
        await send(part);
      }
    }
    if (bytes < limits.fewestBytes) {
      return { kind: 'too_small' };
    }
    if (parts.length === 0) {
      const { headers } = await call(url, 'PUT', first ?? Buffer.alloc(0));
      return { kind: 'written', etag: headers.get('etag') ?? '', bytes };
    }
    const list = parts.map(({ number, etag }) => `<Part><PartNumber>${number}</PartNumber><ETag>${etag}</ETag></Part>`);
    const done = await call(
      `${url}?uploadId=${uploadId}`,
      'POST',
      `<CompleteMultipartUpload>${list.join('')}</CompleteMultipartUpload>`,
    );
    const etag = /<ETag>([^<]+)</.exec(await done.text())?.[1]?.replaceAll('&quot;', '"') ?? '';
    return { kind: 'written', etag, bytes };
  } catch (error) {
    await abort().catch(() => {});
    throw error;
  }
}
