import type { ReportContent } from '#shared/report/report.ts';
import { displaySender } from '#shared/sender/display-sender.ts';
import type { Sender } from '#shared/sender/sender.ts';
import { zonesOf } from '../own-report.ts';
import type { Visit } from '../visit.ts';
import { dayIn, momentIn } from './formats.ts';

export function senderInWords(sender: Sender, { m }: Visit): string {
  switch (sender.type) {
    case 'withheld':
      return m.verdict.withheld;
    case 'unknown':
      return m.verdict.unknownSender;
    default:
      return displaySender(sender);
  }
}

/** By the reporter's own clock where it is known; the day alone where it is not. */
export function whenInWords(content: ReportContent, { language }: Visit): string {
  const [zone, ...others] = zonesOf(content);
  return content.occurred.timeKnown && zone !== undefined && others.length === 0
    ? momentIn(language, content.occurred.at, zone)
    : dayIn(language, content.localDate);
}

type RuleName = keyof Visit['m']['rules'];

/** Rules of several jurisdictions that forbid the same thing share their title. */
const names: Readonly<Record<string, RuleName>> = {
  'US-DNC-REG': 'registry',
  'US-TEXT-DNC': 'textRegistry',
  'US-ENTITY-DNC': 'stop',
  'US-HOURS': 'hours',
  'US-PRERECORDED': 'recorded',
  'US-CALLERID': 'callerId',
  'US-REVOKE': 'revoked',
  'US-AUTODIAL': 'autodial',
  'US-PRA-DNC': 'repeated',
  'MA-DNC': 'registry',
  'MA-HOURS': 'hours',
  'MA-RECORDED': 'recorded',
  'MA-CIDBLOCK': 'callerId',
  'MA-PRA': 'repeated',
};

const jurisdictions = ['US', 'MA'] as const;

/** A rule in the reader's words: what it forbids, and where it is in force. A rule without words keeps its id. */
export function ruleInWords(rule: string, { m }: Visit): { readonly title: string; readonly place: string } {
  const name = names[rule];
  const place = jurisdictions.find((id) => rule.startsWith(`${id}-`));
  return {
    title: name === undefined ? rule : m.rules[name],
    place: place === undefined ? '' : m.jurisdictions[place],
  };
}
