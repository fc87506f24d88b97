import { counting } from '#shared/runtime/counting.ts';
import type { Holidays } from '../condition.ts';
import { inWords } from './in-words.ts';
import type { Counts, Messages, RegistrySource } from './messages.ts';

const counted = /* @__PURE__ */ counting('de');
const { day, clock, clocks, list } = /* @__PURE__ */ inWords('de', {
  clockSaid: (time) => `${time} Uhr`,
  place: (time) => time.replace(' (Ortszeit)', ''),
  at: (time, place) => `um ${time} (${place})`,
});

/** In the nominative, which is the accusative too, and where the number stands. */
const registries: Readonly<Record<string, { readonly name: string; readonly on: string }>> = {
  'us-national': { name: 'die nationale Sperrliste', on: 'auf der nationalen Sperrliste' },
  'us-ma': { name: 'die Sperrliste von Massachusetts', on: 'auf der Sperrliste von Massachusetts' },
  'uk-tps': { name: 'die britische Sperrliste TPS', on: 'auf der britischen Sperrliste TPS' },
  'ca-dncl': { name: 'die kanadische Sperrliste', on: 'auf der kanadischen Sperrliste' },
  'au-dncr': { name: 'die australische Sperrliste', on: 'auf der australischen Sperrliste' },
};

const registryName = (id: string) => registries[id]?.name ?? `die Sperrliste ${id}`;
const onRegistry = (id: string) => registries[id]?.on ?? `auf der Sperrliste ${id}`;

const atLeast = (counts: Counts) => (counts === 'from' ? 'mindestens' : 'mehr als');

/** Who says so, where it is the registry itself. */
const asked = (source: RegistrySource | 'statement') =>
  source === 'query' ? ', nach deren eigener Antwort auf eine Anfrage' : '';

const kinds = { call: 'ein Anruf', text: 'eine Nachricht' } as const;

const purposes = {
  sale: 'zur Werbung',
  charity: 'für Spenden',
  political: 'über Politik',
  survey: 'für eine Umfrage',
  debt: 'wegen Schulden',
  information: 'nur zur Auskunft',
} as const;

const relationships = {
  none: 'Sie hatten nicht mit ihnen zu tun und hatten nichts erlaubt.',
  customer: 'Sie sind oder waren dort Kundin oder Kunde.',
  inquiry: 'Sie hatten dort angefragt oder etwas beantragt.',
  permission: 'Sie hatten es ihnen erlaubt.',
  debt: 'Sie schulden ihnen Geld, oder sie bearbeiten Schulden von Ihnen.',
} as const;

const days = (count: number) => counted(count, { one: '# Tag', other: '# Tage' });
const months = (count: number) => counted(count, { one: '# Monat', other: '# Monate' });

function timeToStop(count: number, holidays: Holidays | null): string {
  const time = counted(count, { one: '# Arbeitstag', other: '# Arbeitstagen' });
  return `Frist von ${time} (Montag bis Freitag${holidays === null ? '' : ', ohne Feiertage des Bundes'})`;
}

export const de: Messages = {
  otherKind: ({ about }) =>
    about === 'call'
      ? 'Diese Regel betrifft Anrufe, und Sie haben eine Nachricht erhalten.'
      : 'Diese Regel betrifft Nachrichten, und Sie haben einen Anruf erhalten.',
  outOfForce: ({ from, until }) => {
    const start = from === null ? '' : ` ab dem ${day(from)}`;
    const end = until === null ? '' : ` bis zum ${day(until)}`;
    return `Wir wenden diese Regel auf Kontakte${start}${end} an; dieser liegt außerhalb dieser Zeit.`;
  },

  purposeIs: ({ purpose, kind }) => `Nach Ihren Angaben war es ${kinds[kind]} ${purposes[purpose]}.`,
  surveySells: () => 'Eine Umfrage, die auch etwas verkaufen will, ist ein Werbeanruf.',
  purposeUnknown: () => 'Wir wissen nicht, wozu es diente.',
  askPurpose: ({ kind }) =>
    `Wozu diente ${kind === 'call' ? 'der Anruf' : 'die Nachricht'}: um etwas zu verkaufen, für Spenden, Politik oder eine Umfrage, wegen Schulden oder nur zur Auskunft?`,
  surveyUnclear: () => 'Nach Ihren Angaben war es eine Umfrage; wir wissen nicht, ob sie auch etwas verkaufen wollte.',
  askSurveySells: () => 'Wollte die Umfrage Ihnen auch etwas verkaufen?',

  relationshipIs: ({ relationship }) => relationships[relationship],
  relationshipUnknown: () => 'Wir wissen nicht, ob Sie vorher mit ihnen zu tun hatten.',
  askRelationship: () =>
    'Hatten Sie vorher mit ihnen zu tun: als Kundin oder Kunde, durch eine Anfrage, durch eine Erlaubnis oder wegen Schulden? Oder gar nicht?',
  dealtWithin: ({ on, months: most }) =>
    `Zuletzt hatten Sie am ${day(on)} mit ihnen zu tun, höchstens ${months(most)} vorher.`,
  dealtLongAgo: ({ on, months: most }) =>
    `Zuletzt hatten Sie am ${day(on)} mit ihnen zu tun, mehr als ${months(most)} vorher.`,
  dealtWhenUnknown: () => 'Wir wissen nicht, wann Sie vor diesem Kontakt zuletzt mit ihnen zu tun hatten.',
  askDealtOn: () => 'An welchem Tag vor diesem Kontakt haben Sie dort zuletzt gekauft, gezahlt oder angefragt?',

  stoppedBefore: ({ on, date, businessDays, holidays }) =>
    businessDays === 0
      ? `Sie hatten am ${day(on)} widersprochen; dieser Kontakt kam danach, am ${day(date)}.`
      : `Sie hatten am ${day(on)} widersprochen; dieser Kontakt kam am ${day(date)}, nach Ablauf der ${timeToStop(businessDays, holidays)}, die dafür galt.`,
  stopTooRecent: ({ on, date, businessDays, holidays }) =>
    businessDays === 0
      ? `Sie haben am ${day(on)} widersprochen; dieser Kontakt kam am ${day(date)} und nicht an einem späteren Tag.`
      : `Sie hatten am ${day(on)} widersprochen; dieser Kontakt kam am ${day(date)}, innerhalb der ${timeToStop(businessDays, holidays)}, die dafür galt.`,
  neverStopped: () => 'Sie haben uns keinen früheren Tag genannt, an dem Sie widersprochen haben.',

  businessLine: () => 'Der Anschluss ist geschäftlich, und solche schützt diese Regel nicht.',
  wirelessLine: () => 'Der Anschluss ist ein Mobilanschluss.',
  homeLine: () => 'Der Anschluss ist ein privater Festnetzanschluss, und diese Regel schützt nur Mobilanschlüsse.',
  lineTypeUnknown: () => 'Wir wissen nicht, ob Ihr Anschluss ein Mobilanschluss ist.',
  askLineType: () => 'Ist es ein Mobilanschluss, ein privater Festnetzanschluss oder ein geschäftlicher Anschluss?',

  recorded: () => 'Es war eine Aufzeichnung.',
  notRecorded: () => 'Es war keine Aufzeichnung.',
  recordedUnknown: () => 'Wir wissen nicht, ob es eine Aufzeichnung war.',
  askRecorded: () => 'War es eine Aufzeichnung statt eines sprechenden Menschen?',
  optOutMissing: () => 'Die Aufzeichnung bot keine Möglichkeit, weitere Anrufe abzulehnen.',
  optOutOffered: () => 'Die Aufzeichnung bot eine Möglichkeit, weitere Anrufe abzulehnen.',
  optOutUnknown: () => 'Wir wissen nicht, ob die Aufzeichnung eine Möglichkeit bot, weitere Anrufe abzulehnen.',
  askOptOut: () => 'Bot die Aufzeichnung am Anfang eine Taste oder ein Wort an, um weitere Anrufe abzulehnen?',
  callerIdHidden: () => 'Die Nummer des Anrufers wurde nicht angezeigt.',
  callerIdShown: () => 'Es wurde eine Nummer angezeigt.',
  callerIdUnknown: () => 'Wir wissen nicht, ob die Nummer des Anrufers angezeigt wurde.',
  askCallerId: () => 'Hat Ihr Telefon eine Nummer angezeigt?',

  outsideHours: ({ times, hours }) =>
    `Das war ${clocks(times)}; Werbeanrufe sind von ${clock(hours.opens)} bis ${clock(hours.closes)} erlaubt.`,
  insideHours: ({ times, hours }) =>
    `Das war ${clocks(times)}, also zwischen ${clock(hours.opens)} und ${clock(hours.closes)}.`,
  hourDependsOnZone: ({ times, hours }) =>
    `Das war ${clocks(times)}: Ob das zwischen ${clock(hours.opens)} und ${clock(hours.closes)} liegt, hängt davon ab, wo Sie waren.`,
  hourWithoutZone: () => 'Wir kennen Ihre Zeitzone nicht und wissen darum nicht, was Ihre Uhr zeigte.',
  timeUnknown: () => 'Wir kennen den Tag, aber nicht die Uhrzeit.',
  askTime: () => 'Um wie viel Uhr war das?',
  askZone: () => 'In welcher Zeitzone waren Sie in dem Moment?',
  dayDependsOnZone: () => 'Welcher Tag es bei Ihnen war, hängt von Ihrer Zeitzone ab.',

  protectedSince: ({ registry, since, atLatest, source, days: least, counts, carriedOver, date }) => {
    const teller = source === 'statement' ? 'Nach Ihren Angaben steht Ihre Nummer' : 'Ihre Nummer steht';
    const enough = carriedOver ? ', lange genug, um in die nächste Liste übernommen zu werden und zu wirken' : '';
    const when = atLatest ? `spätestens seit dem ${day(since)}` : `seit dem ${day(since)}`;
    return `${teller} ${when} ${onRegistry(registry)}${asked(source)}; das ist ${atLeast(counts)} ${days(least)} vor dem ${day(date)}${enough}.`;
  },
  notYetProtected: ({ registry, since, days: least, counts, date }) =>
    date < since
      ? `Ihre Nummer wurde am ${day(since)} in ${registryName(registry)} eingetragen, nach diesem Kontakt vom ${day(date)}.`
      : `Ihre Nummer steht seit dem ${day(since)} ${onRegistry(registry)}. Die Regel gilt für das, was ${atLeast(counts)} ${days(least)} danach kommt; dieser Kontakt kam am ${day(date)}.`,
  notOnList: ({ registry, asOf, source }) =>
    `Ihre Nummer steht nicht ${onRegistry(registry)}, nach deren ${source === 'list' ? 'Stand' : 'Antwort'} vom ${day(asOf)}.`,
  listStale: ({ registry, asOf, days: age }) =>
    `Das sagt ${registryName(registry)} im Stand vom ${day(asOf)}, der beim Kontakt ${days(age)} alt war: älter, als Anrufer ihn verwenden dürfen.`,
  listTooOld: ({ registry, asOf, days: age, source }) =>
    `Ihre Nummer stand nicht ${onRegistry(registry)}, nach deren ${source === 'list' ? 'Stand' : 'Antwort'} vom ${day(asOf)}. Das war beim Kontakt ${days(age)} alt: Eine spätere Eintragung kann bis dahin wirksam geworden sein.`,
  otherListDisagrees: ({ registry, since, decides }) =>
    `Ihre Nummer stand spätestens am ${day(since)} ${onRegistry(registry)}; bei Abweichungen gilt ${registryName(decides)}.`,
  listDisagrees: ({ registry, stated }) =>
    `Sie haben uns den ${day(stated)} als Tag der Eintragung genannt; bei Abweichungen gilt ${registryName(registry)}.`,
  registrationUnknown: ({ registry }) => `Wir wissen nicht, ob Ihre Nummer ${onRegistry(registry)} stand.`,
  registeredWhenUnknown: ({ registry, noLaterThan, source }) =>
    `Ihre Nummer steht spätestens seit dem ${day(noLaterThan)} ${onRegistry(registry)}${asked(source)}; den genauen Tag kennen wir nicht.`,
  carriedOverWhenUnknown: ({ registry, earliest, latest }) =>
    `Eine Eintragung ${onRegistry(registry)} wird an einem Tag übernommen, den wir nicht kennen: Ihre begann zwischen dem ${day(earliest)} und dem ${day(latest)} zu wirken.`,
  askIfRegisteredOn: ({ registry, since }) =>
    `Wurde Ihre Nummer genau am ${day(since)} in ${registryName(registry)} eingetragen? Ein anderer Tag kann das Ergebnis ändern.`,
  askRegisteredSince: ({ registry }) => `Seit welchem Tag steht Ihre Nummer ${onRegistry(registry)}?`,

  contactedBefore: ({ dates, months: most }) => {
    const also = counted(dates.length, { one: 'ein möglicher Verstoß', other: 'mögliche Verstöße' });
    const when = list(dates.map((date) => `am ${day(date)}`));
    return `Sie haben auch gemeldet, was von demselben Absender ${when} kam: ebenfalls ${also}, höchstens ${months(most)} von diesem entfernt.`;
  },
  notContactedBefore: ({ months: most }) =>
    `Sie haben keinen anderen möglichen Verstoß desselben Absenders gemeldet, der an einem anderen Tag und höchstens ${months(most)} von diesem entfernt war.`,
  restsOn: ({ rules }) => `Dieser Kontakt sieht nach einem Verstoß gegen ${list(rules)} aus.`,
  restsOnOpen: () => 'Die Regeln, auf denen diese aufbaut, lassen sich noch nicht entscheiden.',
  restsOnNothing: () => 'Dieser Kontakt sieht nicht nach einem Verstoß gegen die Regeln aus, auf denen diese aufbaut.',

  exempt: ({ exemption }) => `Solche Kontakte sind von dieser Regel ausgenommen (${exemption}).`,
  writtenPermissionOnly: () =>
    'Eine Erlaubnis zählt nur schriftlich, von Ihnen unterschrieben und mit Ihrer Nummer darin; war Ihre das nicht, geben Sie an, dass Sie keine erteilt haben.',
  privateSuit: () =>
    'Zu Ihrer Information: Möglicherweise können Sie selbst klagen. Eine Beschwerde entsteht daraus nicht von selbst.',
};
