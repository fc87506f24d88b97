import { displaySender } from '#shared/sender/display-sender.ts';
import { fewestReportersShown } from '#shared/subject/figures.ts';
import type { Offender, OffenderDetail } from './export-schemas.ts';
import type { CountedSubject } from './offender-source.ts';

/** A subject as it is given out; null when every report on it was withdrawn, or nothing names its sender. */
export function toOffender(subject: CountedSubject): Offender | null {
  const { sender, figures } = subject;
  const { type, value } = sender;
  const { firstReported, lastReported } = figures;
  if (figures.reports === 0 || firstReported === null || lastReported === null) {
    return null;
  }
  if (value === null || type === 'withheld' || type === 'unknown') {
    return null;
  }
  return {
    id: subject.id,
    type,
    value,
    display: displaySender(sender),
    validity: sender.validity,
    country: sender.country,
    reports: figures.reports,
    reporters: figures.reporters,
    firstReported,
    lastReported,
    topics: figures.topics,
    recordedShare: rounded(figures.recordedShare),
    registeredShare: rounded(figures.registeredShare),
    violations: figures.violations,
    campaignId: null,
    status: subject.disputed === true ? 'disputed' : 'alleged',
    updatedAt: subject.updatedAt,
  };
}

export function toOffenderDetail(subject: CountedSubject): OffenderDetail | null {
  const offender = toOffender(subject);
  return offender === null
    ? null
    : {
        ...offender,
        days: subject.figures.days,
        regions: subject.figures.regions.filter(({ reporters }) => reporters >= fewestReportersShown),
      };
}

/** Four decimals tell any two shares of up to a hundred answers apart. */
function rounded(share: number | null): number | null {
  return share === null ? null : Math.round(share * 10_000) / 10_000;
}
