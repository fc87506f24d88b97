/** A form as S3 reads it: fields up to the file, which ends it. */
export interface UploadedForm {
  readonly fields: ReadonlyMap<string, string>;
  /** The name on the sender's machine. */
  readonly fileName: string;
  readonly file: AsyncGenerator<Buffer>;
}

/** The body is no form with a file in it. */
export class MalformedForm extends Error {
  override readonly name = 'MalformedForm';
}

const MOST_HEADER_BYTES = 4096;
/** S3's limit for all that is not the file. */
const MOST_FIELD_BYTES = 20 * 1024;

interface Input {
  /** Bytes in front of the mark, which is stepped over; throws if it does not come within so many. */
  until(mark: Buffer, most: number): Promise<Buffer>;
  /** The same, handed on as they come. */
  streamUntil(mark: Buffer): AsyncGenerator<Buffer>;
}

function inputOf(body: AsyncIterable<Uint8Array>): Input {
  const chunks = body[Symbol.asyncIterator]();
  let waiting: Buffer = Buffer.alloc(0);

  const more = async (): Promise<void> => {
    const next = await chunks.next();
    if (next.done === true) {
      throw new MalformedForm('the form breaks off');
    }
    waiting = waiting.length === 0 ? Buffer.from(next.value) : Buffer.concat([waiting, next.value]);
  };

  return {
    async until(mark, most) {
      for (;;) {
        const at = waiting.indexOf(mark);
        if (at > most || (at < 0 && waiting.length > most + mark.length)) {
          throw new MalformedForm('a part of the form is too long');
        }
        if (at >= 0) {
          const found = waiting.subarray(0, at);
          waiting = waiting.subarray(at + mark.length);
          return found;
        }
        await more();
      }
    },
    async *streamUntil(mark) {
      for (;;) {
        const at = waiting.indexOf(mark);
        const sure = at < 0 ? waiting.length - mark.length + 1 : at;
        if (sure > 0) {
          yield waiting.subarray(0, sure);
          waiting = waiting.subarray(sure);
        }
        if (at >= 0) {
          return;
        }
        await more();
      }
    },
  };
}

/** Reads the fields of a form (RFC 7578) and stops where the file begins, however long that is. */
export async function readUploadedForm(body: AsyncIterable<Uint8Array>, boundary: string): Promise<UploadedForm> {
  const input = inputOf(body);
  const end = Buffer.from(`\r\n--${boundary}`);
  const fields = new Map<string, string>();
  let left = MOST_FIELD_BYTES;
  await input.until(Buffer.from(`--${boundary}`), MOST_HEADER_BYTES);
  for (;;) {
    // After a boundary comes a line break, or two hyphens behind the last part: a form without a file.
    const tail = await input.until(Buffer.from('\r\n'), MOST_HEADER_BYTES);
    if (tail.toString('latin1').startsWith('--')) {
      throw new MalformedForm('the form has no file');
    }
    const headers = (await input.until(Buffer.from('\r\n\r\n'), MOST_HEADER_BYTES)).toString('utf8');
    const name = /[;\s]name="([^"\r\n]*)"/i.exec(headers)?.[1] ?? '';
    if (name === 'file') {
      const fileName = /[;\s]filename="([^"\r\n]*)"/i.exec(headers)?.[1] ?? '';
      return { fields, fileName, file: input.streamUntil(end) };
    }
    const value = await input.until(end, left);
    left -= value.length;
    fields.set(name, value.toString('utf8'));
  }
}
