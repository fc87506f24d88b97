import { expect, test } from 'vitest';
import { toOffender } from '#shared/export/offender.ts';
import { createIdentity } from '#shared/report/identity.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { decideDispute } from '#shared/subject/disputes/decide-dispute.ts';
import type { ListingMarks } from '#shared/subject/disputes/dispute.ts';
import { disputeId, fileDispute } from '#shared/subject/disputes/file-dispute.ts';
import { aSubject } from '#test/support/export/offender-builders.ts';
import { fakeDisputes } from '#test/support/fake-disputes.ts';

const clock = () => new Date('2026-11-21T12:00:00Z');
const hash = keyedHash('a secret for tests', 'dispute');
const reference = 'K7Q29MZD4TWX81CB';
const id = disputeId(hash, reference);

function world() {
  const { store } = fakeDisputes(clock);
  const marked: string[] = [];
  const marks: ListingMarks = {
    markDisputed: async (subjectId, disputed) => {
      marked.push(`${subjectId} ${disputed}`);
    },
  };
  const deps = {
    disputes: store,
    subjectOf: createIdentity('a secret for tests').subject,
    referenceHash: hash,
    country: 'US',
    clock,
    retentionDays: 365,
  };
  const file = (over: object = {}) =>
    fileDispute(
      {
        sender: '(202) 555-0143',
        ground: 'forged',
        statement: 'Mine since 2001.',
        email: 'sam@example.com',
        reference,
        ...over,
      },
      deps,
    );
  const decide = (state: 'accepted' | 'declined') =>
    decideDispute({ id, state, answer: 'We looked into it.' }, { disputes: store, marks, clock });
  return { store, marked, file, decide };
}

test('a dispute changes nothing before somebody decides', async () => {
  const { file, marked, store } = world();
  expect(await file()).toEqual({ kind: 'filed' });
  expect(marked).toEqual([]);
  expect(await store.get(id)).toMatchObject({ state: 'open', sender: { value: '+12025550143' } });
});

test('the same form twice makes one dispute; with other words it is told apart', async () => {
  const { file, store } = world();
  await file();
  expect(await file()).toEqual({ kind: 'filed' });
  expect(await file({ statement: 'Something else.' })).toEqual({ kind: 'key_reused' });
  expect(await Array.fromAsync(store.all())).toHaveLength(1);
});

test.each([
  ['withheld', 'no_sender'],
  ['12', 'not_a_number'],
  ['911', 'emergency_number'],
])('%s cannot be contested: %s', async (sender, reason) => {
  const outcome = await world().file({ sender });
  expect(outcome.kind).toBe('refused');
  expect(outcome).toHaveProperty('reason', expect.stringMatching(reason === 'not_a_number' ? /./ : reason));
});

test('an accepted dispute marks the listing, and is decided once', async () => {
  const { file, decide, marked, store } = world();
  await file();
  expect(await decide('accepted')).toEqual({ kind: 'decided' });
  expect(marked).toHaveLength(1);
  expect(await store.get(id)).toMatchObject({ state: 'accepted', answer: 'We looked into it.' });
  expect(await decide('declined')).toEqual({ kind: 'already_decided', state: 'accepted' });
});

test('a declined one leaves the listing alone', async () => {
  const { file, decide, marked } = world();
  await file();
  expect(await decide('declined')).toEqual({ kind: 'decided' });
  expect(marked).toEqual([]);
});

test('accepted and declined at once: one of them holds, and the mark with it', async () => {
  const { file, decide, marked, store } = world();
  await file();
  const outcomes = await Promise.all([decide('accepted'), decide('declined')]);
  const { state } = (await store.get(id)) ?? expect.fail('no dispute');
  expect(outcomes).toContainEqual({ kind: 'decided' });
  expect(outcomes).toContainEqual({ kind: 'already_decided', state });
  expect(marked.at(-1)?.endsWith('true') ?? false).toBe(state === 'accepted');
});

test('an unknown dispute', async () => {
  expect(await world().decide('accepted')).toEqual({ kind: 'unknown' });
});

test('what regulators get says disputed', () => {
  expect(toOffender(aSubject())?.status).toBe('alleged');
  expect(toOffender(aSubject({ disputed: true }))?.status).toBe('disputed');
});
