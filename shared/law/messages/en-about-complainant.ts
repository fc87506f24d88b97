import { asked, clock, clocks, count, day, en, least, purposes, registryName, workingDays } from './en.ts';
import type { Messages } from './messages.ts';

const relationships = {
  none: 'The complainant states no dealings with them and no permission.',
  customer: 'The complainant is a customer of theirs.',
  inquiry: 'The complainant had asked them for information or made an application.',
  permission: 'The complainant gave them permission.',
  debt: 'The complainant owes them money, or they handle a debt of the complainant.',
} as const;

/**
 * The same sentences for somebody else to read, as in a letter to a regulator. Questions stay as they are: they are only
 * ever put to the complainant.
 */
export const enAboutComplainant: Messages = {
  ...en,
  otherKind: ({ about }) =>
    about === 'call'
      ? 'This rule is about calls, and this was a text.'
      : 'This rule is about texts, and this was a call.',
  outOfForce: ({ from, until }) => {
    const start = from === null ? '' : ` from ${day(from)} on`;
    const end = until === null ? '' : ` until ${day(until)}`;
    return `This rule is applied to contacts${start}${end}; this one lies outside that time.`;
  },

  purposeIs: ({ purpose, kind }) => `The complainant describes it as ${purposes[purpose]} ${kind}.`,
  purposeUnknown: () => 'It is not known what it was for.',
  surveyUnclear: () =>
    'The complainant describes it as a survey; it is not known whether it also tried to sell something.',

  relationshipIs: ({ relationship }) => relationships[relationship],
  relationshipUnknown: () => 'It is not known whether the complainant had dealings with them.',
  dealtWithin: ({ on, months }) => `The last dealing was on ${day(on)}, at most ${months} months before.`,
  dealtLongAgo: ({ on, months }) => `The last dealing was on ${day(on)}, more than ${months} months before.`,
  dealtWhenUnknown: () => 'It is not known when the complainant last dealt with them before this contact.',

  stoppedBefore: ({ on, date, businessDays, holidays }) =>
    businessDays === 0
      ? `The complainant asked them to stop on ${day(on)}; this came later, on ${day(date)}.`
      : `The complainant asked them to stop on ${day(on)}; this came on ${day(date)}, after the ${workingDays(businessDays, holidays)} they had to act on that.`,
  stopTooRecent: ({ on, date, businessDays, holidays }) =>
    businessDays === 0
      ? `The complainant asked them to stop on ${day(on)}; this came on ${day(date)}, not on a later day.`
      : `The complainant asked them to stop on ${day(on)}; this came on ${day(date)}, within the ${workingDays(businessDays, holidays)} they had to act on that.`,
  neverStopped: () => 'The complainant states no earlier day of having asked them to stop.',

  lineTypeUnknown: () => 'It is not known whether the line is a mobile line.',
  recordedUnknown: () => 'It is not known whether it was a recorded message.',
  optOutUnknown: () => 'It is not known whether the recording offered a way to refuse further calls.',
  callerIdUnknown: () => "It is not known whether the caller's number was shown.",

  hourDependsOnZone: ({ times, hours }) =>
    `It came at ${clocks(times)}: whether that is between ${clock(hours.opens)} and ${clock(hours.closes)} depends on where the complainant was.`,
  hourWithoutZone: () => 'The time zone of the complainant is not known, and so not the local time.',
  timeUnknown: () => 'The date is known but not the time of day.',
  dayDependsOnZone: () => 'Which day it was where the complainant was depends on the time zone.',

  protectedSince: ({ registry, since, atLatest, source, days, counts, carriedOver, date }) => {
    const teller = source === 'statement' ? 'The complainant states that the line' : 'The line';
    const enough = carriedOver ? ', time enough to be taken over on the next list and to take effect' : '';
    const when = atLatest ? `since ${day(since)} at the latest` : `since ${day(since)}`;
    return `${teller} has been on ${registryName(registry)} ${when}${asked(source)}; that is ${least(counts)} ${days} days before ${day(date)}${enough}.`;
  },
  notYetProtected: ({ registry, since, days, counts, date }) =>
    date < since
      ? `The line was put on ${registryName(registry)} on ${day(since)}, after this contact of ${day(date)}.`
      : `The line has been on ${registryName(registry)} since ${day(since)}. The rule covers what comes ${least(counts)} ${days} days later; this came on ${day(date)}.`,
  notOnList: ({ registry, asOf, source }) =>
    `The line is not on ${registryName(registry)}, by its ${source === 'list' ? 'list' : 'answer'} of ${day(asOf)}.`,
  listTooOld: ({ registry, asOf, days, source }) =>
    `The line was not on ${registryName(registry)}, by its ${source === 'list' ? 'list' : 'answer'} of ${day(asOf)}. That was ${count(days, 'day')} old when this came: a later registration may have taken effect by then.`,
  otherListDisagrees: ({ registry, since, decides }) =>
    `The line was on ${registryName(registry)} by ${day(since)}; where ${registryName(decides)} says otherwise, it decides.`,
  listDisagrees: ({ registry, stated }) =>
    `The complainant stated ${day(stated)} as the day of registration; where ${registryName(registry)} says otherwise, it decides.`,
  registrationUnknown: ({ registry }) => `It is not known whether the line was on ${registryName(registry)}.`,
  registeredWhenUnknown: ({ registry, noLaterThan, source }) =>
    `The line has been on ${registryName(registry)} since ${day(noLaterThan)} at the latest${asked(source)}; the exact day is not known.`,
  carriedOverWhenUnknown: ({ registry, earliest, latest }) =>
    `A registration on ${registryName(registry)} is taken over at a date that is not known: this one took effect between ${day(earliest)} and ${day(latest)}.`,

  contactedBefore: ({ dates, months }) =>
    `The complainant reported the same sender before, on ${dates.map(day).join(', ')}: a possible violation too, within ${months} months of this one.`,
  notContactedBefore: ({ months }) =>
    `The complainant has not reported a possible violation by the same sender on another day within ${months} months.`,
  writtenPermissionOnly: () =>
    'A permission counts only in writing, signed by the complainant and naming the number called.',
  privateSuit: () => 'A private suit of the complainant may be open.',
};
