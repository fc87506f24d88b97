import type { ComplaintLaw } from '#shared/complaint/wanted-complaint.ts';
import type { Finding } from '#shared/law/finding.ts';
import type { Regulator } from '#shared/law/rulebook.ts';
import type { Report, ReportContent } from '#shared/report/report.ts';
import type { ReportInput } from '#shared/report/report-input.ts';

export const ftc: Regulator = {
  id: 'us-ftc',
  name: 'Federal Trade Commission',
  route: 'queue',
  required: [['/occurredAt'], ['/sender', '/callerName', '/sellerName'], ['/line'], ['/complainant/consent']],
  page: 'https://regulator.example/complain',
  steps: ['Open the page.', 'Copy the letter.'],
  deadlines: null,
  nextStep: 'no_individual_answer',
  takes: ['US-DNC-REG'],
};

export const massachusetts: Regulator = {
  ...ftc,
  id: 'us-ma-ag',
  name: 'Attorney General of Massachusetts',
  required: [
    ['/occurredAt'],
    ['/line'],
    ['/sender', '/callerName', '/sellerName'],
    ['/complainant/name'],
    ['/complainant/email', '/complainant/postalAddress'],
    ['/complainant/consent'],
  ],
  nextStep: 'not_known',
  takes: ['MA-DNC'],
};

export const violation: Finding = {
  rule: 'US-DNC-REG',
  verdict: 'violation',
  reason: 'The line was on the registry and the call was a sale.',
  citation: '16 CFR 310.4',
  question: null,
};

/** A sale breaks the rules of the regulators given; any other purpose breaks none. */
export function lawOf(...regulators: Regulator[]): ComplaintLaw {
  const findings = regulators.flatMap(({ takes }) => takes.map((rule) => ({ ...violation, rule })));
  return {
    evaluate: (facts) => (facts.purpose === 'sale' ? findings : []),
    complaintRegulators: (found) =>
      regulators.filter(({ takes }) =>
        found.some(({ rule, verdict }) => verdict === 'violation' && takes.includes(rule)),
      ),
  };
}

export function aContent(input: Partial<ReportInput> = {}, content: Partial<ReportContent> = {}): ReportContent {
  return {
    input: {
      kind: 'call',
      sender: '(202) 555-0143',
      line: '+1 413 555 0142',
      occurredAt: '2026-11-20T20:41:00-05:00',
      timeZone: 'America/New_York',
      purpose: 'sale',
      complain: true,
      complainant: { name: 'Ada Moore', email: 'ada@example.org', consent: true },
      ...input,
    },
    sender: { type: 'phone', value: '+12025550143', validity: 'valid', country: 'US' },
    line: { e164: '+14135550142', country: 'US', validity: 'valid' },
    place: { country: 'US', region: 'MA' },
    occurred: { at: '2026-11-21T01:41:00Z', timeKnown: true },
    localDate: '2026-11-20',
    registry: { lists: [], statement: { registry: 'us-national', since: '2019-03-01' } },
    priorContacts: [],
    violations: ['US-DNC-REG'],
    ...content,
  };
}

export function aReport(report: Partial<Report> = {}, input: Partial<ReportInput> = {}): Report {
  return {
    id: '0123456789abcdef0123456789abcdef',
    revision: 1,
    reportedAt: '2026-11-21T02:00:00.000Z',
    updatedAt: '2026-11-21T02:00:00.000Z',
    channel: 'api',
    requestHash: '00000000000000000000000000000000',
    contactProof: 'none',
    emailSince: 1,
    reporter: 'ffffffffffffffffffffffffffffffff',
    subjectId: 'SUBJECT',
    pastSubjectIds: [],
    complaintAsked: true,
    content: aContent(input),
    ...report,
  };
}

/** The next version of a report, with these fields changed. */
export function corrected(report: Report, input: Partial<ReportInput>): Report {
  const { content } = report;
  if (content === null) {
    throw new Error('a withdrawn report cannot be corrected');
  }
  return {
    ...report,
    revision: report.revision + 1,
    content: { ...content, input: { ...content.input, ...input } },
  };
}

export function withdrawn(report: Report): Report {
  return { ...report, revision: report.revision + 1, content: null, reporter: null, subjectId: null };
}
