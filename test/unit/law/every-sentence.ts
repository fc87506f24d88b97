import type { Messages } from '#shared/law/messages/messages.ts';

type Parts = { readonly [Name in keyof Messages]: readonly Readonly<Parameters<Messages[Name]>>[] };

const kinds = ['call', 'text'] as const;
const eightToNine = { opens: 28_800_000, closes: 75_600_000 };
const newYork = { zone: 'America/New_York', clock: 78_060_000 };
const detroit = { zone: 'America/Detroit', clock: 78_060_000 };
const chicago = { zone: 'America/Chicago', clock: 74_460_000 };
const justAfterNine = { zone: 'America/New_York', clock: 75_607_000 };
const early = { zone: 'America/Los_Angeles', clock: 3_900_000 };
const timesAndHours = [[newYork], [newYork, detroit, chicago], [justAfterNine], [early]].map(
  (times) => [{ times, hours: eightToNine }] as const,
);
const onRegistries = ['us-national', 'us-ma', 'uk-tps', 'ca-dncl', 'au-dncr', 'xx-other'].map((registry) => ({
  registry,
}));
const counted = ['from', 'moreThan'] as const;
const tellers = ['list', 'query'] as const;
const stops = [
  { businessDays: 0, holidays: null },
  { businessDays: 1, holidays: null },
  { businessDays: 10, holidays: 'us-federal' },
] as const;
const stopped = stops.map((stop) => [{ on: '2026-10-01', date: '2026-11-21', ...stop }] as const);
const dealt = [1, 3, 18].map((months) => [{ on: '2026-06-01', months }] as const);
const asked = [[]] as const;

/** Parameters for each sentence: at least one set for each of its branches and plural forms. */
export const everySentence: Parts = {
  otherKind: kinds.map((about) => [{ about }]),
  outOfForce: [
    [{ from: '2024-03-26', until: null }],
    [{ from: null, until: '2025-12-31' }],
    [{ from: '2024-03-26', until: '2025-12-31' }],
  ],

  purposeIs: (['sale', 'charity', 'political', 'survey', 'debt', 'information'] as const).flatMap((purpose) =>
    kinds.map((kind) => [{ purpose, kind }] as const),
  ),
  surveySells: asked,
  purposeUnknown: asked,
  askPurpose: kinds.map((kind) => [{ kind }]),
  surveyUnclear: asked,
  askSurveySells: asked,

  relationshipIs: (['none', 'customer', 'inquiry', 'permission', 'debt'] as const).map((relationship) => [
    { relationship },
  ]),
  relationshipUnknown: asked,
  askRelationship: asked,
  dealtWithin: dealt,
  dealtLongAgo: dealt,
  dealtWhenUnknown: asked,
  askDealtOn: asked,

  stoppedBefore: stopped,
  stopTooRecent: stopped,
  neverStopped: asked,

  businessLine: asked,
  wirelessLine: asked,
  homeLine: asked,
  lineTypeUnknown: asked,
  askLineType: asked,

  recorded: asked,
  notRecorded: asked,
  recordedUnknown: asked,
  askRecorded: asked,
  optOutMissing: asked,
  optOutOffered: asked,
  optOutUnknown: asked,
  askOptOut: asked,
  callerIdHidden: asked,
  callerIdShown: asked,
  callerIdUnknown: asked,
  askCallerId: asked,

  outsideHours: timesAndHours,
  insideHours: timesAndHours,
  hourDependsOnZone: timesAndHours,
  hourWithoutZone: asked,
  timeUnknown: asked,
  askTime: asked,
  askZone: asked,
  dayDependsOnZone: asked,

  protectedSince: onRegistries.flatMap(({ registry }) =>
    (['list', 'query', 'statement'] as const).flatMap((source) =>
      [true, false].flatMap((flag) =>
        counted.map(
          (counts) =>
            [
              {
                ...{ registry, since: '2019-03-01', source, days: 31, counts, date: '2026-11-20' },
                ...{ atLatest: flag, carriedOver: flag === (counts === 'from') },
              },
            ] as const,
        ),
      ),
    ),
  ),
  notYetProtected: onRegistries.flatMap(({ registry }) => [
    ...counted.map((counts) => [{ registry, since: '2026-10-25', days: 31, counts, date: '2026-11-20' }] as const),
    // Registered after the contact: the waiting period does not come into it.
    [{ registry, since: '2026-11-25', days: 0, counts: 'from', date: '2026-11-20' }] as const,
  ]),
  notOnList: onRegistries.flatMap(({ registry }) =>
    tellers.map((source) => [{ registry, asOf: '2026-11-01', source }] as const),
  ),
  listStale: onRegistries.flatMap(({ registry }) =>
    [32, 41, 50].map((days) => [{ registry, asOf: '2026-10-01', days }] as const),
  ),
  listTooOld: onRegistries.flatMap(({ registry }) =>
    [1, 2, 45].flatMap((days) => tellers.map((source) => [{ registry, asOf: '2026-10-01', days, source }] as const)),
  ),
  otherListDisagrees: [
    [{ registry: 'us-national', since: '2020-05-04', decides: 'us-ma' }],
    [{ registry: 'us-ma', since: '2020-05-04', decides: 'us-national' }],
    [{ registry: 'xx-other', since: '2020-05-04', decides: 'yy-other' }],
  ],
  listDisagrees: onRegistries.map((one) => [{ ...one, stated: '2019-03-01' }]),
  registrationUnknown: onRegistries.map((one) => [one]),
  registeredWhenUnknown: onRegistries.flatMap(({ registry }) =>
    tellers.map((source) => [{ registry, noLaterThan: '2026-10-01', source }] as const),
  ),
  carriedOverWhenUnknown: onRegistries.map((one) => [{ ...one, earliest: '2026-08-01', latest: '2026-11-02' }]),
  askIfRegisteredOn: onRegistries.map((one) => [{ ...one, since: '2026-08-01' }]),
  askRegisteredSince: onRegistries.map((one) => [one]),

  contactedBefore: [['2026-10-01'], ['2026-10-01', '2026-10-12'], ['2026-10-01', '2026-10-12', '2026-11-03']].map(
    (dates) => [{ dates, months: 12 }],
  ),
  notContactedBefore: [[{ months: 1 }], [{ months: 12 }]],
  restsOn: [[{ rules: ['US-DNC-REG'] }], [{ rules: ['MA-DNC', 'MA-HOURS'] }]],
  restsOnOpen: asked,
  restsOnNothing: asked,

  exempt: [[{ exemption: 'US-EX-POL' }]],
  writtenPermissionOnly: asked,
  privateSuit: asked,
};

/** A sentence with each of its sets of parameters. */
export function saidBy(
  messages: Messages,
  name: keyof Messages,
): readonly { readonly said: string; readonly parameters: readonly object[] }[] {
  return everySentence[name].map((parameters) => ({
    said: String(Reflect.apply(messages[name], undefined, parameters)),
    parameters,
  }));
}
