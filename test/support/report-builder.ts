import { createHash } from 'node:crypto';
import type { Report, ReportContent } from '#shared/report/report.ts';

/** 32 hexadecimal characters for a name. */
export function hashFor(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 32);
}

/** A subject id for a name, of the real length. */
export function subjectFor(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 26).toUpperCase();
}

export const phoneSender = { type: 'phone', value: '+12025550123', validity: 'valid', country: 'US' } as const;

export function buildContent(changes: Partial<ReportContent> = {}): ReportContent {
  return {
    input: { kind: 'call', sender: '(202) 555-0123', occurredAt: '2026-11-20T20:41:00-05:00', topic: 'warranties' },
    sender: phoneSender,
    line: { e164: '+14135550142', country: 'US', validity: 'valid' },
    place: { country: 'US', region: 'MA' },
    occurred: { at: '2026-11-21T01:41:00Z', timeKnown: true },
    localDate: '2026-11-20',
    registry: { lists: [], statement: null },
    priorContacts: [],
    violations: [],
    ...changes,
  };
}

/** A live first version with a reporter. */
export function buildReport(changes: Partial<Report> = {}): Report {
  return {
    id: hashFor('report'),
    revision: 1,
    reportedAt: '2026-11-21T02:00:00.000Z',
    updatedAt: '2026-11-21T02:00:00.000Z',
    channel: 'api',
    requestHash: hashFor('request'),
    contactProof: 'none',
    emailSince: 1,
    reporter: hashFor('reporter'),
    subjectId: subjectFor('subject'),
    pastSubjectIds: [],
    complaintAsked: false,
    content: buildContent(),
    ...changes,
  };
}
