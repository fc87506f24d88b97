import type { ReportContent } from '#shared/report/report.ts';
import { displaySender } from '#shared/sender/display-sender.ts';
import type { Sender } from '#shared/sender/sender.ts';
import { zonesOf } from '../own-report.ts';
import type { Visit } from '../visit.ts';
import { dayIn, momentIn } from './formats.ts';

/** Who called and when, in one line. */
export function reportInWords(content: ReportContent, visit: Visit<'sender'>): string {
  return visit.m.sender.about(senderInWords(content.sender, visit), whenInWords(content, visit));
}

export function senderInWords(sender: Sender, { m }: Visit<'sender'>): string {
  switch (sender.type) {
    case 'withheld':
      return m.sender.withheld;
    case 'unknown':
      return m.sender.unknown;
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
