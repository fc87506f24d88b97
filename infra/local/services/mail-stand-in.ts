import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import * as z from 'zod';
import type { StandInAnswer } from './sms-stand-in.ts';

/** Stands for Amazon SES: keeps each mail as a file instead of sending it. */
export interface MailStandIn {
  /** The answer to `SendEmail`, or to `GET /mail`; undefined to any other request. */
  answer(request: IncomingMessage, body: string): StandInAnswer | undefined;
}

const contentSchema = z.object({ Data: z.string() });
const sendSchema = z.object({
  FromEmailAddress: z.string(),
  Destination: z.object({ ToAddresses: z.array(z.string()).length(1) }),
  Content: z.object({
    Simple: z.object({
      Subject: contentSchema,
      Body: z.object({ Text: contentSchema }),
      Headers: z.array(z.object({ Name: z.string(), Value: z.string() })).default([]),
    }),
  }),
});

const lineBreak = /[\r\n]/;

/** RFC 2047 for what is not ASCII. */
function header(name: string, value: string): string {
  if (lineBreak.test(name) || lineBreak.test(value)) {
    throw new Error(`the header ${JSON.stringify(name)} is not one line`);
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what it looks for.
  return `${name}: ${/^[\u0000-\u007f]*$/.test(value) ? value : `=?utf-8?B?${Buffer.from(value).toString('base64')}?=`}`;
}

/** Mails go into `folder`, which nobody else may read; what is printed is a path, as output is often kept. */
export function createMailStandIn(folder: string, print: (line: string) => void, now = () => new Date()): MailStandIn {
  const sent: string[] = [];
  const keep = (body: string): string => {
    const { FromEmailAddress: from, Destination, Content } = sendSchema.parse(JSON.parse(body));
    const { Subject, Body, Headers } = Content.Simple;
    const id = randomUUID();
    const at = now();
    const lines = [
      header('From', from),
      header('To', Destination.ToAddresses[0] ?? ''),
      header('Subject', Subject.Data),
      header('Date', at.toUTCString().replace('GMT', '+0000')),
      header('Message-ID', `<${id}@local.example>`),
      ...Headers.map(({ Name, Value }) => header(Name, Value)),
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: 8bit',
      '',
      Body.Text.Data.replaceAll(/\r?\n/g, '\r\n'),
    ];
    const path = join(folder, `${at.toISOString().replaceAll(':', '-')}-${id.slice(0, 8)}.eml`);
    writeFileSync(path, lines.join('\r\n'), { mode: 0o600 });
    sent.push(path);
    print(`mail: ${path}`);
    return id;
  };
  return {
    answer: ({ method, url }, body) => {
      if (method === 'GET' && url === '/mail') {
        return { status: 200, body: { sent: [...sent] } };
      }
      if (method !== 'POST' || url !== '/v2/email/outbound-emails') {
        return undefined;
      }
      return { status: 200, body: { MessageId: keep(body) } };
    },
  };
}
