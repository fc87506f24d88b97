import type { Citation, Clause, WholeNumber } from '../condition.ts';
import type { Rulebook } from '../rulebook.ts';

/*
 * Massachusetts. Left out, because no report field feeds them: MA-FAX, MA-DISCLOSE-60 and MA-DISCLOSE-PAY (what was said
 * when), and the exemptions MA-EX-VISIT (an answer to a visit to a shop) and MA-EX-MEETING (a sale completed in person).
 */

const regulation = (section: string, paragraph?: string): Citation => ({
  section: `201 CMR ${section}`,
  ...(paragraph === undefined ? {} : { paragraph: { text: paragraph, mark: 'verified' } }),
  mark: 'verified',
});
const act: Citation = {
  section: 'M.G.L. c.159C s.8',
  paragraph: { text: '(a)-(c)', mark: 'verified' },
  mark: 'verified',
};
const exemptionPage: Citation = { section: 'mass.gov, Do Not Call Law complaint page', mark: 'verified' };

/** In effect 60 days after the first quarterly list that carries the number. */
const enrolment: WholeNumber = { value: 60, citation: [regulation('12.05', '(2)')], mark: 'verified' };
/** National registrations are carried over with the next quarterly list, at most 92 days later: 92 + 60. */
const carriedOver: WholeNumber = {
  value: 152,
  citation: [regulation('12.03', '(5)'), regulation('12.05', '(2)')],
  mark: 'verified',
};
const suitMonths: WholeNumber = { value: 12, citation: [act], mark: 'verified' };
const atOnce: WholeNumber = { value: 0, citation: [exemptionPage], mark: 'unverified' };

const sale: Clause[] = [{ test: 'purpose', is: ['sale'] }];
/** The chapter protects consumers: no rule of it covers a business line. */
const ownLine: Clause = { test: 'personalLine' };
/** They defeat every rule of the chapter. */
const exemptions = ['MA-EX-POLL', 'MA-EX-NONPROFIT', 'MA-EX-PERMISSION', 'MA-EX-CONTRACT', 'MA-EX-CUSTOMER'];
const complaintRules = ['MA-DNC', 'MA-HOURS', 'MA-RECORDED', 'MA-CIDBLOCK'];

export const usMassachusetts: Rulebook = {
  id: 'us-ma',
  name: 'Massachusetts',
  covers: { country: 'US', region: 'MA' },
  rules: [
    {
      id: 'MA-DNC',
      kinds: ['call'],
      when: [
        ownLine,
        {
          test: 'registered',
          sources: [
            { registry: 'us-ma', counts: 'moreThan', atLeast: enrolment, atMost: enrolment },
            { registry: 'us-national', counts: 'moreThan', atLeast: enrolment, atMost: carriedOver },
          ],
        },
      ],
      about: sale,
      exemptions,
      informational: false,
      citation: [regulation('12.02', '(1)'), regulation('12.05', '(2)')],
      mark: 'verified',
    },
    {
      id: 'MA-HOURS',
      kinds: ['call'],
      when: [
        ownLine,
        {
          test: 'outsideHours',
          opens: { value: '08:00', citation: [regulation('12.02', '(2)')], mark: 'verified' },
          closes: { value: '20:00', citation: [regulation('12.02', '(2)')], mark: 'verified' },
        },
      ],
      about: sale,
      exemptions,
      informational: false,
      citation: [regulation('12.02', '(2)')],
      mark: 'verified',
    },
    {
      id: 'MA-RECORDED',
      kinds: ['call'],
      when: [ownLine, { test: 'recorded' }],
      about: sale,
      exemptions,
      informational: false,
      citation: [regulation('12.02', '(4)')],
      mark: 'verified',
    },
    {
      id: 'MA-CIDBLOCK',
      kinds: ['call'],
      when: [ownLine, { test: 'callerIdHidden' }],
      about: sale,
      exemptions,
      informational: false,
      citation: [regulation('12.02', '(5)')],
      mark: 'verified',
    },
    {
      id: 'MA-PRA',
      kinds: ['call'],
      when: [ownLine, { test: 'contactedBefore', months: suitMonths }, { test: 'violates', rules: complaintRules }],
      about: [],
      exemptions: [],
      informational: true,
      note: 'privateSuit',
      citation: [act],
      mark: 'verified',
    },
  ],
  exemptions: [
    {
      id: 'MA-EX-POLL',
      when: [{ test: 'purpose', is: ['survey'] }],
      citation: [exemptionPage],
      mark: 'verified',
    },
    {
      id: 'MA-EX-NONPROFIT',
      when: [{ test: 'purpose', is: ['charity'] }],
      citation: [exemptionPage],
      mark: 'verified',
    },
    {
      id: 'MA-EX-PERMISSION',
      when: [
        { test: 'relationship', is: ['permission'] },
        { test: 'noStopRequest', businessDays: atOnce },
      ],
      citation: [exemptionPage],
      mark: 'verified',
    },
    {
      id: 'MA-EX-CONTRACT',
      // "Primarily in connection with an existing contract or debt": what the call was about decides.
      when: [{ test: 'purpose', is: ['debt'] }],
      citation: [exemptionPage],
      mark: 'verified',
    },
    {
      id: 'MA-EX-CUSTOMER',
      when: [{ test: 'relationship', is: ['customer'] }],
      citation: [exemptionPage],
      mark: 'verified',
    },
  ],
  regulators: [
    {
      id: 'us-ma-ag',
      name: 'Massachusetts Attorney General',
      route: 'queue',
      // What the page asks to write down. The Attorney General acts for a named consumer, who agrees to be named.
      required: [
        ['/occurredAt'],
        ['/sender', '/sellerName', '/callerName'],
        ['/complainant/name'],
        ['/complainant/email', '/complainant/postalAddress'],
        ['/complainant/consent'],
      ],
      page: 'https://www.mass.gov/how-to/file-a-complaint-against-a-business-that-is-violating-the-do-not-call-law',
      steps: [
        "Open the regulator's page.",
        'Check the exemptions named in the finished complaint once more: a call of that kind was allowed.',
        'Enter date and time, the number shown if any, the company that sells and the firm that called.',
        'Attach or copy the finished complaint, and send the form.',
      ],
      deadlines: null,
      nextStep: 'not_known',
      takes: complaintRules,
    },
  ],
};
