import type { CaseFacts } from '#shared/law/case-facts.ts';
import { zonesFor } from '#shared/law/zones.ts';
import type { ReportContent } from './report.ts';

/** What the rulebooks look at, from a stored report: the same facts give the same findings whenever they are read. */
export function caseFactsOf(content: ReportContent): CaseFacts {
  const { input, sender, line, place, occurred, registry, priorContacts } = content;
  return {
    kind: input.kind,
    sender,
    callerIdShown: input.callerIdShown,
    line: line?.e164 ?? null,
    lineType: input.lineType,
    place,
    occurred,
    zones: zonesFor({ timeZone: input.timeZone, line: line?.e164 ?? null, place }),
    registry,
    recorded: input.recorded,
    optOutOffered: input.optOutOffered,
    relationship: input.relationship,
    lastDealtOn: input.lastDealtOn,
    purpose: input.purpose,
    surveyAlsoSells: input.surveyAlsoSells,
    askedToStopOn: input.askedToStopOn,
    callerName: input.callerName,
    sellerName: input.sellerName,
    priorContacts,
  };
}
