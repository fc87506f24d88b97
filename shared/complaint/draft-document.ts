import { createHash } from 'node:crypto';
import type { Finding } from '#shared/law/finding.ts';
import type { Regulator } from '#shared/law/rulebook.ts';
import { localTime } from '#shared/law/time-zone.ts';
import { caseFactsOf } from '#shared/report/case-facts-of.ts';
import type { Report, ReportContent } from '#shared/report/report.ts';
import { canonicalJson } from '#shared/runtime/canonical-json.ts';
import type { ComplaintDocument } from './complaint-document.ts';
import { complaintLetter } from './letter.ts';

/** Both forms of what is filed. `sha256` is of the UTF-8 bytes of `json`. */
export interface DraftedDocument {
  readonly document: ComplaintDocument;
  /** Canonical: keys in order, no white space (as RFC 8785 has it), so that equal documents have equal hashes. */
  readonly json: string;
  readonly sha256: string;
  readonly letter: string;
}

/** Writes the complaint from one report version: the same version gives the same bytes. */
export function draftDocument(
  id: string,
  regulator: Pick<Regulator, 'id' | 'name' | 'takes'>,
  report: Pick<Report, 'reportedAt' | 'contactProof'>,
  content: ReportContent,
  findings: readonly Finding[],
): DraftedDocument {
  const { input, sender, line, place } = content;
  const document: ComplaintDocument = {
    schema: 'ringfence/complaint/1',
    id,
    regulator: { id: regulator.id, name: regulator.name },
    standing: 'alleged',
    reportedAt: report.reportedAt,
    complainant: {
      name: input.complainant?.name ?? null,
      email: input.complainant?.email ?? null,
      postalAddress: input.complainant?.postalAddress ?? null,
      region: input.complainant?.region ?? null,
      over65: input.complainant?.over65 ?? null,
      consent: true,
    },
    contactProof: report.contactProof,
    contact: {
      kind: input.kind,
      ...whenOf(content),
      callerIdShown: input.callerIdShown ?? null,
      recorded: input.recorded ?? null,
      optOutOffered: input.optOutOffered ?? null,
      topic: input.topic ?? null,
      text: input.text ?? null,
    },
    sender: {
      shown: input.sender ?? null,
      type: sender.type,
      value: sender.value,
      validity: sender.validity,
      country: sender.country,
      callerName: input.callerName ?? null,
      sellerName: input.sellerName ?? null,
    },
    line:
      line === null
        ? null
        : {
            value: line.e164,
            validity: line.validity,
            country: line.country,
            region: place.region,
            type: input.lineType ?? null,
          },
    registry: registryOf(content),
    statements: {
      relationship: input.relationship ?? null,
      lastDealtOn: input.lastDealtOn ?? null,
      purpose: input.purpose ?? null,
      surveyAlsoSells: input.surveyAlsoSells ?? null,
      askedToStopOn: input.askedToStopOn ?? null,
      ...(input.registryConfirmation === undefined ? {} : { registryConfirmation: input.registryConfirmation }),
      earlierContacts: [...content.priorContacts],
    },
    findings: findings.flatMap(({ rule, verdict, reason, citation }) =>
      verdict === 'not_shown' || !regulator.takes.includes(rule) ? [] : [{ rule, verdict, reason, citation }],
    ),
  };
  const json = canonicalJson(document);
  return { document, json, sha256: sha256Of(json), letter: complaintLetter(document) };
}

export function sha256Of(json: string): string {
  return createHash('sha256').update(json, 'utf8').digest('hex');
}

function whenOf(content: ReportContent): Pick<ComplaintDocument['contact'], 'date' | 'at' | 'localTime' | 'timeZone'> {
  const { occurred, localDate } = content;
  const zones = caseFactsOf(content).zones;
  const timeZone = zones.length === 1 ? (zones[0] ?? null) : null;
  if (!occurred.timeKnown) {
    return { date: localDate, at: null, localTime: null, timeZone };
  }
  const instant = Date.parse(occurred.at);
  return {
    date: localDate,
    at: occurred.at,
    localTime: timeZone === null ? null : new Date(localTime(timeZone, instant).clock).toISOString().slice(11, 19),
    timeZone,
  };
}

function registryOf({ registry: { lists, statement } }: ReportContent): ComplaintDocument['registry'] {
  return [
    ...lists.map(({ registry, registered, since, noLaterThan, asOf, source = 'list' as const }) => ({
      source,
      registry,
      registered,
      since,
      noLaterThan,
      asOf,
    })),
    ...(statement === null
      ? []
      : [
          {
            source: 'statement' as const,
            registry: statement.registry,
            registered: true,
            since: statement.since,
            noLaterThan: null,
            asOf: null,
          },
        ]),
  ];
}
