import type { Holidays } from '../condition.ts';
import type { ClockIn, Counts, Messages, RegistrySource } from './messages.ts';

// A formatter of Intl, made here, would add a fifth to the time that a function takes to load (docs/benchmarks.md).
const months = 'January February March April May June July August September October November December'.split(' ');

/** `2026-11-20` reads `November 20, 2026`. */
export function day(date: string): string {
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  return `${months[(month ?? 0) - 1] ?? ''} ${dayOfMonth}, ${year}`;
}

/** `8:41 pm`; with seconds only on a full hour, where they decide. */
export function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const hour = Math.floor(seconds / 3600);
  const minute = Math.floor(seconds / 60) % 60;
  const second = seconds % 60;
  const two = (value: number) => String(value).padStart(2, '0');
  const exact = minute === 0 && second !== 0 ? `:${two(second)}` : '';
  return `${hour % 12 === 0 ? 12 : hour % 12}:${two(minute)}${exact} ${hour < 12 ? 'am' : 'pm'}`;
}

/** `New_York` reads `New York`; the last part of a zone's name is its city. */
function city(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** Zones that show the same time are named by the first of them. */
export function clocks(times: readonly ClockIn[]): string {
  const first = new Map(times.toReversed().map((time) => [clock(time.clock), time]));
  return [...first.values()]
    .toReversed()
    .map((time) => `${clock(time.clock)} in ${city(time.zone)}`)
    .join(', ');
}

const registries: Readonly<Record<string, string>> = {
  'us-national': 'the national Do Not Call Registry',
  'us-ma': 'the Massachusetts Do Not Call list',
  'uk-tps': 'the Telephone Preference Service',
  'ca-dncl': 'the National Do Not Call List of Canada',
  'au-dncr': 'the Do Not Call Register of Australia',
};

export function registryName(id: string): string {
  return registries[id] ?? `the do-not-call list ${id}`;
}

export const purposes = {
  sale: 'a sales',
  charity: 'a charity',
  political: 'a political',
  survey: 'a survey',
  debt: 'a debt-collection',
  information: 'a purely informational',
} as const;

const relationships = {
  none: 'You had no dealings with them and gave no permission.',
  customer: 'You are a customer of theirs.',
  inquiry: 'You had asked them for information or made an application.',
  permission: 'You gave them permission.',
  debt: 'You owe them money, or they handle a debt of yours.',
} as const;

export const least = (counts: Counts) => (counts === 'from' ? 'at least' : 'more than');

/** Who says so, where it is the registry itself. */
export const asked = (source: RegistrySource | 'statement') =>
  source === 'query' ? ', by its own answer to a question' : '';

export const count = (number: number, one: string) => `${number} ${one}${number === 1 ? '' : 's'}`;

export function workingDays(number: number, holidays: Holidays | null): string {
  return `${count(number, 'business day')} (Monday to Friday${holidays === null ? '' : ', federal holidays left out'})`;
}

export const en: Messages = {
  otherKind: ({ about }) =>
    about === 'call'
      ? 'This rule is about calls, and you received a text.'
      : 'This rule is about texts, and you received a call.',
  outOfForce: ({ from, until }) => {
    const start = from === null ? '' : ` from ${day(from)} on`;
    const end = until === null ? '' : ` until ${day(until)}`;
    return `We apply this rule to contacts${start}${end}; this one lies outside that time.`;
  },

  purposeIs: ({ purpose, kind }) => `You describe it as ${purposes[purpose]} ${kind}.`,
  surveySells: () => 'A survey that also sells something is a sales call.',
  purposeUnknown: () => 'We do not know what it was for.',
  askPurpose: ({ kind }) =>
    `What was the ${kind} for: selling something, a charity, politics, a survey, a debt, or only information?`,
  surveyUnclear: () => 'You describe it as a survey; we do not know whether it also tried to sell something.',
  askSurveySells: () => 'Did the survey also try to sell you something?',

  relationshipIs: ({ relationship }) => relationships[relationship],
  relationshipUnknown: () => 'We do not know whether you had dealings with them.',
  askRelationship: () =>
    'Did you have anything to do with them before: as a customer, by an inquiry, by a permission you gave, or because of a debt? Or nothing at all?',
  dealtWithin: ({ on, months }) => `Your last dealing was on ${day(on)}, at most ${months} months before.`,
  dealtLongAgo: ({ on, months }) => `Your last dealing was on ${day(on)}, more than ${months} months before.`,
  dealtWhenUnknown: () => 'We do not know when you last dealt with them before this contact.',
  askDealtOn: () =>
    'On what date, before this contact, did you last buy from them, pay them or ask them for something?',

  stoppedBefore: ({ on, date, businessDays, holidays }) =>
    businessDays === 0
      ? `You asked them to stop on ${day(on)}; this came later, on ${day(date)}.`
      : `You asked them to stop on ${day(on)}; this came on ${day(date)}, after the ${workingDays(businessDays, holidays)} they had to act on that.`,
  stopTooRecent: ({ on, date, businessDays, holidays }) =>
    businessDays === 0
      ? `You asked them to stop on ${day(on)}; this came on ${day(date)}, not on a later day.`
      : `You asked them to stop on ${day(on)}; this came on ${day(date)}, within the ${workingDays(businessDays, holidays)} they had to act on that.`,
  neverStopped: () => 'You have not told us of a day before this on which you asked them to stop.',

  businessLine: () => 'The line is a business line, which this rule does not cover.',
  wirelessLine: () => 'The line is a mobile line.',
  homeLine: () => 'The line is a home line, and this rule covers mobile lines only.',
  lineTypeUnknown: () => 'We do not know whether your line is a mobile line.',
  askLineType: () => 'Is the line a mobile line, a home line or a business line?',

  recorded: () => 'It was a recorded message.',
  notRecorded: () => 'It was not a recorded message.',
  recordedUnknown: () => 'We do not know whether it was a recorded message.',
  askRecorded: () => 'Was it a recorded message rather than a person speaking?',
  optOutMissing: () => 'The recording did not offer a way to refuse further calls.',
  optOutOffered: () => 'The recording offered a way to refuse further calls.',
  optOutUnknown: () => 'We do not know whether the recording offered a way to refuse further calls.',
  askOptOut: () => 'Did the recording offer, at its start, a key to press or a word to say to refuse further calls?',
  callerIdHidden: () => "The caller's number was not shown.",
  callerIdShown: () => 'A number was shown.',
  callerIdUnknown: () => "We do not know whether the caller's number was shown.",
  askCallerId: () => 'Did your phone show a number for the caller?',

  outsideHours: ({ times, hours }) =>
    `It came at ${clocks(times)}; sales calls may come from ${clock(hours.opens)} to ${clock(hours.closes)}.`,
  insideHours: ({ times, hours }) =>
    `It came at ${clocks(times)}, between ${clock(hours.opens)} and ${clock(hours.closes)}.`,
  hourDependsOnZone: ({ times, hours }) =>
    `It came at ${clocks(times)}: whether that is between ${clock(hours.opens)} and ${clock(hours.closes)} depends on where you were.`,
  hourWithoutZone: () => 'We do not know your time zone, and so not what your clock showed.',
  timeUnknown: () => 'We know the date but not the time of day.',
  askTime: () => 'At what time of day did it come?',
  askZone: () => 'In which time zone were you when it came?',
  dayDependsOnZone: () => 'Which day it was at your place depends on your time zone.',

  protectedSince: ({ registry, since, atLatest, source, days, counts, carriedOver, date }) => {
    const teller = source === 'statement' ? 'You told us that your' : 'Your';
    const enough = carriedOver ? ', time enough to be taken over on the next list and to take effect' : '';
    const when = atLatest ? `since ${day(since)} at the latest` : `since ${day(since)}`;
    return `${teller} number has been on ${registryName(registry)} ${when}${asked(source)}; that is ${least(counts)} ${days} days before ${day(date)}${enough}.`;
  },
  notYetProtected: ({ registry, since, days, counts, date }) =>
    date < since
      ? `Your number was put on ${registryName(registry)} on ${day(since)}, after this contact of ${day(date)}.`
      : `Your number has been on ${registryName(registry)} since ${day(since)}. The rule covers what comes ${least(counts)} ${days} days later; this came on ${day(date)}.`,
  notOnList: ({ registry, asOf, source }) =>
    `Your number is not on ${registryName(registry)}, by its ${source === 'list' ? 'list' : 'answer'} of ${day(asOf)}.`,
  listStale: ({ registry, asOf, days }) =>
    `The list of ${registryName(registry)} that says so is of ${day(asOf)} and was ${count(days, 'day')} old when this came: older than callers may go by.`,
  listTooOld: ({ registry, asOf, days, source }) =>
    `Your number was not on ${registryName(registry)}, by its ${source === 'list' ? 'list' : 'answer'} of ${day(asOf)}. That was ${count(days, 'day')} old when this came: a later registration may have taken effect by then.`,
  otherListDisagrees: ({ registry, since, decides }) =>
    `Your number was on ${registryName(registry)} by ${day(since)}; where ${registryName(decides)} says otherwise, it decides.`,
  listDisagrees: ({ registry, stated }) =>
    `You told us ${day(stated)} as the day of registration; where ${registryName(registry)} says otherwise, it decides.`,
  registrationUnknown: ({ registry }) => `We do not know whether your number was on ${registryName(registry)}.`,
  registeredWhenUnknown: ({ registry, noLaterThan, source }) =>
    `Your number has been on ${registryName(registry)} since ${day(noLaterThan)} at the latest${asked(source)}; we do not know the exact day.`,
  carriedOverWhenUnknown: ({ registry, earliest, latest }) =>
    `A registration on ${registryName(registry)} is taken over at a date we do not know: yours began to protect you between ${day(earliest)} and ${day(latest)}.`,
  askIfRegisteredOn: ({ registry, since }) =>
    `Was your number put on ${registryName(registry)} on exactly ${day(since)}? Another day may decide this.`,
  askRegisteredSince: ({ registry }) => `Since what date has your number been on ${registryName(registry)}?`,

  contactedBefore: ({ dates: before, months }) =>
    `You reported the same sender before, on ${before.map(day).join(', ')}: a possible violation too, within ${months} months of this one.`,
  notContactedBefore: ({ months }) =>
    `You have not reported a possible violation by the same sender on another day within ${months} months.`,
  restsOn: ({ rules }) => `This contact looks like a violation of ${rules.join(', ')}.`,
  restsOnOpen: () => 'The rules that this one builds on cannot be decided yet.',
  restsOnNothing: () => 'This contact does not look like a violation of the rules that this one builds on.',

  exempt: ({ exemption }) => `Such contacts are exempt from this rule (${exemption}).`,
  writtenPermissionOnly: () =>
    'A permission counts only in writing, signed by you and naming your number; if yours was not, say that you gave none.',
  privateSuit: () =>
    'For your information: a private suit of your own may be open to you. No complaint comes of this by itself.',
};
