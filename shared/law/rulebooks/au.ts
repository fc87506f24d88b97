import type { Citation, Clause, WholeNumber } from '../condition.ts';
import type { Rulebook } from '../rulebook.ts';

/*
 * Australia: the registry rule alone, which is what the register's answers decide. No regulator yet: a finding is shown
 * and drafts no complaint. AU-HOURS and AU-SPAM are left out.
 */

const register: Citation = { section: 'donotcall.gov.au', mark: 'verified' };

const waiting: WholeNumber = { value: 30, citation: [register], mark: 'verified' };
const sale: Clause[] = [{ test: 'purpose', is: ['sale'] }];

export const australia: Rulebook = {
  id: 'au',
  name: 'Australia',
  covers: { country: 'AU', region: null },
  rules: [
    {
      // What dealings or a permission change is not known: only calls of strangers are shown to break it.
      id: 'AU-DNCR',
      kinds: ['call'],
      when: [
        { test: 'personalLine' },
        { test: 'relationship', is: ['none'] },
        {
          test: 'registered',
          sources: [{ registry: 'au-dncr', counts: 'moreThan', atLeast: waiting, atMost: waiting }],
        },
      ],
      about: sale,
      exemptions: [],
      informational: false,
      citation: [register],
      mark: 'verified',
    },
  ],
  exemptions: [],
  regulators: [],
};
