import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { createIdentity } from '#shared/report/identity.ts';
import { parseReceipt, reportIdOf } from '#shared/report/receipt.ts';
import { systemClock } from '#shared/runtime/clock.ts';
import { silentLog } from '#shared/runtime/log.ts';
import { composeContactProof } from '#shared/storage/compose-contact-proof.ts';
import { createReportStore } from '#shared/storage/report-store.ts';
import { deploymentOf, eventually, type Running } from './running.ts';

/**
 * Asks for the link that proves a complainant's address, reads the one mail that the local run then keeps, and opens the
 * link, by the same use cases as a page. Answers the mail.
 */
export async function proveContact(here: Running, receipt: string, dataFolder: string): Promise<string> {
  const { documentClient: client, directory, masterSecret } = await deploymentOf(here);
  const secret = await masterSecret();
  const proof = composeContactProof(
    {
      CONVERSATIONS_TABLE: directory.tables.Conversations,
      REQUIRE_CONTACT_PROOF: true,
      MAIL: {
        publicUrl: here.url,
        from: 'proof@report.example.org',
        programme: 'Ringfence',
        configurationSet: null,
        perReport: 1,
        perAddress: 1,
        perDay: 1,
      },
      CONTACT_PROOF_QUEUE_URL: directory.contactProof?.url,
    },
    client,
    secret,
    {
      reports: createReportStore(client, directory.tables.Reports, systemClock),
      clock: systemClock,
      retentionDays: directory.settings.reportRetentionDays,
      pause: async () => {},
    },
    silentLog,
    () => here.sqs,
  );
  const id = reportIdOf(createIdentity(secret).receiptId, parseReceipt(receipt) ?? expect.fail('no receipt'));
  expect(await proof.request(id)).toEqual({ kind: 'sent' });
  expect(await proof.request(id)).toEqual({ kind: 'too_many' });
  const folder = join(dataFolder, 'mail');
  const [name = ''] = await eventually(
    async () => readdirSync(folder),
    (files) => files.length === 1,
  );
  const mail = readFileSync(join(folder, name), 'utf8');
  const token = /\/r\/proof\/([\w-]{48})\r\n/.exec(mail)?.[1] ?? expect.fail('no link in the mail');
  expect(mail).toContain(`\r\n${here.url}/r/proof/${token}\r\n`);
  expect(await proof.look(token)).toEqual({ kind: 'open' });
  expect(await proof.confirm(token)).toEqual({ kind: 'confirmed' });
  expect(await proof.confirm(token)).toEqual({ kind: 'already_confirmed' });
  return mail;
}
