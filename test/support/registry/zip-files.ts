import { ZipFile } from 'yazl';

export interface FileToPack {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly compress?: boolean;
}

/** A zip archive in memory. */
export async function zipOf(files: readonly FileToPack[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { name, content, compress = true } of files) {
    zip.addBuffer(Buffer.from(content), name, { compress });
  }
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) {
    parts.push(Buffer.from(part));
  }
  return Buffer.concat(parts);
}
