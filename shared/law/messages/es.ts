import { counting } from '#shared/runtime/counting.ts';
import type { Holidays } from '../condition.ts';
import { inWords } from './in-words.ts';
import type { Counts, Messages, RegistrySource } from './messages.ts';

const counted = /* @__PURE__ */ counting('es');
const { day, clock, clocks, list } = /* @__PURE__ */ inWords('es', {
  clockSaid: (time) => (time.startsWith('1:') ? `la ${time}` : `las ${time}`),
  at: (time, place) => `a ${time} (${place})`,
});

const registries: Readonly<Record<string, string>> = {
  'us-national': 'el registro nacional de exclusión',
  'us-ma': 'la lista de exclusión de Massachusetts',
  'uk-tps': 'la lista de exclusión británica TPS',
  'ca-dncl': 'la lista de exclusión de Canadá',
  'au-dncr': 'la lista de exclusión de Australia',
};

const registryName = (id: string) => registries[id] ?? `la lista de exclusión ${id}`;

const atLeast = (counts: Counts) => (counts === 'from' ? 'al menos' : 'más de');

/** Who says so, where it is the registry itself. */
const asked = (source: RegistrySource | 'statement') =>
  source === 'query' ? ', según su propia respuesta a una consulta' : '';

const kinds = { call: 'una llamada', text: 'un mensaje' } as const;

const purposes = {
  sale: 'de ventas',
  charity: 'para una causa benéfica',
  political: 'de política',
  survey: 'para una encuesta',
  debt: 'por una deuda',
  information: 'solo para informar',
} as const;

const relationships = {
  none: 'Usted no había tenido tratos con ellos ni les había dado permiso.',
  customer: 'Usted es o fue cliente suyo.',
  inquiry: 'Usted les había pedido información o había presentado una solicitud.',
  permission: 'Usted les había dado permiso.',
  debt: 'Usted les debe dinero, o ellos gestionan una deuda suya.',
} as const;

const days = (count: number) => counted(count, { one: '# día', other: '# días' });
const months = (count: number) => counted(count, { one: '# mes', other: '# meses' });

function timeToStop(count: number, holidays: Holidays | null): string {
  const time = counted(count, { one: '# día hábil', other: '# días hábiles' });
  return `plazo de ${time} (de lunes a viernes${holidays === null ? '' : ', sin contar los festivos federales'})`;
}

export const es: Messages = {
  otherKind: ({ about }) =>
    about === 'call'
      ? 'Esta norma trata de llamadas, y usted recibió un mensaje.'
      : 'Esta norma trata de mensajes, y usted recibió una llamada.',
  outOfForce: ({ from, until }) => {
    const start = from === null ? '' : ` desde el ${day(from)}`;
    const end = until === null ? '' : ` hasta el ${day(until)}`;
    return `Aplicamos esta norma a los contactos ocurridos${start}${end}; este queda fuera de ese tiempo.`;
  },

  purposeIs: ({ purpose, kind }) => `Según usted, fue ${kinds[kind]} ${purposes[purpose]}.`,
  surveySells: () => 'Una encuesta que también vende algo es una llamada de ventas.',
  purposeUnknown: () => 'No sabemos para qué era.',
  askPurpose: ({ kind }) =>
    `¿Para qué era ${kind === 'call' ? 'la llamada' : 'el mensaje'}: para vender algo, para una causa benéfica, por política, para una encuesta, por una deuda o solo para informar?`,
  surveyUnclear: () => 'Según usted, fue una encuesta; no sabemos si además intentó vender algo.',
  askSurveySells: () => '¿La encuesta también intentó venderle algo?',

  relationshipIs: ({ relationship }) => relationships[relationship],
  relationshipUnknown: () => 'No sabemos si usted había tenido tratos con ellos.',
  askRelationship: () =>
    '¿Había tenido algo que ver con ellos: como cliente, por una consulta, por un permiso que dio o por una deuda? ¿O nada en absoluto?',
  dealtWithin: ({ on, months: most }) =>
    `Su último trato con ellos fue el ${day(on)}, no más de ${months(most)} antes.`,
  dealtLongAgo: ({ on, months: most }) => `Su último trato con ellos fue el ${day(on)}, más de ${months(most)} antes.`,
  dealtWhenUnknown: () => 'No sabemos cuándo trató con ellos por última vez antes de este contacto.',
  askDealtOn: () => '¿En qué fecha, antes de este contacto, les compró, les pagó o les pidió algo por última vez?',

  stoppedBefore: ({ on, date, businessDays, holidays }) =>
    businessDays === 0
      ? `El ${day(on)} usted les pidió que pararan; esto llegó más tarde, el ${day(date)}.`
      : `El ${day(on)} usted les pidió que pararan; esto llegó el ${day(date)}, pasado el ${timeToStop(businessDays, holidays)} que tenían para hacerlo.`,
  stopTooRecent: ({ on, date, businessDays, holidays }) =>
    businessDays === 0
      ? `El ${day(on)} usted les pidió que pararan; esto llegó el ${day(date)}, no en un día posterior.`
      : `El ${day(on)} usted les pidió que pararan; esto llegó el ${day(date)}, dentro del ${timeToStop(businessDays, holidays)} que tenían para hacerlo.`,
  neverStopped: () => 'No nos ha indicado ningún día anterior en que les pidiera que pararan.',

  businessLine: () => 'La línea es de empresa, y esta norma no protege esas líneas.',
  wirelessLine: () => 'La línea es móvil.',
  homeLine: () => 'La línea es particular, y esta norma solo protege las móviles.',
  lineTypeUnknown: () => 'No sabemos si su línea es móvil.',
  askLineType: () => '¿La línea es móvil, particular o de empresa?',

  recorded: () => 'Era una grabación.',
  notRecorded: () => 'No era una grabación.',
  recordedUnknown: () => 'No sabemos si era una grabación.',
  askRecorded: () => '¿Era una grabación y no una persona?',
  optOutMissing: () => 'La grabación no ofrecía ninguna forma de rechazar más llamadas.',
  optOutOffered: () => 'La grabación ofrecía una forma de rechazar más llamadas.',
  optOutUnknown: () => 'No sabemos si la grabación ofrecía una forma de rechazar más llamadas.',
  askOptOut: () => '¿Ofrecía la grabación, al principio, una tecla o una palabra para rechazar más llamadas?',
  callerIdHidden: () => 'No se mostró el número de quien llamaba.',
  callerIdShown: () => 'Se mostró un número.',
  callerIdUnknown: () => 'No sabemos si se mostró el número de quien llamaba.',
  askCallerId: () => '¿Mostró su teléfono un número?',

  outsideHours: ({ times, hours }) =>
    `Llegó ${clocks(times)}; las llamadas de ventas se permiten entre ${clock(hours.opens)} y ${clock(hours.closes)}.`,
  insideHours: ({ times, hours }) => `Llegó ${clocks(times)}, entre ${clock(hours.opens)} y ${clock(hours.closes)}.`,
  hourDependsOnZone: ({ times, hours }) =>
    `Llegó ${clocks(times)}: que eso sea entre ${clock(hours.opens)} y ${clock(hours.closes)} depende de dónde estaba usted.`,
  hourWithoutZone: () => 'No sabemos su zona horaria ni, por tanto, qué hora marcaba su reloj.',
  timeUnknown: () => 'Sabemos la fecha, pero no la hora.',
  askTime: () => '¿A qué hora llegó?',
  askZone: () => '¿En qué zona horaria estaba cuando llegó?',
  dayDependsOnZone: () => 'Qué día era donde usted estaba depende de su zona horaria.',

  protectedSince: ({ registry, since, atLatest, source, days: least, counts, carriedOver, date }) => {
    const teller = source === 'statement' ? 'Según nos dijo, su' : 'Su';
    const enough = carriedOver ? ', tiempo suficiente para pasar a la lista siguiente y surtir efecto' : '';
    const when = atLatest ? `desde el ${day(since)} como muy tarde` : `desde el ${day(since)}`;
    return `${teller} número está en ${registryName(registry)} ${when}${asked(source)}; eso es ${atLeast(counts)} ${days(least)} antes del ${day(date)}${enough}.`;
  },
  notYetProtected: ({ registry, since, days: least, counts, date }) =>
    date < since
      ? `Su número se inscribió en ${registryName(registry)} el ${day(since)}, después de este contacto del ${day(date)}.`
      : `Su número está en ${registryName(registry)} desde el ${day(since)}. La norma vale para lo que llega ${atLeast(counts)} ${days(least)} después; esto llegó el ${day(date)}.`,
  notOnList: ({ registry, asOf, source }) =>
    `Su número no está en ${registryName(registry)}, según la ${source === 'list' ? 'lista' : 'respuesta'} del ${day(asOf)}.`,
  listStale: ({ registry, asOf, days: age }) =>
    `Así lo dice, con fecha del ${day(asOf)}, ${registryName(registry)}; esa versión tenía ${days(age)} cuando llegó esto, más de lo que se permite a quienes llaman.`,
  listTooOld: ({ registry, asOf, days: age, source }) =>
    `Su número no estaba en ${registryName(registry)}, según la ${source === 'list' ? 'lista' : 'respuesta'} del ${day(asOf)}, que tenía ${days(age)} cuando llegó esto: puede que para entonces ya valiera una inscripción posterior.`,
  otherListDisagrees: ({ registry, since, decides }) =>
    `Su número estaba en ${registryName(registry)} ya el ${day(since)}; en caso de diferencia, decide ${registryName(decides)}.`,
  listDisagrees: ({ registry, stated }) =>
    `Usted nos dio el ${day(stated)} como día de inscripción; en caso de diferencia, decide ${registryName(registry)}.`,
  registrationUnknown: ({ registry }) => `No sabemos si su número estaba en ${registryName(registry)}.`,
  registeredWhenUnknown: ({ registry, noLaterThan, source }) =>
    `Su número está en ${registryName(registry)} desde el ${day(noLaterThan)} como muy tarde${asked(source)}; no sabemos el día exacto.`,
  carriedOverWhenUnknown: ({ registry, earliest, latest }) =>
    `Una inscripción en ${registryName(registry)} se traspasa en una fecha que no conocemos: la suya empezó a valer entre el ${day(earliest)} y el ${day(latest)}.`,
  askIfRegisteredOn: ({ registry, since }) =>
    `¿Se inscribió su número en ${registryName(registry)} exactamente el ${day(since)}? Otro día puede cambiar el resultado.`,
  askRegisteredSince: ({ registry }) => `¿Desde qué fecha está su número en ${registryName(registry)}?`,

  contactedBefore: ({ dates, months: most }) => {
    const also = counted(dates.length, { one: 'otra posible infracción', other: 'otras posibles infracciones' });
    const when = list(dates.map((date) => `el ${day(date)}`));
    return `Usted ya denunció a este mismo remitente por lo ocurrido ${when}: ${also}, a no más de ${months(most)} de esta.`;
  },
  notContactedBefore: ({ months: most }) =>
    `Usted no ha denunciado otra posible infracción del mismo remitente, de un día distinto y a no más de ${months(most)}.`,
  restsOn: ({ rules }) => `Este contacto parece infringir ${list(rules)}.`,
  restsOnOpen: () => 'Las normas en las que se apoya esta aún no se pueden decidir.',
  restsOnNothing: () => 'Este contacto no parece infringir las normas en las que se apoya esta.',

  exempt: ({ exemption }) => `Los contactos de este tipo están exentos de esta norma (${exemption}).`,
  writtenPermissionOnly: () =>
    'Un permiso solo cuenta por escrito, firmado por usted y con su número; si el suyo no lo era, diga que no dio ninguno.',
  privateSuit: () =>
    'Para su información: quizá pueda presentar una demanda propia. De esto por sí solo no sale ninguna queja.',
};
