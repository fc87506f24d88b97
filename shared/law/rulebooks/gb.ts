import type { Citation, Clause, WholeNumber } from '../condition.ts';
import type { Rulebook } from '../rulebook.ts';

/*
 * United Kingdom: the registry rule alone, which is what held lists decide. No regulator yet: a finding is shown and
 * drafts no complaint. UK-CLI, UK-AUTO, UK-SMS and UK-STOP are left out.
 */

const objection: Citation = {
  section: 'PECR reg. 21',
  paragraph: { text: '(1)(b), (3)', mark: 'verified' },
  mark: 'verified',
};

const listed: WholeNumber = { value: 28, citation: [objection], mark: 'verified' };
const atOnce: WholeNumber = { value: 0, citation: [objection], mark: 'unverified' };
const sale: Clause[] = [{ test: 'purpose', is: ['sale'] }];

export const unitedKingdom: Rulebook = {
  id: 'gb',
  name: 'United Kingdom',
  covers: { country: 'GB', region: null },
  rules: [
    {
      // Of live calls: recorded ones need consent beforehand, whether the line is listed or not.
      id: 'UK-TPS',
      kinds: ['call'],
      when: [
        { test: 'personalLine' },
        { test: 'live' },
        { test: 'registered', sources: [{ registry: 'uk-tps', counts: 'from', atLeast: listed, atMost: listed }] },
      ],
      about: sale,
      exemptions: ['UK-EX-CONSENT'],
      informational: false,
      citation: [objection],
      mark: 'verified',
    },
  ],
  exemptions: [
    {
      id: 'UK-EX-CONSENT',
      when: [
        { test: 'relationship', is: ['permission'] },
        { test: 'noStopRequest', businessDays: atOnce },
      ],
      citation: [objection],
      mark: 'verified',
    },
  ],
  regulators: [],
};
