import { evaluate } from '#shared/law/evaluate.ts';
import { complaintRegulators, regulators } from '#shared/law/rulebooks.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { powertoolsLog } from '#shared/runtime/powertools-log.ts';
import { composeContactProof } from '#shared/storage/compose-contact-proof.ts';
import { composeIntake } from '#shared/storage/compose-intake.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { originSecret } from '#shared/storage/origin-secret.ts';
import { readSecret } from '#shared/storage/secret-store.ts';
import type { ComplaintPagesDependencies } from './dependencies.ts';
import type { env } from './env.ts';

export async function compose(environment: typeof env): Promise<ComplaintPagesDependencies> {
  const client = documentClient();
  const log = powertoolsLog();
  const secret = await readSecret(environment.MASTER_SECRET_ARN);
  const intake = composeIntake(environment, client, secret);
  return {
    ...intake,
    complaintHash: keyedHash(secret, 'complaint'),
    formHash: keyedHash(secret, 'form'),
    law: { evaluate, complaintRegulators },
    regulators: regulators(),
    requireContactProof: environment.REQUIRE_CONTACT_PROOF,
    proofs: composeContactProof(environment, client, secret, intake, log),
    queueRegulators: new Set(environment.REGULATORS.filter(({ takesFromQueue }) => takesFromQueue).map(({ id }) => id)),
    log,
    ...originSecret(environment.ORIGIN_SECRET_ARN),
  };
}
