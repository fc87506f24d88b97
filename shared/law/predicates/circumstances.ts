import { type Answer, no, not, unknown, yes } from '../answer.ts';
import type { CaseFacts } from '../case-facts.ts';

/** Looks at `lineType`. A line counts as somebody's own unless it is said to be a business line. */
export function personalLine(facts: CaseFacts): Answer {
  return facts.lineType === 'business' ? no((m) => m.businessLine()) : yes();
}

/** Looks at `lineType`. */
export function wirelessLine(facts: CaseFacts): Answer {
  switch (facts.lineType) {
    case 'wireless':
      return yes((m) => m.wirelessLine());
    case 'residential':
      return no((m) => m.homeLine());
    case 'business':
      return no((m) => m.businessLine());
    case undefined:
      return unknown((m) => m.lineTypeUnknown(), { pointer: '/lineType', text: (m) => m.askLineType() });
  }
}

/** Looks at `recorded`. */
export function recorded(facts: CaseFacts): Answer {
  if (facts.recorded === undefined) {
    return unknown((m) => m.recordedUnknown(), { pointer: '/recorded', text: (m) => m.askRecorded() });
  }
  return facts.recorded ? yes((m) => m.recorded()) : no((m) => m.notRecorded());
}

/** Looks at `recorded`: a person spoke. */
export function live(facts: CaseFacts): Answer {
  return not(recorded(facts));
}

/** Looks at `optOutOffered`. */
export function optOutMissing(facts: CaseFacts): Answer {
  if (facts.optOutOffered === undefined) {
    return unknown((m) => m.optOutUnknown(), { pointer: '/optOutOffered', text: (m) => m.askOptOut() });
  }
  return facts.optOutOffered ? no((m) => m.optOutOffered()) : yes((m) => m.optOutMissing());
}

/** Looks at `callerIdShown`, else at the sender: `withheld` says that no number was shown, a number that one was. */
export function callerIdHidden(facts: CaseFacts): Answer {
  const { type } = facts.sender;
  const shown = facts.callerIdShown ?? (type === 'withheld' ? false : type === 'unknown' ? undefined : true);
  if (shown === undefined) {
    return unknown((m) => m.callerIdUnknown(), { pointer: '/callerIdShown', text: (m) => m.askCallerId() });
  }
  return shown ? no((m) => m.callerIdShown()) : yes((m) => m.callerIdHidden());
}
