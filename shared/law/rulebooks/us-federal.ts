import type { Citation, Clause, WholeNumber } from '../condition.ts';
import type { Rulebook } from '../rulebook.ts';

/*
 * United States, federal. Left out, because no report field feeds them: US-ABANDON (seconds until an agent answers, rate
 * of abandoned calls) and US-DISCLOSE (what was said at the start). Of US-CALLERID only the missing number is judged:
 * falsification needs intent, which a report cannot show. Of US-AUTODIAL only recorded calls: dialling is not visible.
 */

const source = (section: string, mark: Citation['mark'] = 'verified'): Citation => ({ section, mark });
const section = (name: string, text: string, mark: Citation['mark']): Citation => ({
  section: name,
  paragraph: { text, mark },
  mark: 'verified',
});

const complaintPage = source('complaints.donotcall.gov');
const telemarketerFaq = source('telemarketing.donotcall.gov FAQ');
const salesRuleGuide = source('FTC guide to the Telemarketing Sales Rule', 'secondary');
const revocationOrder = [
  source('FCC 24-24'),
  source('89 FR 15756'),
  section('47 CFR 64.1200', '(a)(10), (12)', 'verified'),
];

/** Whether day 31 itself protects is unverified: it is not flagged. */
const waiting: WholeNumber = { value: 31, citation: [complaintPage], mark: 'verified' };
const atOnce: WholeNumber = { value: 0, citation: [telemarketerFaq], mark: 'verified' };
const timeToStop: WholeNumber = { value: 10, citation: revocationOrder, mark: 'verified' };
const customerMonths: WholeNumber = { value: 18, citation: [telemarketerFaq], mark: 'verified' };
const inquiryMonths: WholeNumber = { value: 3, citation: [telemarketerFaq], mark: 'verified' };
const suitMonths: WholeNumber = {
  value: 12,
  citation: [section('47 USC 227', '(c)(5)', 'verified')],
  mark: 'verified',
};

const sale: Clause[] = [{ test: 'purpose', is: ['sale'] }];
const onTheRegistry: Clause[] = [
  { test: 'personalLine' },
  { test: 'registered', sources: [{ registry: 'us-national', counts: 'moreThan', atLeast: waiting, atMost: waiting }] },
];
/** They defeat the registry rules only: nothing read says that they also defeat hours, recordings or caller id. */
const registryExemptions = [
  'US-EX-POL',
  'US-EX-CHAR',
  'US-EX-SURV',
  'US-EX-DEBT',
  'US-EX-INFO',
  'US-EX-EBR',
  'US-EX-WRITTEN',
];

const complaintRules = [
  'US-DNC-REG',
  'US-TEXT-DNC',
  'US-ENTITY-DNC',
  'US-HOURS',
  'US-PRERECORDED',
  'US-CALLERID',
  'US-REVOKE',
  'US-AUTODIAL',
];

export const usFederal: Rulebook = {
  id: 'us-federal',
  name: 'United States, federal',
  covers: { country: 'US', region: null },
  rules: [
    {
      id: 'US-DNC-REG',
      kinds: ['call'],
      when: onTheRegistry,
      about: sale,
      exemptions: registryExemptions,
      informational: false,
      citation: [
        section('16 CFR 310.4', '(b)(1)(iii)(B)', 'unverified'),
        section('47 CFR 64.1200', '(c)(2)', 'unverified'),
        complaintPage,
      ],
      mark: 'verified',
    },
    {
      id: 'US-TEXT-DNC',
      kinds: ['text'],
      when: onTheRegistry,
      about: sale,
      exemptions: registryExemptions,
      informational: false,
      citation: [source('FCC 23-107'), source('89 FR 5098')],
      mark: 'verified',
      inForce: { from: '2024-03-26', until: null, mark: 'verified' },
    },
    {
      id: 'US-ENTITY-DNC',
      kinds: ['call'],
      when: [{ test: 'stopRequested', businessDays: atOnce }],
      about: sale,
      exemptions: [],
      informational: false,
      citation: [section('16 CFR 310.4', '(b)(1)(iii)(A)', 'unverified')],
      mark: 'verified',
    },
    {
      id: 'US-HOURS',
      kinds: ['call'],
      when: [
        {
          test: 'outsideHours',
          opens: { value: '08:00', citation: [source('16 CFR 310.4', 'secondary')], mark: 'secondary' },
          closes: { value: '21:00', citation: [source('16 CFR 310.4', 'secondary')], mark: 'secondary' },
        },
      ],
      about: sale,
      exemptions: [],
      informational: false,
      citation: [section('16 CFR 310.4', '(c)', 'unverified'), section('47 CFR 64.1200', '(c)(1)', 'unverified')],
      mark: 'secondary',
    },
    {
      // Needs no registration and no waiting. A customer has not agreed in writing just by being one.
      id: 'US-PRERECORDED',
      kinds: ['call'],
      when: [
        { test: 'recorded' },
        {
          test: 'either',
          of: [[{ test: 'relationship', is: ['none', 'customer', 'inquiry', 'debt'] }], [{ test: 'optOutMissing' }]],
        },
      ],
      about: sale,
      exemptions: [],
      informational: false,
      citation: [section('16 CFR 310.4', '(b)(1)(v)', 'unverified')],
      mark: 'verified',
    },
    {
      id: 'US-CALLERID',
      kinds: ['call'],
      when: [{ test: 'callerIdHidden' }],
      about: sale,
      exemptions: [],
      informational: false,
      citation: [section('16 CFR 310.4', '(a)(8)', 'unverified'), section('47 USC 227', '(e)', 'unverified')],
      mark: 'verified',
    },
    {
      // Any purpose: the order is about consent withdrawn, to sales and other messages alike.
      id: 'US-REVOKE',
      kinds: ['call', 'text'],
      when: [{ test: 'stopRequested', businessDays: timeToStop, holidays: 'us-federal' }],
      about: [],
      exemptions: [],
      informational: false,
      citation: revocationOrder,
      mark: 'verified',
      inForce: { from: '2025-04-11', until: null, mark: 'unverified' },
    },
    {
      // For sales only a permission is consent. For other purposes somebody with any dealings may have given the number
      // for such calls, so only a stranger's call shows that there was none.
      id: 'US-AUTODIAL',
      kinds: ['call'],
      when: [
        { test: 'recorded' },
        { test: 'wirelessLine' },
        {
          test: 'either',
          of: [
            [
              { test: 'purpose', is: ['sale'] },
              { test: 'relationship', is: ['none', 'customer', 'inquiry', 'debt'] },
            ],
            [{ test: 'relationship', is: ['none'] }],
          ],
        },
      ],
      about: [],
      exemptions: [],
      informational: false,
      // Verified in an older text of the CFR: the paragraphs wait for the current one.
      citation: [section('47 USC 227', '(b)', 'unverified'), section('47 CFR 64.1200', '(a)(1)', 'unverified')],
      mark: 'verified',
    },
    {
      id: 'US-PRA-DNC',
      kinds: ['call', 'text'],
      when: [
        { test: 'contactedBefore', months: suitMonths },
        { test: 'violates', rules: ['US-DNC-REG', 'US-TEXT-DNC'] },
      ],
      about: [],
      exemptions: [],
      informational: true,
      note: 'privateSuit',
      citation: [section('47 USC 227', '(c)(5)', 'verified')],
      mark: 'verified',
    },
  ],
  exemptions: [
    {
      id: 'US-EX-POL',
      when: [{ test: 'purpose', is: ['political'] }],
      citation: [complaintPage],
      mark: 'verified',
    },
    {
      id: 'US-EX-CHAR',
      when: [{ test: 'purpose', is: ['charity'] }],
      citation: [complaintPage],
      mark: 'verified',
    },
    {
      id: 'US-EX-SURV',
      when: [{ test: 'purpose', is: ['survey'] }],
      citation: [complaintPage],
      mark: 'verified',
    },
    {
      id: 'US-EX-DEBT',
      // What the call was about decides: somebody who owes may still be sold to.
      when: [{ test: 'purpose', is: ['debt'] }],
      citation: [complaintPage],
      mark: 'verified',
    },
    {
      id: 'US-EX-INFO',
      when: [{ test: 'purpose', is: ['information'] }],
      citation: [complaintPage],
      mark: 'verified',
    },
    {
      // Falls away after a stop request.
      id: 'US-EX-EBR',
      when: [
        { test: 'noStopRequest', businessDays: atOnce },
        {
          test: 'either',
          of: [
            [
              { test: 'relationship', is: ['customer'] },
              { test: 'dealtWithin', months: customerMonths },
            ],
            [
              { test: 'relationship', is: ['inquiry'] },
              { test: 'dealtWithin', months: inquiryMonths },
            ],
          ],
        },
      ],
      citation: [telemarketerFaq],
      mark: 'verified',
    },
    {
      // A permission may be withdrawn: it holds until the time to act on a stop request is over.
      id: 'US-EX-WRITTEN',
      when: [
        { test: 'relationship', is: ['permission'] },
        { test: 'noStopRequest', businessDays: timeToStop, holidays: 'us-federal' },
      ],
      note: 'writtenPermissionOnly',
      citation: [salesRuleGuide],
      mark: 'secondary',
    },
  ],
  regulators: [
    {
      id: 'us-ftc',
      name: 'Federal Trade Commission',
      route: 'queue',
      // Consumer article 0198: the date of the call, and the company's name or telephone number.
      required: [['/occurredAt'], ['/sender', '/sellerName', '/callerName']],
      page: 'https://complaints.donotcall.gov/complaint/complaintcheck.aspx',
      steps: [
        "Open the regulator's page, or call 1-888-382-1222.",
        'Enter the number that was called and the date of the call.',
        "Enter the caller's number or the company's name, and pick the subject.",
        'Use the finished complaint for the details, and send the form.',
      ],
      deadlines: null,
      nextStep: 'no_individual_answer',
      takes: complaintRules,
    },
  ],
};
