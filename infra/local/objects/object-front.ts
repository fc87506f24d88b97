import { randomUUID } from 'node:crypto';
import { Agent, createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import { createConditionalErasure } from './conditional-erasure.ts';
import { MalformedForm, readUploadedForm } from './form-data.ts';
import { writeObject } from './object-writer.ts';
import { checkPolicy, type Refusal } from './post-policy.ts';

/** An object that has come. */
export interface CreatedObject {
  readonly bucket: string;
  readonly key: string;
  /** S3's name of what was done. */
  readonly etag?: string;
  readonly reason: 'PutObject' | 'PostObject' | 'CompleteMultipartUpload';
}

interface FrontOptions {
  readonly port: number;
  /** Address of the object engine. */
  readonly engine: string;
  /** Of all functions here: forms are signed with it. */
  readonly secretKey: string;
  readonly onCreated: (object: CreatedObject) => void;
}

interface FormAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

const partsOf = (url: string): { bucket: string; key: string; query: string } => {
  const [path = '', query = ''] = url.split('?', 2);
  const [bucket = '', ...key] = path.slice(1).split('/');
  return { bucket: decodeURIComponent(bucket), key: decodeURIComponent(key.join('/')), query };
};

function refused({ status, code, message }: Pick<Refusal, 'code' | 'message'> & { status: number }): FormAnswer {
  const words = message.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${words}</Message></Error>`;
  // S3 reads no further than it must and closes.
  return { status, headers: { 'content-type': 'application/xml', connection: 'close' }, body };
}

function accepted(fields: ReadonlyMap<string, string>, bucket: string, key: string, etag: string): FormAnswer {
  const redirect = fields.get('success_action_redirect');
  if (redirect !== undefined && URL.canParse(redirect)) {
    const location = new URL(redirect);
    for (const [name, value] of Object.entries({ bucket, key, etag })) {
      location.searchParams.set(name, value);
    }
    return { status: 303, headers: { location: location.href, etag } };
  }
  const asked = fields.get('success_action_status');
  return { status: asked === '200' || asked === '201' ? Number(asked) : 204, headers: { etag } };
}

async function takeForm(request: IncomingMessage, options: FrontOptions): Promise<FormAnswer> {
  const { bucket } = partsOf(request.url ?? '/');
  const boundary = /boundary="?([^";\s]{1,70})"?/i.exec(request.headers['content-type'] ?? '')?.[1] ?? '';
  const form = await readUploadedForm(request, boundary);
  const key = (form.fields.get('key') ?? '').replaceAll(`\${filename}`, form.fileName.split(/[/\\]/).at(-1) ?? '');
  if (key === '') {
    const message = "Bucket POST must contain a field named 'key'.";
    return refused({ status: 400, code: 'InvalidArgument', message });
  }
  const answer = checkPolicy(form.fields, { bucket, secretKey: options.secretKey, now: new Date() });
  if (answer.kind === 'refused') {
    return refused(answer.refusal);
  }
  const url = `${options.engine}/${[bucket, ...key.split('/')].map(encodeURIComponent).join('/')}`;
  const written = await writeObject(url, form.file, answer);
  switch (written.kind) {
    case 'too_large':
      return refused({
        status: 400,
        code: 'EntityTooLarge',
        message: 'Your proposed upload exceeds the maximum allowed size',
      });
    case 'too_small':
      return refused({
        status: 400,
        code: 'EntityTooSmall',
        message: 'Your proposed upload is smaller than the minimum allowed size',
      });
    case 'written':
      options.onCreated({ bucket, key, reason: 'PostObject', etag: written.etag });
      return accepted(form.fields, bucket, key, written.etag);
  }
}

/** What a request creates if it succeeds. */
function creates({ method, url = '/' }: IncomingMessage): CreatedObject | undefined {
  const { bucket, key, query } = partsOf(url);
  const parameters = new URLSearchParams(query);
  if (key === '') {
    return undefined;
  }
  if (method === 'PUT' && !parameters.has('partNumber')) {
    return { bucket, key, reason: 'PutObject' };
  }
  return method === 'POST' && parameters.has('uploadId')
    ? { bucket, key, reason: 'CompleteMultipartUpload' }
    : undefined;
}

/**
 * Stands before the object engine, which checks no form's policy, takes no more than 11 MB, erases whatever the condition, and
 * tells nobody of new objects. Everything but forms and erasures on condition goes through as it is.
 */
export async function startObjectFront(
  options: FrontOptions,
): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const agent = new Agent({ keepAlive: true });
  const erasure = createConditionalErasure();
  /** The object that a request is about, at the engine. */
  const objectOf = ({ url = '/' }: IncomingMessage) => new URL(url.split('?', 1)[0] ?? '/', options.engine).href;

  async function write(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const written = await erasure.begin(objectOf(request));
    if (response.closed) {
      return written();
    }
    response.once('close', written);
    hand(request, response);
  }

  async function erase(request: IncomingMessage, response: ServerResponse, tag: string): Promise<void> {
    const objection = await erasure.erase(objectOf(request), tag);
    const { status, headers, body } = objection === null ? { status: 204, headers: {}, body: '' } : refused(objection);
    response.writeHead(status, { 'x-amz-request-id': randomUUID(), ...headers });
    response.end(body);
  }

  function hand(request: IncomingMessage, response: ServerResponse): void {
    const { method, url, headers } = request;
    const onward = send(new URL(url ?? '/', options.engine), { method, headers, agent }, (answer) => {
      const status = answer.statusCode ?? 502;
      const created = status < 300 ? creates(request) : undefined;
      if (created !== undefined) {
        // Heard first: who wrote may ask at once.
        options.onCreated(created);
      }
      response.writeHead(status, answer.rawHeaders);
      answer.pipe(response);
      answer.once('error', () => response.destroy());
    });
    onward.once('error', () => response.destroy());
    response.once('close', () => onward.destroy());
    request.pipe(onward);
  }

  async function post(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = await takeForm(request, options).catch((error: unknown): FormAnswer => {
      const isForm = error instanceof MalformedForm;
      const message = isForm ? error.message : 'We encountered an internal error.';
      return refused({
        status: isForm ? 400 : 500,
        code: isForm ? 'MalformedPOSTRequest' : 'InternalError',
        message,
      });
    });
    response.writeHead(answer.status, { 'x-amz-request-id': randomUUID(), ...answer.headers });
    response.end(answer.body);
    if (!request.complete) {
      request.resume();
      response.once('finish', () => setTimeout(() => request.destroy(), 1000).unref());
    }
  }

  const server = createServer({ requestTimeout: 0 }, (request, response) => {
    const { 'if-match': tag } = request.headers;
    if (request.method === 'DELETE' && tag !== undefined) {
      erase(request, response, tag).catch(() => response.destroy());
    } else if (creates(request) !== undefined) {
      write(request, response).catch(() => response.destroy());
    } else if (request.method === 'POST' && /^multipart\/form-data/i.test(request.headers['content-type'] ?? '')) {
      post(request, response).catch(() => response.destroy());
    } else {
      hand(request, response);
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : options.port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        agent.destroy();
      }),
  };
}
