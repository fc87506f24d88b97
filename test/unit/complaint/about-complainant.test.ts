import { expect, test } from 'vitest';
import { en } from '#shared/law/messages/en.ts';
import { enAboutComplainant } from '#shared/law/messages/en-about-complainant.ts';

const times = [{ zone: 'America/New_York', clock: 74_460_000 }];
const hours = { opens: 28_800_000, closes: 72_000_000 };
const anything = {
  about: 'call',
  kind: 'call',
  purpose: 'sale',
  relationship: 'none',
  from: null,
  until: '2026-01-01',
  on: '2026-10-01',
  months: 18,
  date: '2026-11-20',
  businessDays: 10,
  times,
  hours,
  registry: 'us-national',
  since: '2019-03-01',
  atLatest: false,
  source: 'statement',
  days: 31,
  carriedOver: true,
  asOf: '2026-11-01',
  stated: '2019-03-01',
  noLaterThan: '2019-03-01',
  earliest: '2019-03-01',
  latest: '2019-06-01',
  dates: ['2026-10-01'],
  rules: ['MA-DNC'],
  exemption: 'MA-EX-POLL',
} as const;

const sentences = Object.keys(en).filter((name) => !name.startsWith('ask'));

// Each message takes a part of the parameters above; the whole fits them all.
const said = (messages: object, name: string): string =>
  String(Reflect.apply(Reflect.get(messages, name), undefined, [anything]));

test.each(sentences)('%s speaks of the complainant, not to them', (name) => {
  expect(said(enAboutComplainant, name)).not.toMatch(/\b(you|yours?|we|us)\b/i);
});

test.each(['none', 'customer', 'inquiry', 'permission', 'debt'] as const)('relationship %s', (relationship) => {
  expect(enAboutComplainant.relationshipIs({ relationship })).not.toMatch(/\b(you|yours?|we|us)\b/i);
});
