import type { Citation, Clause, WholeNumber } from '../condition.ts';
import type { Rulebook } from '../rulebook.ts';

/*
 * Canada: the registry rule alone, which is what held lists decide. No regulator yet: a finding is shown and drafts no
 * complaint. CA-HOURS is left out, and the exemption of newspapers: no report field tells them.
 */

const site: Citation = { section: 'lnnte-dncl.gc.ca', mark: 'verified' };

const listed: WholeNumber = { value: 31, citation: [site], mark: 'verified' };
const afterTransaction: WholeNumber = { value: 18, citation: [site], mark: 'verified' };
const afterInquiry: WholeNumber = { value: 6, citation: [site], mark: 'verified' };
const atOnce: WholeNumber = { value: 0, citation: [site], mark: 'unverified' };
const sale: Clause[] = [{ test: 'purpose', is: ['sale'] }];

export const canada: Rulebook = {
  id: 'ca',
  name: 'Canada',
  covers: { country: 'CA', region: null },
  rules: [
    {
      id: 'CA-DNCL',
      kinds: ['call'],
      when: [
        { test: 'personalLine' },
        { test: 'registered', sources: [{ registry: 'ca-dncl', counts: 'from', atLeast: listed, atMost: listed }] },
      ],
      about: sale,
      exemptions: ['CA-EX-CHARITY', 'CA-EX-POLITICAL', 'CA-EX-POLL', 'CA-EX-EBR', 'CA-EX-CONSENT'],
      informational: false,
      citation: [site],
      mark: 'verified',
    },
  ],
  exemptions: [
    { id: 'CA-EX-CHARITY', when: [{ test: 'purpose', is: ['charity'] }], citation: [site], mark: 'verified' },
    { id: 'CA-EX-POLITICAL', when: [{ test: 'purpose', is: ['political'] }], citation: [site], mark: 'verified' },
    { id: 'CA-EX-POLL', when: [{ test: 'purpose', is: ['survey'] }], citation: [site], mark: 'verified' },
    {
      id: 'CA-EX-EBR',
      when: [
        {
          test: 'either',
          of: [
            [
              { test: 'relationship', is: ['customer'] },
              { test: 'dealtWithin', months: afterTransaction },
            ],
            [
              { test: 'relationship', is: ['inquiry'] },
              { test: 'dealtWithin', months: afterInquiry },
            ],
          ],
        },
      ],
      citation: [site],
      mark: 'verified',
    },
    {
      id: 'CA-EX-CONSENT',
      when: [
        { test: 'relationship', is: ['permission'] },
        { test: 'noStopRequest', businessDays: atOnce },
      ],
      citation: [site],
      mark: 'verified',
    },
  ],
  regulators: [],
};
