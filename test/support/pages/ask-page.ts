import { httpEvent } from '#test/support/http-event.ts';
import { type AllPagesDependencies, createPagesHandler } from './all-pages.ts';

export interface SeenPage {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Asked {
  readonly parameters?: Record<string, string>;
  readonly query?: string;
  readonly headers?: Record<string, string>;
  /** Sends a form; as pairs, where a name comes more than once. */
  readonly form?: Readonly<Record<string, string>> | readonly (readonly [string, string])[];
}

/** A browser without scripts, as far as one request goes. */
export async function askPage(deps: AllPagesDependencies, route: string, asked: Asked = {}): Promise<SeenPage> {
  const { form, headers, ...rest } = asked;
  const result = await createPagesHandler(deps)(
    httpEvent({
      route,
      ...rest,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        host: 'test.example',
        ...headers,
      },
      ...(form === undefined ? {} : { body: Buffer.from(new URLSearchParams(pairsOf(form)).toString()) }),
    }),
  );
  const shown = Object.entries(result.headers ?? {}).map(([name, value]): [string, string] => [name, String(value)]);
  return { status: result.statusCode ?? 0, headers: Object.fromEntries(shown), body: result.body ?? '' };
}

const pairsOf = (form: NonNullable<Asked['form']>): [string, string][] =>
  (Array.isArray(form) ? form : Object.entries(form)).map(([name, value]) => [name, value]);

/** The token in a page's main form. */
export function tokenIn({ body }: SeenPage): string {
  return /name="token" value="([^"]+)"/.exec(body)?.[1] ?? '';
}

/** The receipt in the address that a page sends the browser to. */
export function receiptIn({ headers }: SeenPage): string {
  return /^\/r\/([^/?]+)/.exec(headers['location'] ?? '')?.[1] ?? '';
}

export const filledCall = {
  sender: '(202) 555-0143',
  date: '2026-11-20',
  time: '20:41',
  line: '+1 413 555 0142',
  purpose: 'sale',
  recorded: 'yes',
  relationship: 'none',
};

/** Reports a call through the form; the receipt. */
export async function reportCall(
  deps: AllPagesDependencies,
  form: Readonly<Record<string, string>> = filledCall,
): Promise<string> {
  const token = tokenIn(await askPage(deps, 'GET /call'));
  return receiptIn(await askPage(deps, 'POST /call', { form: { ...form, token } }));
}
