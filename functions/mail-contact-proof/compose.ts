import { systemClock } from '#shared/runtime/clock.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { powertoolsLog } from '#shared/runtime/powertools-log.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { createProofCounters } from '#shared/storage/proof-counters.ts';
import { createReportStore } from '#shared/storage/report-store.ts';
import { readSecret } from '#shared/storage/secret-store.ts';
import { createSesMailSender, sesClient } from '#shared/storage/ses-mail-sender.ts';
import type { env } from './env.ts';
import type { MailContactProofDependencies } from './handler.ts';
import { proofMail } from './proof-mail.ts';

export async function compose(environment: typeof env): Promise<MailContactProofDependencies> {
  const { MAIL: mail } = environment;
  if (mail === null) {
    throw new Error('the setting mail.from is not set');
  }
  const client = documentClient();
  return {
    reports: createReportStore(client, environment.REPORTS_TABLE, systemClock),
    counters: createProofCounters(client, environment.CONVERSATIONS_TABLE),
    mail: proofMail(createSesMailSender(sesClient(), mail), mail.programme),
    hash: keyedHash(await readSecret(environment.MASTER_SECRET_ARN), 'contact-proof'),
    clock: systemClock,
    publicUrl: mail.publicUrl,
    log: powertoolsLog(),
  };
}
