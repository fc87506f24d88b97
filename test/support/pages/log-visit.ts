import { memoryUploads } from '#test/support/call-logs/memory-uploads.ts';
import { testNow } from '#test/support/take-dependencies.ts';
import type { AllPagesDependencies } from './all-pages.ts';
import { askPage, type SeenPage } from './ask-page.ts';
import { pagesDependencies } from './pages-dependencies.ts';

/** Pages over uploads in memory. */
export function logWorld(over: Partial<AllPagesDependencies> = {}) {
  const world = memoryUploads(() => testNow);
  return { ...world, deps: pagesDependencies({ uploads: world.uploads, ...over }) };
}

/** Opens an upload through the first page; its id. */
export async function openLog(
  deps: AllPagesDependencies,
  form: Readonly<Record<string, string>> = {},
): Promise<string> {
  const token = hiddenIn(await askPage(deps, 'GET /log'))['token'] ?? '';
  const page = await askPage(deps, 'POST /log', { form: { line: '+1 413 555 0142', ...form, token } });
  return /href="\/log\/([0-9A-Z]{26})"/.exec(page.body)?.[1] ?? '';
}

/** The hidden fields of a page, the last of each name. */
export function hiddenIn({ body }: SeenPage): Record<string, string> {
  const fields = [...body.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]));
}

/** The query under which a page of receipts offers them as text. */
export function receiptsQuery({ body }: SeenPage): string {
  return /receipts\.txt\?([^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
}

/** Rows of a list with whether they are ticked. */
export function ticksIn({ body }: SeenPage): ReadonlyMap<number, boolean> {
  const boxes = [...body.matchAll(/<input type="checkbox" id="row-(\d+)" name="row" value="\d+"( checked)?>/g)];
  return new Map(boxes.map(([, row, checked]) => [Number(row), checked !== undefined]));
}

/** Sends the form of a list with these ticks, by the button that goes there. */
export function sendList(
  deps: AllPagesDependencies,
  id: string,
  page: SeenPage,
  go: string,
  ticked: Iterable<number> = [...ticksIn(page)].filter(([, is]) => is).map(([row]) => row),
): Promise<SeenPage> {
  const form = [...Object.entries(hiddenIn(page)), ...[...ticked].map((row): [string, string] => ['row', String(row)])];
  return askPage(deps, 'POST /log/{id}', { parameters: { id }, form: [...form, ['go', go]] });
}

/** Follows a redirect as a browser does: the same form again for 307, else the address alone. */
export async function follow(
  deps: AllPagesDependencies,
  answer: SeenPage,
  form: Readonly<Record<string, string>> = {},
): Promise<SeenPage> {
  const { pathname, search } = new URL(answer.headers['location'] ?? '/', 'https://test.example');
  const [, , id = '', page = ''] = pathname.split('/');
  const route = `${answer.status === 307 ? 'POST' : 'GET'} /log/{id}${page === '' ? '' : `/${page}`}`;
  const next = await askPage(deps, route, {
    parameters: { id },
    query: search.slice(1),
    ...(answer.status === 307 ? { form } : {}),
  });
  return next.status === 303 || next.status === 307 ? follow(deps, next, form) : next;
}
