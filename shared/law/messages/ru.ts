import { counting } from '#shared/runtime/counting.ts';
import type { Holidays } from '../condition.ts';
import { inWords } from './in-words.ts';
import type { Counts, Messages, RegistrySource } from './messages.ts';

const counted = /* @__PURE__ */ counting('ru');
const { day, clock, clocks, list } = /* @__PURE__ */ inWords('ru', {
  // Intl ends with an abbreviated word, whose point would stand beside that of the sentence.
  day: (date) => date.replace(/\sг\.$/, ' года'),
  at: (time, place) => `в ${time} (${place})`,
});

/** In the nominative, which is the accusative too, and where the number stands. */
const registries: Readonly<Record<string, { readonly name: string; readonly on: string }>> = {
  'us-national': { name: 'национальный список отказа от рекламы', on: 'в национальном списке отказа от рекламы' },
  'us-ma': { name: 'список отказа от рекламы штата Массачусетс', on: 'в списке отказа от рекламы штата Массачусетс' },
  'uk-tps': { name: 'британский список отказа от рекламы', on: 'в британском списке отказа от рекламы' },
  'ca-dncl': { name: 'канадский список отказа от рекламы', on: 'в канадском списке отказа от рекламы' },
  'au-dncr': { name: 'австралийский список отказа от рекламы', on: 'в австралийском списке отказа от рекламы' },
};

const registryName = (id: string) => registries[id]?.name ?? `список отказа от рекламы ${id}`;
const onRegistry = (id: string) => registries[id]?.on ?? `в списке отказа от рекламы ${id}`;

const atLeast = (counts: Counts) => (counts === 'from' ? 'не менее' : 'более');

/** Who says so, where it is the registry itself. */
const asked = (source: RegistrySource | 'statement') =>
  source === 'query' ? ' (это его собственный ответ на запрос)' : '';

const kinds = { call: 'звонок', text: 'СМС' } as const;

const purposes = {
  sale: 'с рекламой',
  charity: 'с просьбой о пожертвовании',
  political: 'о политике',
  survey: 'с опросом',
  debt: 'о долге',
  information: 'только с информацией',
} as const;

const relationships = {
  none: 'Вы не имели с ними дела и не давали разрешения.',
  customer: 'Вы их клиент, сейчас или раньше.',
  inquiry: 'Вы обращались к ним с вопросом или заявкой.',
  permission: 'Вы давали им разрешение.',
  debt: 'Вы должны им деньги, или они занимаются вашим долгом.',
} as const;

const days = (count: number) => counted(count, { one: '# день', few: '# дня', other: '# дней' });
const months = (count: number) => counted(count, { one: '# месяц', few: '# месяца', other: '# месяцев' });
/** Of so many months, in the genitive. */
const ofMonths = (count: number) => counted(count, { one: '# месяца', other: '# месяцев' });

function timeToStop(count: number, holidays: Holidays | null): string {
  const time = counted(count, { one: '# рабочий день', few: '# рабочих дня', other: '# рабочих дней' });
  return `${time} (с понедельника по пятницу${holidays === null ? '' : ', без федеральных праздников'})`;
}

export const ru: Messages = {
  otherKind: ({ about }) =>
    about === 'call' ? 'Это правило о звонках, а вам пришло СМС.' : 'Это правило об СМС, а вам позвонили.',
  outOfForce: ({ from, until }) => {
    const start = from === null ? '' : ` с ${day(from)}`;
    const end = until === null ? '' : ` по ${day(until)}`;
    return `Мы применяем это правило к случаям${start}${end}; этот не относится к этому времени.`;
  },

  purposeIs: ({ purpose, kind }) => `По вашим словам, это ${kinds[kind]} ${purposes[purpose]}.`,
  surveySells: () => 'Опрос, при котором что-то продают, – это рекламный звонок.',
  purposeUnknown: () => 'Мы не знаем, с какой целью это было.',
  askPurpose: ({ kind }) =>
    `С какой целью ${kind === 'call' ? 'вам звонили' : 'вам прислали СМС'}: что-то продать, собрать пожертвования, политика, опрос, долг или только сообщить что-то?`,
  surveyUnclear: () => 'По вашим словам, это был опрос; мы не знаем, пытались ли при нём что-то продать.',
  askSurveySells: () => 'Пытались ли при опросе что-то вам продать?',

  relationshipIs: ({ relationship }) => relationships[relationship],
  relationshipUnknown: () => 'Мы не знаем, имели ли вы с ними дело.',
  askRelationship: () =>
    'Имели ли вы с ними дело раньше: были клиентом, обращались с вопросом, давали разрешение, были должны? Или ничего такого не было?',
  dealtWithin: ({ on, months: most }) =>
    `В последний раз вы имели с ними дело ${day(on)}, не более чем за ${months(most)} до этого.`,
  dealtLongAgo: ({ on, months: most }) =>
    `В последний раз вы имели с ними дело ${day(on)}, более чем за ${months(most)} до этого.`,
  dealtWhenUnknown: () => 'Мы не знаем, когда до этого случая вы в последний раз имели с ними дело.',
  askDealtOn: () => 'Какого числа, до этого случая, вы в последний раз у них покупали, платили им или спрашивали?',

  stoppedBefore: ({ on, date, businessDays, holidays }) =>
    businessDays === 0
      ? `${day(on)} вы просили их перестать; это случилось позже, ${day(date)}.`
      : `${day(on)} вы просили их перестать; это случилось ${day(date)}, когда отведённый на это срок уже истёк: ${timeToStop(businessDays, holidays)}.`,
  stopTooRecent: ({ on, date, businessDays, holidays }) =>
    businessDays === 0
      ? `${day(on)} вы просили их перестать; это случилось ${day(date)}, а не в более поздний день.`
      : `${day(on)} вы просили их перестать; это случилось ${day(date)}, когда отведённый на это срок ещё не истёк: ${timeToStop(businessDays, holidays)}.`,
  neverStopped: () => 'Вы не назвали более раннего дня, когда просили их перестать.',

  businessLine: () => 'Это рабочий номер, а такие номера правило не защищает.',
  wirelessLine: () => 'Это мобильный номер.',
  homeLine: () => 'Это домашний номер, а правило защищает только мобильные.',
  lineTypeUnknown: () => 'Мы не знаем, мобильный ли ваш номер.',
  askLineType: () => 'Это мобильный, домашний или рабочий номер?',

  recorded: () => 'Это была запись.',
  notRecorded: () => 'Это была не запись.',
  recordedUnknown: () => 'Мы не знаем, была ли это запись.',
  askRecorded: () => 'Это была запись, а не живой человек?',
  optOutMissing: () => 'Запись не предлагала способа отказаться от звонков.',
  optOutOffered: () => 'Запись предлагала способ отказаться от звонков.',
  optOutUnknown: () => 'Мы не знаем, предлагала ли запись способ отказаться от звонков.',
  askOptOut: () => 'Предлагала ли запись в самом начале кнопку или слово для отказа от звонков?',
  callerIdHidden: () => 'Номер звонящего не был показан.',
  callerIdShown: () => 'Номер был показан.',
  callerIdUnknown: () => 'Мы не знаем, был ли показан номер звонящего.',
  askCallerId: () => 'Показал ли телефон номер?',

  outsideHours: ({ times, hours }) =>
    `Это было ${clocks(times)}; рекламные звонки разрешены с ${clock(hours.opens)} до ${clock(hours.closes)}.`,
  insideHours: ({ times, hours }) =>
    `Это было ${clocks(times)}, то есть между ${clock(hours.opens)} и ${clock(hours.closes)}.`,
  hourDependsOnZone: ({ times, hours }) =>
    `Это было ${clocks(times)}: попадает ли это между ${clock(hours.opens)} и ${clock(hours.closes)}, зависит от того, где вы были.`,
  hourWithoutZone: () => 'Мы не знаем вашего часового пояса, а значит, и времени на ваших часах.',
  timeUnknown: () => 'Мы знаем день, но не время.',
  askTime: () => 'В котором часу это было?',
  askZone: () => 'В каком часовом поясе вы тогда были?',
  dayDependsOnZone: () => 'Какой день был у вас, зависит от вашего часового пояса.',

  protectedSince: ({ registry, since, atLatest, source, days: least, counts, carriedOver, date }) => {
    const teller = source === 'statement' ? 'По вашим словам, ваш' : 'Ваш';
    const enough = carriedOver ? ' – достаточно, чтобы попасть в следующий список и начать действовать' : '';
    const when = atLatest ? `не позднее чем с ${day(since)}` : `с ${day(since)}`;
    return `${teller} номер ${onRegistry(registry)} ${when}${asked(source)}; это ${atLeast(counts)} чем за ${days(least)} до ${day(date)}${enough}.`;
  },
  notYetProtected: ({ registry, since, days: least, counts, date }) =>
    date < since
      ? `Ваш номер внесли в ${registryName(registry)} ${day(since)}, уже после этого случая ${day(date)}.`
      : `Ваш номер ${onRegistry(registry)} с ${day(since)}. Правило защищает от того, что приходит ${atLeast(counts)} чем через ${days(least)}; это случилось ${day(date)}.`,
  notOnList: ({ registry, asOf, source }) =>
    `Вашего номера нет ${onRegistry(registry)} по ${source === 'list' ? 'состоянию на' : 'его ответу, данному'} ${day(asOf)}.`,
  listStale: ({ registry, asOf, days: age }) =>
    `Так показывает ${registryName(registry)} по состоянию на ${day(asOf)}. С того дня до этого случая – ${days(age)}: таким старым списком звонящим пользоваться нельзя.`,
  listTooOld: ({ registry, asOf, days: age, source }) =>
    `Вашего номера не было ${onRegistry(registry)} по ${source === 'list' ? 'состоянию на' : 'его ответу, данному'} ${day(asOf)}. С того дня до этого случая – ${days(age)}: за это время могла начать действовать более поздняя регистрация.`,
  otherListDisagrees: ({ registry, since, decides }) =>
    `Ваш номер был ${onRegistry(registry)} не позднее ${day(since)}; при расхождении решает ${registryName(decides)}.`,
  listDisagrees: ({ registry, stated }) =>
    `Днём регистрации вы назвали ${day(stated)}; при расхождении решает ${registryName(registry)}.`,
  registrationUnknown: ({ registry }) => `Мы не знаем, был ли ваш номер ${onRegistry(registry)}.`,
  registeredWhenUnknown: ({ registry, noLaterThan, source }) =>
    `Ваш номер ${onRegistry(registry)} не позднее чем с ${day(noLaterThan)}${asked(source)}; точного дня мы не знаем.`,
  carriedOverWhenUnknown: ({ registry, earliest, latest }) =>
    `Регистрация ${onRegistry(registry)} переносится в день, который нам неизвестен: ваша начала действовать не раньше ${day(earliest)} и не позднее ${day(latest)}.`,
  askIfRegisteredOn: ({ registry, since }) =>
    `Ваш номер внесли в ${registryName(registry)} именно ${day(since)}? Другой день может изменить результат.`,
  askRegisteredSince: ({ registry }) => `С какого дня ваш номер ${onRegistry(registry)}?`,

  contactedBefore: ({ dates, months: most }) => {
    const also = counted(dates.length, { one: 'это тоже возможное нарушение', other: 'это тоже возможные нарушения' });
    return `Вы сообщали о том же отправителе и за другие дни (${list(dates.map(day))}): ${also}, в пределах ${ofMonths(most)} от этого.`;
  },
  notContactedBefore: ({ months: most }) =>
    `Вы не сообщали о другом возможном нарушении того же отправителя, в другой день и в пределах ${ofMonths(most)} от этого.`,
  restsOn: ({ rules }) => `Похоже, этот случай нарушает ${list(rules)}.`,
  restsOnOpen: () => 'Правила, на которых основано это, пока нельзя проверить до конца.',
  restsOnNothing: () => 'Похоже, этот случай не нарушает правил, на которых основано это.',

  exempt: ({ exemption }) => `Для таких случаев в этом правиле есть исключение (${exemption}).`,
  writtenPermissionOnly: () =>
    'Разрешение считается, только если оно письменное, подписано вами и в нём указан ваш номер; если ваше было не таким, ответьте, что не давали его.',
  privateSuit: () =>
    'К вашему сведению: возможно, вы можете подать собственный иск. Сама по себе жалоба из этого не возникает.',
};
