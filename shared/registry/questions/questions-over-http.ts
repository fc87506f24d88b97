import { type QuestionForm, writeQuestion } from './forms.ts';
import { RegistryFault, type RegistryQuestions } from './ports.ts';
import { readAnswers } from './read-answers.ts';

export interface QuestionPlace {
  /** https, or this machine; without query. */
  readonly url: string;
  readonly token: string | null;
  readonly fetch?: typeof globalThis.fetch;
}

const patience = 30_000;
/** A million answers of 20 bytes. */
const mostBytes = 20_000_000;
const jobShape = /^[\w.-]{1,100}$/;

interface Said {
  readonly status: number;
  readonly text: string;
  readonly reference: string | null;
}

/**
 * `POST /lookup` answers at once, `POST /washing` answers 202 with the name of a job as text, `GET /washing/{job}` answers 202
 * until it is done. Only the column of numbers is published of this; see `assumption` of the form.
 */
export function questionsOverHttp(form: QuestionForm, place: QuestionPlace): RegistryQuestions {
  const call = async (path: string, question: string | null): Promise<Said> => {
    const { fetch = globalThis.fetch, token } = place;
    try {
      const response = await fetch(`${place.url.replace(/\/$/, '')}${path}`, {
        method: question === null ? 'GET' : 'POST',
        headers: {
          accept: 'text/csv, text/plain',
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          ...(question === null ? {} : { 'content-type': 'text/csv; charset=utf-8' }),
        },
        body: question,
        redirect: 'error',
        signal: AbortSignal.timeout(patience),
      });
      const reference = response.headers.get('x-reference');
      return {
        status: response.status,
        text: await limitedText(response),
        reference: reference !== null && jobShape.test(reference) ? reference : null,
      };
    } catch (error) {
      throw error instanceof RegistryFault
        ? error
        : new RegistryFault(`${form.registry} cannot be reached at the address given.`, { cause: error });
    }
  };
  const answered = ({ text, reference }: Said, e164s: readonly string[], count = e164s.length) =>
    ({ kind: 'answered', answers: readAnswers(form, text, e164s, count), reference }) as const;

  return {
    async ask(e164s) {
      if (e164s.length > form.mostAtOnce) {
        throw new RangeError(`${form.registry} answers at most ${form.mostAtOnce} numbers at once`);
      }
      const said = await call('/lookup', writeQuestion(form, e164s));
      return refusalOf(said) ?? answered(expect(said, 200, form), e164s);
    },
    async submit(e164s) {
      const said = await call('/washing', writeQuestion(form, e164s));
      const refused = refusalOf(said);
      if (refused !== null) {
        return refused;
      }
      const job = expect(said, 202, form).text.trim();
      if (!jobShape.test(job)) {
        throw new RegistryFault(`${form.registry} took the numbers but named no job.`);
      }
      return { kind: 'submitted', job };
    },
    async result(job, count, e164s) {
      if (!jobShape.test(job)) {
        return { kind: 'refused', message: 'This is not the name of a job.' };
      }
      const said = await call(`/washing/${job}`, null);
      if (said.status === 202) {
        return { kind: 'pending' };
      }
      return refusalOf(said) ?? answered({ ...expect(said, 200, form), reference: job }, e164s, count);
    },
  };
}

/** What the registry will not do, and asking again would not help. */
function refusalOf({ status }: Said): { readonly kind: 'refused'; readonly message: string } | null {
  switch (status) {
    case 401:
    case 403:
      return { kind: 'refused', message: 'The registry does not accept the account.' };
    case 402:
    case 429:
      return { kind: 'refused', message: 'The registry says that the account has no questions left.' };
    case 404:
      return { kind: 'refused', message: 'The registry does not know this job.' };
    case 400:
    case 413:
    case 422:
      return { kind: 'refused', message: 'The registry does not take these numbers.' };
    default:
      return null;
  }
}

function expect(said: Said, status: number, { registry }: QuestionForm): Said {
  if (said.status !== status) {
    throw new RegistryFault(`${registry} answered ${said.status}.`);
  }
  return said;
}

async function limitedText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > mostBytes) {
      throw new RegistryFault(`The answer has more than ${mostBytes} bytes.`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
