import { counting } from '#shared/runtime/counting.ts';
import type { Holidays } from '../condition.ts';
import { inWords } from './in-words.ts';
import type { Counts, Messages, RegistrySource } from './messages.ts';

// As French prints it, no line may break before ; : ? – these spaces are U+00A0.
const counted = /* @__PURE__ */ counting('fr');
const { day, clock, clocks, list } = /* @__PURE__ */ inWords('fr', {
  day: (date) => date.replace(/^1 /, '1er '),
  place: (time) => time.replace(/^heure\s:\s/, ''),
  at: (time, place) => `à ${time} (${place})`,
});

const registries: Readonly<Record<string, string>> = {
  'us-national': 'la liste nationale d’opposition',
  'us-ma': 'la liste d’opposition du Massachusetts',
  'uk-tps': 'la liste d’opposition britannique TPS',
  'ca-dncl': 'la liste d’opposition du Canada',
  'au-dncr': 'la liste d’opposition de l’Australie',
};

const registryName = (id: string) => registries[id] ?? `la liste d’opposition ${id}`;

const atLeast = (counts: Counts) => (counts === 'from' ? 'au moins' : 'plus de');

/** Who says so, where it is the registry itself. */
const asked = (source: RegistrySource | 'statement') =>
  source === 'query' ? ', d’après sa propre réponse à une question' : '';

const kinds = { call: 'un appel', text: 'un message' } as const;

const purposes = {
  sale: 'commercial',
  charity: 'pour une œuvre',
  political: 'politique',
  survey: 'pour un sondage',
  debt: 'au sujet d’une dette',
  information: 'de simple information',
} as const;

const relationships = {
  none: 'Vous n’aviez pas eu affaire à eux et ne leur aviez donné aucune permission.',
  customer: 'Vous êtes ou avez été client chez eux.',
  inquiry: 'Vous leur aviez demandé des renseignements ou aviez présenté une demande.',
  permission: 'Vous leur aviez donné votre permission.',
  debt: 'Vous leur devez de l’argent, ou ils gèrent une de vos dettes.',
} as const;

const days = (count: number) => counted(count, { one: '# jour', other: '# jours' });
const months = (count: number) => counted(count, { other: '# mois' });

function timeToStop(count: number, holidays: Holidays | null): string {
  const time = counted(count, { one: '# jour ouvré', other: '# jours ouvrés' });
  return `délai de ${time} (du lundi au vendredi${holidays === null ? '' : ', hors jours fériés fédéraux'})`;
}

export const fr: Messages = {
  otherKind: ({ about }) =>
    about === 'call'
      ? 'Cette règle porte sur les appels, et vous avez reçu un message.'
      : 'Cette règle porte sur les messages, et vous avez reçu un appel.',
  outOfForce: ({ from, until }) => {
    const start = from === null ? '' : ` à partir du ${day(from)}`;
    const end = until === null ? '' : ` jusqu’au ${day(until)}`;
    return `Nous appliquons cette règle aux contacts reçus${start}${end} ; celui-ci se situe hors de cette période.`;
  },

  purposeIs: ({ purpose, kind }) => `D’après vous, c’était ${kinds[kind]} ${purposes[purpose]}.`,
  surveySells: () => 'Un sondage qui vend aussi quelque chose est un appel commercial.',
  purposeUnknown: () => 'Nous ne savons pas quel en était le but.',
  askPurpose: ({ kind }) =>
    `Quel était le but ${kind === 'call' ? 'de l’appel' : 'du message'} : vendre quelque chose, quêter pour une œuvre, la politique, un sondage, une dette ou une simple information ?`,
  surveyUnclear: () =>
    'D’après vous, c’était un sondage ; nous ne savons pas s’il cherchait aussi à vendre quelque chose.',
  askSurveySells: () => 'Le sondage cherchait-il aussi à vous vendre quelque chose ?',

  relationshipIs: ({ relationship }) => relationships[relationship],
  relationshipUnknown: () => 'Nous ne savons pas si vous aviez déjà eu affaire à eux.',
  askRelationship: () =>
    'Aviez-vous déjà eu affaire à eux : comme client, par une demande, par une permission donnée ou à cause d’une dette ? Ou pas du tout ?',
  dealtWithin: ({ on, months: most }) =>
    `Vous avez eu affaire à eux pour la dernière fois le ${day(on)}, au plus ${months(most)} avant.`,
  dealtLongAgo: ({ on, months: most }) =>
    `Vous avez eu affaire à eux pour la dernière fois le ${day(on)}, plus de ${months(most)} avant.`,
  dealtWhenUnknown: () => 'Nous ne savons pas quand vous avez eu affaire à eux pour la dernière fois avant ce contact.',
  askDealtOn: () =>
    'À quelle date, avant ce contact, avez-vous acheté, payé ou demandé quelque chose chez eux pour la dernière fois ?',

  stoppedBefore: ({ on, date, businessDays, holidays }) =>
    businessDays === 0
      ? `Le ${day(on)}, vous leur aviez demandé d’arrêter ; ce contact est venu plus tard, le ${day(date)}.`
      : `Le ${day(on)}, vous leur aviez demandé d’arrêter ; ce contact est venu le ${day(date)}, après le ${timeToStop(businessDays, holidays)} qu’ils avaient pour le faire.`,
  stopTooRecent: ({ on, date, businessDays, holidays }) =>
    businessDays === 0
      ? `Le ${day(on)}, vous leur avez demandé d’arrêter ; ce contact est venu le ${day(date)}, et non un jour plus tard.`
      : `Le ${day(on)}, vous leur aviez demandé d’arrêter ; ce contact est venu le ${day(date)}, dans le ${timeToStop(businessDays, holidays)} qu’ils avaient pour le faire.`,
  neverStopped: () => 'Vous ne nous avez indiqué aucun jour antérieur où vous leur auriez demandé d’arrêter.',

  businessLine: () => 'La ligne est professionnelle, et cette règle ne protège pas ces lignes.',
  wirelessLine: () => 'La ligne est une ligne mobile.',
  homeLine: () => 'La ligne est celle d’un domicile, et cette règle ne protège que les lignes mobiles.',
  lineTypeUnknown: () => 'Nous ne savons pas si votre ligne est une ligne mobile.',
  askLineType: () => 'La ligne est-elle mobile, celle d’un domicile ou professionnelle ?',

  recorded: () => 'C’était un enregistrement.',
  notRecorded: () => 'Ce n’était pas un enregistrement.',
  recordedUnknown: () => 'Nous ne savons pas si c’était un enregistrement.',
  askRecorded: () => 'Était-ce un enregistrement plutôt qu’une personne ?',
  optOutMissing: () => 'L’enregistrement n’offrait aucun moyen de refuser d’autres appels.',
  optOutOffered: () => 'L’enregistrement offrait un moyen de refuser d’autres appels.',
  optOutUnknown: () => 'Nous ne savons pas si l’enregistrement offrait un moyen de refuser d’autres appels.',
  askOptOut: () => 'L’enregistrement offrait-il, au début, une touche ou un mot pour refuser d’autres appels ?',
  callerIdHidden: () => 'Le numéro de l’appelant ne s’est pas affiché.',
  callerIdShown: () => 'Un numéro s’est affiché.',
  callerIdUnknown: () => 'Nous ne savons pas si le numéro de l’appelant s’est affiché.',
  askCallerId: () => 'Votre téléphone a-t-il affiché un numéro ?',

  outsideHours: ({ times, hours }) =>
    `C’était ${clocks(times)} ; les appels commerciaux sont permis de ${clock(hours.opens)} à ${clock(hours.closes)}.`,
  insideHours: ({ times, hours }) => `C’était ${clocks(times)}, entre ${clock(hours.opens)} et ${clock(hours.closes)}.`,
  hourDependsOnZone: ({ times, hours }) =>
    `C’était ${clocks(times)} : que ce soit entre ${clock(hours.opens)} et ${clock(hours.closes)} dépend de l’endroit où vous étiez.`,
  hourWithoutZone: () => 'Nous ne connaissons pas votre fuseau horaire, ni donc l’heure à votre montre.',
  timeUnknown: () => 'Nous connaissons la date, mais pas l’heure.',
  askTime: () => 'À quelle heure est-ce arrivé ?',
  askZone: () => 'Dans quel fuseau horaire étiez-vous à ce moment ?',
  dayDependsOnZone: () => 'Savoir quel jour il était chez vous dépend de votre fuseau horaire.',

  protectedSince: ({ registry, since, atLatest, source, days: least, counts, carriedOver, date }) => {
    const teller = source === 'statement' ? 'Vous nous avez dit que votre' : 'Votre';
    const enough = carriedOver ? ', assez pour être repris sur la liste suivante et prendre effet' : '';
    const when = atLatest ? `depuis le ${day(since)} au plus tard` : `depuis le ${day(since)}`;
    return `${teller} numéro est sur ${registryName(registry)} ${when}${asked(source)} ; c’est ${atLeast(counts)} ${days(least)} avant le ${day(date)}${enough}.`;
  },
  notYetProtected: ({ registry, since, days: least, counts, date }) =>
    date < since
      ? `Votre numéro a été inscrit sur ${registryName(registry)} le ${day(since)}, après ce contact du ${day(date)}.`
      : `Votre numéro est sur ${registryName(registry)} depuis le ${day(since)}. La règle vaut pour ce qui vient ${atLeast(counts)} ${days(least)} après ; ce contact date du ${day(date)}.`,
  notOnList: ({ registry, asOf, source }) =>
    `Votre numéro n’est pas sur ${registryName(registry)}, d’après ${source === 'list' ? 'son état' : 'sa réponse'} du ${day(asOf)}.`,
  listStale: ({ registry, asOf, days: age }) =>
    `C’est ce que dit ${registryName(registry)} dans son état du ${day(asOf)}, vieux de ${days(age)} lors du contact : plus que ce qui est permis aux appelants.`,
  listTooOld: ({ registry, asOf, days: age, source }) =>
    `Votre numéro n’était pas sur ${registryName(registry)}, d’après ${source === 'list' ? 'son état' : 'sa réponse'} du ${day(asOf)}. Cela datait de ${days(age)} lors du contact : une inscription plus récente a pu prendre effet entre-temps.`,
  otherListDisagrees: ({ registry, since, decides }) =>
    `Votre numéro était sur ${registryName(registry)} au plus tard le ${day(since)} ; en cas de différence, ${registryName(decides)} fait foi.`,
  listDisagrees: ({ registry, stated }) =>
    `Vous nous avez donné le ${day(stated)} comme jour d’inscription ; en cas de différence, ${registryName(registry)} fait foi.`,
  registrationUnknown: ({ registry }) => `Nous ne savons pas si votre numéro était sur ${registryName(registry)}.`,
  registeredWhenUnknown: ({ registry, noLaterThan, source }) =>
    `Votre numéro est sur ${registryName(registry)} depuis le ${day(noLaterThan)} au plus tard${asked(source)} ; nous ne savons pas le jour exact.`,
  carriedOverWhenUnknown: ({ registry, earliest, latest }) =>
    `Une inscription sur ${registryName(registry)} est reprise à une date que nous ignorons : la vôtre a commencé à vous protéger entre le ${day(earliest)} et le ${day(latest)}.`,
  askIfRegisteredOn: ({ registry, since }) =>
    `Votre numéro a-t-il été inscrit sur ${registryName(registry)} exactement le ${day(since)} ? Un autre jour peut changer le résultat.`,
  askRegisteredSince: ({ registry }) => `Depuis quelle date votre numéro est-il sur ${registryName(registry)} ?`,

  contactedBefore: ({ dates, months: most }) => {
    const contacts = counted(dates.length, { one: 'un contact', other: 'des contacts' });
    const also = counted(dates.length, {
      one: 'là aussi une infraction possible',
      other: 'là aussi des infractions possibles',
    });
    const when = list(dates.map((date) => `du ${day(date)}`));
    return `Vous avez aussi signalé le même expéditeur pour ${contacts} ${when} : ${also}, à ${months(most)} au plus de celle-ci.`;
  },
  notContactedBefore: ({ months: most }) =>
    `Vous n’avez signalé aucune autre infraction possible du même expéditeur, un autre jour et à ${months(most)} au plus de ce contact.`,
  restsOn: ({ rules }) => `Ce contact semble enfreindre ${list(rules)}.`,
  restsOnOpen: () => 'Les règles sur lesquelles celle-ci repose ne peuvent pas encore être tranchées.',
  restsOnNothing: () => 'Ce contact ne semble pas enfreindre les règles sur lesquelles celle-ci repose.',

  exempt: ({ exemption }) => `De tels contacts sont exemptés de cette règle (${exemption}).`,
  writtenPermissionOnly: () =>
    'Une permission ne compte que par écrit, signée par vous et indiquant votre numéro ; si la vôtre ne l’était pas, dites que vous n’en avez donné aucune.',
  privateSuit: () =>
    'Pour votre information : vous pouvez peut-être agir vous-même en justice. Aucune plainte n’en résulte d’elle-même.',
};
