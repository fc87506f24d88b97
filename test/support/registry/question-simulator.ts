import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { QuestionForm } from '#shared/registry/questions/forms.ts';

export interface QuestionSimulator {
  readonly url: string;
  /** Numbers that were asked so far, as they were written. */
  readonly asked: readonly string[];
  /** Batches are answered from now on. */
  finishJobs(): void;
  /** What it answers instead, until it is told null. */
  answerWith(instead: { readonly status: number; readonly body: string } | null): void;
  stop(): Promise<void>;
}

/**
 * A registry that is asked, on this machine: one column of numbers in, limits as published, the answer as this program
 * assumes it (docs/registry-questions.md). `registered` tells for a number as written Y or N for each kind.
 */
export async function startQuestionSimulator(
  form: QuestionForm,
  registered: (number: string) => readonly ('Y' | 'N')[],
  token = 'of-the-simulator',
): Promise<QuestionSimulator> {
  const asked: string[] = [];
  const jobs = new Map<string, readonly string[]>();
  let done = false;
  let instead: { readonly status: number; readonly body: string } | null = null;
  const shape = new RegExp(`^${form.trunk}${form.national.source.slice(1)}`);
  const csv = (numbers: readonly string[]) =>
    numbers.map((number) => [number, ...registered(number)].join(',')).join('\r\n');

  const answer = (method: string, path: string, body: string): readonly [status: number, body: string] => {
    const numbers = body.split('\n').filter((line) => line !== '');
    if (method === 'GET') {
      const job = jobs.get(path.replace('/washing/', ''));
      return job === undefined ? [404, ''] : done ? [200, csv(job)] : [202, ''];
    }
    if (!numbers.every((number) => shape.test(number))) {
      return [422, ''];
    }
    asked.push(...numbers);
    if (path === '/lookup') {
      return numbers.length > form.mostAtOnce ? [422, ''] : [200, csv(numbers)];
    }
    const job = `job-${jobs.size + 1}`;
    jobs.set(job, numbers);
    return [202, `${job}\n`];
  };

  const server = createServer(async (request, response) => {
    const body = await text(request);
    const [status, content] =
      request.headers.authorization === `Bearer ${token}`
        ? instead === null
          ? answer(request.method ?? '', request.url ?? '', body)
          : [instead.status, instead.body]
        : [401, ''];
    response.writeHead(status, { 'content-type': 'text/csv', 'x-reference': 'ref-1' }).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    finishJobs: () => {
      done = true;
    },
    answerWith: (next) => {
      instead = next;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
