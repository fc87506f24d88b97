import { type Answer, either, no, not, unknown, yes } from '../answer.ts';
import { addBusinessDays, addMonths, dateOfDay, dayNumber } from '../calendar.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { Holidays, TestNamed } from '../condition.ts';
import { isUsFederalHoliday } from '../us-federal-holidays.ts';
import { contactDays, onEveryDay } from './contact-days.ts';

const holidayCalendars: Readonly<Record<Holidays, (day: number) => boolean>> = { 'us-federal': isUsFederalHoliday };

/** Looks at `relationship`. */
export function relationship(test: TestNamed<'relationship'>, facts: CaseFacts): Answer {
  const stated = facts.relationship;
  if (stated === undefined || stated === 'unknown') {
    return unknown((m) => m.relationshipUnknown(), { pointer: '/relationship', text: (m) => m.askRelationship() });
  }
  return (test.is.includes(stated) ? yes : no)((m) => m.relationshipIs({ relationship: stated }));
}

/** Looks at `lastDealtOn`: at most so many months before the contact. A date after it says nothing about the time before. */
export function dealtWithin(test: TestNamed<'dealtWithin'>, facts: CaseFacts): Answer {
  const on = facts.lastDealtOn;
  const months = test.months.value;
  const ask = { pointer: '/lastDealtOn', text: (m) => m.askDealtOn() } as const satisfies Parameters<typeof unknown>[1];
  if (on === undefined) {
    return unknown((m) => m.dealtWhenUnknown(), ask);
  }
  const dealt = dayNumber(on);
  if (contactDays(facts).every((day) => dealt > day)) {
    return unknown((m) => m.dealtWhenUnknown(), ask);
  }
  return onEveryDay(facts, (day) =>
    day <= addMonths(dealt, months)
      ? yes((m) => m.dealtWithin({ on, months }))
      : no((m) => m.dealtLongAgo({ on, months })),
  );
}

/**
 * Looks at `askedToStopOn`. Somebody who asked a caller to stop knows it: without a date, nobody asked.
 * A request on the day of the contact may have been made in answer to it, so only later days count.
 */
export function stopRequested(test: TestNamed<'stopRequested'> | TestNamed<'noStopRequest'>, facts: CaseFacts): Answer {
  const on = facts.askedToStopOn;
  const businessDays = test.businessDays.value;
  if (on === undefined) {
    return no((m) => m.neverStopped());
  }
  const holidays = test.holidays ?? null;
  const isHoliday = holidays === null ? undefined : holidayCalendars[holidays];
  const effective = addBusinessDays(dayNumber(on), businessDays, isHoliday);
  return onEveryDay(facts, (day) => {
    const date = dateOfDay(day);
    return day > effective
      ? yes((m) => m.stoppedBefore({ on, date, businessDays, holidays }))
      : // Before the request, and on its day, nobody had any days to act on it.
        no((m) => m.stopTooRecent({ on, date, businessDays: day > dayNumber(on) ? businessDays : 0, holidays }));
  });
}

/** As an exemption's clause: still holds without a stop request, and says nothing where there was none. */
export function noStopRequest(test: TestNamed<'noStopRequest'>, facts: CaseFacts): Answer {
  return facts.askedToStopOn === undefined ? yes() : not(stopRequested(test, facts));
}

/**
 * Looks at `priorContacts`: another violating contact by the same sender within so many months, before or after this one.
 * Contacts of the same day are left out: two reports of one call look just like that.
 */
export function contactedBefore(test: TestNamed<'contactedBefore'>, facts: CaseFacts): Answer {
  const months = test.months.value;
  const answers = contactDays(facts).map((day) => {
    const dates = facts.priorContacts.filter((date) => {
      const other = dayNumber(date);
      return other !== day && Math.max(other, day) <= addMonths(Math.min(other, day), months);
    });
    return dates.length > 0
      ? yes((m) => m.contactedBefore({ dates, months }))
      : no((m) => m.notContactedBefore({ months }));
  });
  // Where only the zone could make the difference, nothing is claimed.
  return answers.find((answer) => answer.is === 'no') ?? either(answers);
}
