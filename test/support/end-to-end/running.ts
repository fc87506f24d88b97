import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { localDeployment } from '#infra/cli/deployment.ts';
import { type Directory, localAnswerSchema } from '#infra/cli/directory.ts';
import { type ReportView, reportViewSchema } from '#shared/report/report-view-schema.ts';

/** A local run as a program outside sees it: its address, its key and `/_local`. */
export interface Running {
  readonly url: string;
  readonly key: string;
  readonly directory: Directory;
  readonly sqs: SQSClient;
}

export async function running(url: string, key: string): Promise<Running> {
  const { directory, endpoints, region } = localAnswerSchema.parse(await (await fetch(`${url}/_local`)).json());
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return { url, key, directory, sqs: new SQSClient({ endpoint: endpoints.sqs, region, credentials }) };
}

export const deploymentOf = ({ url }: Running) => localDeployment(url);

export async function postReport(
  { url }: Running,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ readonly status: number; readonly view: ReportView }> {
  const response = await fetch(`${url}/v1/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, view: reportViewSchema.strict().parse(await response.json()) };
}

export async function follow({ url }: Running, receipt: string): Promise<ReportView> {
  const response = await fetch(`${url}/v1/reports/${receipt}`);
  return reportViewSchema.strict().parse(await response.json());
}

/** Asks the regulator's side. */
export async function ask(
  { url, key }: Running,
  path: string,
  init: { readonly method?: string; readonly body?: unknown; readonly headers?: Record<string, string> } = {},
): Promise<Response> {
  return fetch(`${url}${path}`, {
    method: init.method ?? 'GET',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...init.headers },
    ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
  });
}

/** Looks again until the condition holds; fails with what was seen last. */
export async function eventually<T>(look: () => Promise<T>, holds: (seen: T) => boolean, seconds = 30): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const seen = await look();
    if (holds(seen)) {
      return seen;
    }
    if (Date.now() > deadline) {
      throw new Error(`not within ${seconds} s; last seen: ${JSON.stringify(seen)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export const pointerSchema = z.strictObject({
  id: z.string(),
  version: z.number(),
  event: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  href: z.string(),
});

export const complaintCall = {
  kind: 'call',
  sender: '(202) 555-0143',
  line: '+1 413 555 0142',
  occurredAt: '2026-11-20T20:41:00-05:00',
  timeZone: 'America/New_York',
  purpose: 'sale',
  recorded: true,
  relationship: 'none',
  registeredSince: '2019-03-01',
  complain: true,
  complainant: {
    name: 'Sam Doe',
    email: 'sam@example.com',
    postalAddress: '1 Example Street, Springfield, MA 01101',
    region: 'MA',
    consent: true,
  },
};
