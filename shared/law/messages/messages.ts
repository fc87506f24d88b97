import type { Purpose, Relationship } from '../case-facts.ts';
import type { Holidays } from '../condition.ts';

/** A wall-clock time: milliseconds since midnight, in an IANA zone. */
export interface ClockIn {
  readonly zone: string;
  readonly clock: number;
}

/** Milliseconds since midnight. */
interface Hours {
  readonly opens: number;
  readonly closes: number;
}

/** Whether the day so many days after a registration is protected already (`from`) or the one after it is the first. */
export type Counts = 'from' | 'moreThan';

/** A list that is held, or the registry's own answer to a question. */
export type RegistrySource = 'list' | 'query';

interface StopRequest {
  readonly on: string;
  readonly date: string;
  readonly businessDays: number;
  /** Whose public holidays were left out of the count. */
  readonly holidays: Holidays | null;
}

/**
 * Every sentence the rulebooks can say: whole sentences, plain words, no verdict word such as "illegal". A language is
 * one object of this type. Dates are `YYYY-MM-DD`; `date` is the contact's local date unless said otherwise.
 */
export interface Messages {
  readonly otherKind: (p: { readonly about: 'call' | 'text' }) => string;
  readonly outOfForce: (p: { readonly from: string | null; readonly until: string | null }) => string;

  readonly purposeIs: (p: { readonly purpose: Exclude<Purpose, 'unknown'>; readonly kind: 'call' | 'text' }) => string;
  readonly surveySells: () => string;
  readonly purposeUnknown: () => string;
  readonly askPurpose: (p: { readonly kind: 'call' | 'text' }) => string;
  readonly surveyUnclear: () => string;
  readonly askSurveySells: () => string;

  readonly relationshipIs: (p: { readonly relationship: Exclude<Relationship, 'unknown'> }) => string;
  readonly relationshipUnknown: () => string;
  readonly askRelationship: () => string;
  readonly dealtWithin: (p: { readonly on: string; readonly months: number }) => string;
  readonly dealtLongAgo: (p: { readonly on: string; readonly months: number }) => string;
  readonly dealtWhenUnknown: () => string;
  readonly askDealtOn: () => string;

  readonly stoppedBefore: (p: StopRequest) => string;
  readonly stopTooRecent: (p: StopRequest) => string;
  readonly neverStopped: () => string;

  readonly businessLine: () => string;
  readonly wirelessLine: () => string;
  readonly homeLine: () => string;
  readonly lineTypeUnknown: () => string;
  readonly askLineType: () => string;

  readonly recorded: () => string;
  readonly notRecorded: () => string;
  readonly recordedUnknown: () => string;
  readonly askRecorded: () => string;
  readonly optOutMissing: () => string;
  readonly optOutOffered: () => string;
  readonly optOutUnknown: () => string;
  readonly askOptOut: () => string;
  readonly callerIdHidden: () => string;
  readonly callerIdShown: () => string;
  readonly callerIdUnknown: () => string;
  readonly askCallerId: () => string;

  readonly outsideHours: (p: { readonly times: readonly ClockIn[]; readonly hours: Hours }) => string;
  readonly insideHours: (p: { readonly times: readonly ClockIn[]; readonly hours: Hours }) => string;
  readonly hourDependsOnZone: (p: { readonly times: readonly ClockIn[]; readonly hours: Hours }) => string;
  readonly hourWithoutZone: () => string;
  readonly timeUnknown: () => string;
  readonly askTime: () => string;
  readonly askZone: () => string;
  readonly dayDependsOnZone: () => string;

  readonly protectedSince: (p: {
    readonly registry: string;
    readonly since: string;
    /** The date is a list's first one that carried the line: registered then at the latest. */
    readonly atLatest: boolean;
    readonly source: RegistrySource | 'statement';
    readonly days: number;
    readonly counts: Counts;
    /** The days count up to the latest list that can have taken the registration over. */
    readonly carriedOver: boolean;
    readonly date: string;
  }) => string;
  readonly notYetProtected: (p: {
    readonly registry: string;
    readonly since: string;
    readonly days: number;
    readonly counts: Counts;
    readonly date: string;
  }) => string;
  readonly notOnList: (p: {
    readonly registry: string;
    readonly asOf: string;
    readonly source: RegistrySource;
  }) => string;
  /** The list that decided was `days` old on the day of the contact: older than the law lets callers use. */
  readonly listStale: (p: { readonly registry: string; readonly asOf: string; readonly days: number }) => string;
  /** A list without the line, too old to tell: it was `days` old on the day of the contact. */
  readonly listTooOld: (p: {
    readonly registry: string;
    readonly asOf: string;
    readonly days: number;
    readonly source: RegistrySource;
  }) => string;
  /** `registry` has carried the line since then at the latest; the list of `decides`, which takes it over, does not. */
  readonly otherListDisagrees: (p: {
    readonly registry: string;
    readonly since: string;
    readonly decides: string;
  }) => string;
  readonly listDisagrees: (p: { readonly registry: string; readonly stated: string }) => string;
  readonly registrationUnknown: (p: { readonly registry: string }) => string;
  readonly registeredWhenUnknown: (p: {
    readonly registry: string;
    readonly noLaterThan: string;
    readonly source: RegistrySource;
  }) => string;
  readonly carriedOverWhenUnknown: (p: {
    readonly registry: string;
    readonly earliest: string;
    readonly latest: string;
  }) => string;
  readonly askIfRegisteredOn: (p: { readonly registry: string; readonly since: string }) => string;
  readonly askRegisteredSince: (p: { readonly registry: string }) => string;

  readonly contactedBefore: (p: { readonly dates: readonly string[]; readonly months: number }) => string;
  readonly notContactedBefore: (p: { readonly months: number }) => string;
  readonly restsOn: (p: { readonly rules: readonly string[] }) => string;
  readonly restsOnOpen: () => string;
  readonly restsOnNothing: () => string;

  readonly exempt: (p: { readonly exemption: string }) => string;
  readonly writtenPermissionOnly: () => string;
  readonly privateSuit: () => string;
}
