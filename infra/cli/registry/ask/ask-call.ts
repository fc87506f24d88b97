import { parseArgs } from 'node:util';

export const askUsage = `usage: registry ask REGISTRY NUMBER… | --file FILE --url URL --account ID
         [--token-file FILE]       what the address wants as bearer token
         [--job JOB]               fetch the answers to a batch, with the same numbers
         [--most-a-year N]         questions that the account may ask; else those that are free
         [--most-a-day N]          no more of them on one day`;

export interface AskCall {
  readonly registry: string;
  readonly numbers: readonly string[];
  readonly file: string | undefined;
  readonly url: string;
  readonly account: string;
  readonly tokenFile: string | undefined;
  readonly job: string | undefined;
  readonly mostAYear: number | undefined;
  readonly mostADay: number | undefined;
}

/** Null for a call that is not one. */
export function readAskCall(args: readonly string[]): AskCall | null {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        file: { type: 'string' },
        url: { type: 'string' },
        account: { type: 'string' },
        'token-file': { type: 'string' },
        job: { type: 'string' },
        'most-a-year': { type: 'string' },
        'most-a-day': { type: 'string' },
      },
    });
    const [registry, ...numbers] = positionals;
    const { file, url = '', account = '', job } = values;
    const [perYear, perDay] = [values['most-a-year'], values['most-a-day']];
    const isWrong =
      (numbers.length === 0) === (file === undefined) ||
      !isSafePlace(url) ||
      !/^[\w.:-]{1,64}$/.test(account) ||
      [perYear, perDay].some((most) => most !== undefined && !/^\d{1,9}$/.test(most));
    return registry === undefined || isWrong
      ? null
      : {
          registry,
          numbers,
          file,
          url,
          account,
          tokenFile: values['token-file'],
          job,
          mostAYear: perYear === undefined ? undefined : Number(perYear),
          mostADay: perDay === undefined ? undefined : Number(perDay),
        };
  } catch {
    return null;
  }
}

/** Numbers and token travel encrypted, or not beyond this machine. */
function isSafePlace(url: string): boolean {
  const parsed = URL.parse(url);
  return (
    parsed !== null &&
    (parsed.protocol === 'https:' ||
      (parsed.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(parsed.hostname)))
  );
}
