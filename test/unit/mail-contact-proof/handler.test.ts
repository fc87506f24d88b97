import { expect, test } from 'vitest';
import { createHandler } from '#functions/mail-contact-proof/handler.ts';
import { MailNotSent, type ProofLetter } from '#shared/report/contact-proof/ports.ts';
import type { Log } from '#shared/runtime/log.ts';
import { fakeProofCounters } from '#test/support/contact-proof/fake-counters.ts';
import { ProofWorld, proofHash } from '#test/support/contact-proof/proof-world.ts';

function mailing(world: ProofWorld) {
  const lines: string[] = [];
  const mails: ProofLetter[] = [];
  const log: Log = {
    info: (event, fields) => void lines.push(JSON.stringify({ event, ...fields })),
    warn: (event, fields) => void lines.push(JSON.stringify({ event, ...fields })),
    error: (event, error, fields) =>
      void lines.push(JSON.stringify({ event, error: error instanceof Error ? error.name : '', ...fields })),
  };
  const handler = createHandler({
    reports: world.deps.reports,
    counters: fakeProofCounters(),
    mail: {
      send: async (letter) => {
        if (world.fault !== null) {
          throw world.fault;
        }
        mails.push(letter);
      },
    },
    hash: proofHash,
    clock: world.deps.clock,
    publicUrl: 'https://report.example.org',
    log,
  });
  const deliver = (...bodies: string[]) =>
    handler({ Records: bodies.map((body, index) => ({ messageId: `message ${index}`, body, receiptHandle: 'r' })) });
  return { deliver, lines, mails };
}

const errand = (reportId: string) =>
  JSON.stringify({ reportId, purpose: 'contact_proof', later: 'a field of a later release' });

test('each message is mailed by itself: what is failed comes again, and the rest does not', async () => {
  const world = new ProofWorld();
  const id = await world.take();
  const { deliver, mails, lines } = mailing(world);
  const answer = await deliver(
    'not JSON',
    errand(id),
    errand('no id'),
    JSON.stringify({ reportId: id, purpose: 'other' }),
  );
  expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual([
    'message 0',
    'message 2',
    'message 3',
  ]);
  expect(mails.map(({ to }) => to)).toEqual(['sam@example.com']);
  expect(lines.join()).not.toContain('sam@');
});

test('a mail that SES takes later stays on the queue, one that it may have taken does not', async () => {
  const world = new ProofWorld();
  const id = await world.take();
  const { deliver, mails, lines } = mailing(world);
  world.fault = new MailNotSent('SendingPausedException', 'not_now');
  expect((await deliver(errand(id))).batchItemFailures).toHaveLength(1);
  world.fault = new MailNotSent('timeout', 'unsure');
  expect((await deliver(errand(id))).batchItemFailures).toEqual([]);
  expect(lines.at(-1)).toContain('"event":"contact_proof_mail_lost"');
  world.fault = null;
  await deliver(errand(id));
  expect(mails).toEqual([]);
  expect(lines.at(-1)).toContain('"outcome":"mailed_before"');
});

test('a report that is gone, or proven meanwhile, is no fault', async () => {
  const world = new ProofWorld();
  const id = await world.take();
  await world.confirm(await world.link(id));
  const { deliver, mails } = mailing(world);
  expect((await deliver(errand('0'.repeat(32)), errand(id))).batchItemFailures).toEqual([]);
  expect(mails).toEqual([]);
});
