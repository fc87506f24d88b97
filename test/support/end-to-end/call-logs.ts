import * as z from 'zod';
import { postFile } from '#test/support/call-logs/upload-place.ts';
import { eventually, type Running } from './running.ts';

const offeredSchema = z.object({
  row: z.number(),
  direction: z.string(),
  contact: z.boolean(),
  report: z.record(z.string(), z.unknown()),
});

/** The answer of `POST /v1/call-logs` and `GET /v1/call-logs/{id}`. */
export const callLogPageSchema = z.strictObject({
  format: z.string(),
  rows: z.number(),
  calls: z.array(offeredSchema),
  skipped: z.array(z.object({ row: z.number(), reason: z.string() })),
  cursor: z.string().nullable(),
  mapping: z.unknown(),
  complete: z.boolean(),
  timeZoneNeeded: z.boolean(),
});
const formSchema = z.strictObject({ id: z.string(), url: z.string(), fields: z.record(z.string(), z.string()) });
const batchSchema = z.array(z.object({ status: z.number() }));

/** SMS Backup & Restore: the last is outgoing, the one before from a contact. */
export function phoneLog(count: number): string {
  const calls = Array.from({ length: count }, (_, index) => {
    const [type, contact] = index === count - 1 ? ['2', '(Unknown)'] : ['1', index === count - 2 ? 'Ann' : '(Unknown)'];
    const number = `+1202555${String(100 + (index % 100)).padStart(4, '0')}`;
    return `<call number="${number}" duration="${index % 60}" date="${1795168801000 - index * 61_000}" type="${type}" presentation="1" subscription_id="1" post_dial_digits="" subscription_component_name="null" contact_name="${contact}" />`;
  });
  return `<?xml version='1.0' encoding='UTF-8' ?>\n<calls count="${count}">\n${calls.join('\n')}\n</calls>`;
}

export async function openUpload({ url }: Running, query = ''): Promise<z.infer<typeof formSchema>> {
  const response = await fetch(`${url}/v1/call-logs/uploads${query}`, { method: 'POST' });
  if (response.status !== 201) {
    throw new Error(`no upload: ${response.status} ${await response.text()}`);
  }
  return formSchema.parse(await response.json());
}

/** Uploads a file as a form would and waits until it is read: the answer to the first page, whatever it is. */
export async function uploadLog(
  here: Running,
  file: Blob | string,
  query = '',
): Promise<{ id: string; answer: Response }> {
  const form = await openUpload(here, query);
  const stored = await postFile(form, file);
  if (stored.status !== 204) {
    throw new Error(`not stored: ${stored.status} ${await stored.text()}`);
  }
  const answer = await eventually(
    () => fetch(`${here.url}/v1/call-logs/${form.id}`),
    ({ status }) => status !== 202,
    60,
  );
  return { id: form.id, answer };
}

/** Posts reports as they were offered; the status of each. */
export async function postBatch({ url }: Running, reports: readonly unknown[]): Promise<number[]> {
  const response = await fetch(`${url}/v1/reports/batch`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(reports),
  });
  return batchSchema.parse(await response.json()).map(({ status }) => status);
}
