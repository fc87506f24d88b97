import { counting } from '#shared/runtime/counting.ts';
import type { Messages } from './messages.ts';

const counted = /* @__PURE__ */ counting('es');

export const common: Messages['common'] = {
  direction: 'ltr',
  skip: 'Ir al contenido',
  home: 'Inicio',
  motto: 'Llamadas y mensajes no deseados, por escrito',
  menu: 'Menú principal',
  languages: 'Idioma',
  reportCall: 'Denunciar una llamada',
  reportText: 'Denunciar un mensaje',
  reportLog: 'Subir un registro de llamadas',
  follow: 'Seguir una denuncia',
  myData: 'Qué pasa con mis datos',
  forRegulators: 'Para autoridades',
  back: 'Volver',
  optional: '(opcional)',
  yes: 'Sí',
  no: 'No',
  unknown: 'No lo sé',
  moreDetails: 'Más detalles, si los tiene',
  charactersLeft: (count) => counted(count, { one: 'Queda # carácter', other: 'Quedan # caracteres' }),
  chooseOne: 'Elija una opción',
  errorPrefix: 'Error: ',
  errorTitle: 'Hay algo que revisar',
  errorKept: 'Todo lo que escribió sigue aquí.',
  contest: 'Impugnar un número denunciado',
};

export const home: Messages['home'] = {
  title: 'Ponga fin a las llamadas no deseadas',
  lead: 'Cuéntenos una llamada o un mensaje que nunca pidió. Sabrá al momento qué normas puede haber infringido. Si lo desea, lo convertimos en una queja formal y le mostramos dónde está en cada paso.',
  callHint: 'Sonó el teléfono. Lleva cerca de un minuto.',
  textHint: 'Un mensaje que no quería.',
  logHint: 'Muchas llamadas a la vez: márquelas en la lista que guardó su teléfono.',
  followHint: 'Tiene un recibo: vea qué pasó, corrija o retire.',
  stepsTitle: 'Qué pasa después',
  stepVerdict: 'El resultado, al momento. Qué normas parecen infringidas, cuáles no y por qué.',
  stepComplaint: 'Su queja, si la quiere. Lee la carta antes de que salga.',
  stepFollow: 'Un recibo. Con él puede ver cuando quiera quién tiene su queja y qué hizo.',
  free: 'Gratis, sin cuenta, y para denunciar no hace falta dar su nombre.',
};

export const form: Messages['form'] = {
  callTitle: 'Denunciar una llamada no deseada',
  textTitle: 'Denunciar un mensaje no deseado',
  lead: 'Primero, unos pocos hechos. Lo que deje en blanco solo lo preguntaremos si decide algo.',
  callSender: '¿Qué número mostró su teléfono?',
  callSenderHint: 'Tal como se mostró, por ejemplo (202) 555-0143. Con + y prefijo de país si vino del extranjero.',
  withheld: 'No mostró ningún número',
  textSender: '¿Quién lo envió?',
  textSenderHint: 'El número, código corto, nombre o correo que se mostró.',
  text: '¿Qué dice?',
  textHint: 'Copie las palabras. No abra ningún enlace.',
  date: '¿Qué día?',
  time: '¿A qué hora?',
  timeHint: 'Las normas sobre llamadas nocturnas la necesitan. Según su reloj, por ejemplo 20:41.',
  zone: '¿En qué zona horaria estaba?',
  zoneHint: 'Su número por sí solo no lo dice, y la hora vale según su reloj.',
  line: 'Su número, el que recibió la llamada o el mensaje',
  lineHint: 'Lo buscamos en las listas de exclusión. Sin él hay mucho que no se puede decidir.',
  lineKept: (ending) => `Tenemos el número que termina en ${ending}. Déjelo en blanco para conservarlo.`,
  topic: '¿De qué trataba?',
  callerName: 'Nombre que dio quien llamó',
  sellerName: 'Empresa para la que era',
  askedToStopOn: 'Día en que había pedido que pararan',
  submit: 'Ver el resultado',
  privacy: 'Su número se guarda con la denuncia y no se publica en ningún sitio.',
};

export const errors: Messages['errors'] = {
  sender: 'Escriba el número que mostró su teléfono, o marque que no mostró ninguno.',
  textSender: 'Escriba el número, código corto, nombre o correo que se mostró.',
  senderBoth: 'Escribió un número y marcó que no se mostró ninguno. Deje solo uno de los dos.',
  senderNotANumber: 'Esto no es un número de teléfono. Use cifras; un nombre va en «Más detalles».',
  senderCountry: 'Escriba este número con + y su prefijo de país.',
  senderEmergency: 'Este es un número de emergencias. Revíselo.',
  lineInvalid: 'Escriba su número completo, por ejemplo +1 413 555 0142.',
  dateMissing: 'Indique el día.',
  dayMissing: 'Indique un día o siga sin responder.',
  dateInvalid: 'Ese día no existe. Escriba año-mes-día, por ejemplo 2026-11-20.',
  dateRange: 'Indique un día entre 1990 y hoy.',
  timeInvalid: 'Indique una hora entre 00:00 y 23:59.',
  zoneNeeded: 'Diga en qué zona horaria estaba o deje la hora en blanco.',
  textMissing: 'Copie aquí las palabras del mensaje.',
  tooLong: (most) => counted(most, { one: 'Use # carácter como máximo.', other: 'Use # caracteres como máximo.' }),
  characters: 'Contiene caracteres de control invisibles. Escríbalo a mano.',
  choose: 'Elija una de las respuestas.',
  nameMissing: 'Escriba su nombre.',
  emailMissing: 'Escriba su correo electrónico o su dirección postal.',
  region: 'Escriba las dos letras de su estado, por ejemplo MA.',
  emailInvalid: 'Escriba un correo como name@example.com.',
  lineMissing: 'Escriba el número que recibió la llamada o el mensaje.',
  sellerMissing: 'Escriba el nombre de quien llamó o de la empresa.',
  consentMissing: 'Marque que está de acuerdo, o vuelva sin enviar.',
  receiptMissing: 'Escriba su recibo.',
  receiptLength: (found) =>
    counted(found, {
      one: 'Un recibo tiene 16 caracteres; este tiene #.',
      other: 'Un recibo tiene 16 caracteres; este tiene #.',
    }),
  receiptCharacters: 'Un recibo solo tiene cifras y las letras de la A a la Z, sin U.',
  receiptUnknown: 'No conocemos ninguna denuncia con este recibo. Compare cada carácter.',
  tokenExpired: 'Esta página estuvo abierta más de un día. Repase sus respuestas y envíelas otra vez.',
  tokenForeign: 'No reconocemos este formulario como nuestro. Repase sus respuestas y envíelas otra vez.',
  alreadySent: 'Ya envió este formulario antes, con otras respuestas.',
  alreadySentOpen: 'Abrir la denuncia enviada',
  alreadySentAgain: 'Si se trata de otra llamada o mensaje, envíe el formulario otra vez.',
  busy: 'Su denuncia se está modificando. Espere unos segundos y envíe de nuevo.',
  tooMany: 'Esta denuncia se corrigió demasiadas veces para cambiarla otra vez.',
  usedUp: (hours) =>
    counted(hours, {
      one: 'Hoy ya hemos aceptado para su número tantas denuncias como aceptamos en un día. Envíe este formulario otra vez dentro de # hora.',
      other:
        'Hoy ya hemos aceptado para su número tantas denuncias como aceptamos en un día. Envíe este formulario otra vez dentro de # horas.',
    }),
};

export const checks: Messages['checks'] = {
  leaveEmpty: 'Deje este campo vacío',
  notYet: 'Todavía no se ha enviado',
  again: (seconds) =>
    counted(seconds, {
      one: 'Hay máquinas que envían formularios en masa, así que su navegador debe hacer antes un breve cálculo. Si no envía sus respuestas por sí solo, pulse el botón otra vez dentro de # segundo.',
      other:
        'Hay máquinas que envían formularios en masa, así que su navegador debe hacer antes un breve cálculo. Si no envía sus respuestas por sí solo, pulse el botón otra vez dentro de # segundos.',
    }),
};

export const topics: Messages['topics'] = {
  impersonation: 'Alguien se hizo pasar por autoridad, empresa o familiar',
  charities: 'Organizaciones benéficas',
  tech_support: 'Informática y soporte técnico',
  dropped_call: 'Se cortó o nadie habló',
  energy: 'Energía y suministros',
  home_improvement: 'Reformas y limpieza',
  home_security: 'Alarmas y seguridad',
  lotteries: 'Loterías y premios',
  medical: 'Medicamentos y recetas',
  none_given: 'No lo dijeron',
  other: 'Otra cosa',
  debt_relief: 'Reducir deudas',
  travel: 'Vacaciones y multipropiedad',
  warranties: 'Garantías y seguros',
  work_from_home: 'Trabajo desde casa e ingresos',
  bank: 'Banco o tarjeta',
  parcel: 'Paquete o entrega',
  crypto: 'Criptomonedas o inversión',
};

export const purposes: Messages['purposes'] = {
  sale: 'Vender algo',
  charity: 'Pedir para una causa benéfica',
  political: 'Política',
  survey: 'Una encuesta',
  debt: 'Una deuda',
  information: 'Solo información',
};

export const relationships: Messages['relationships'] = {
  none: 'Nada: ni tratos ni permiso',
  customer: 'Soy o fui cliente',
  inquiry: 'Les había pedido algo',
  permission: 'Había dado permiso',
  debt: 'Les debo dinero',
};

export const lineTypes: Messages['lineTypes'] = {
  wireless: 'Móvil',
  residential: 'Particular',
  business: 'De empresa',
};

export const asking: Messages['asking'] = {
  title: 'Una pregunta decidiría más',
  answer: 'Responder',
  skip: 'No puedo decirlo, seguir',
  confirmation: 'El correo de confirmación del registro, si lo tiene',
  confirmationHint: 'Pegue el texto. Acompaña a su queja como prueba del día.',
};

export const questions: Messages['questions'] = {
  occurredAt: '¿A qué hora llegó?',
  timeZone: '¿En qué zona horaria estaba cuando llegó?',
  recorded: '¿Era una grabación y no una persona?',
  callerIdShown: '¿Mostró su teléfono un número?',
  purpose: '¿Para qué era?',
  surveyAlsoSells: '¿La encuesta también intentó venderle algo?',
  registeredSince: '¿Desde qué día está su número en el registro nacional de exclusión?',
  lineType: '¿Qué tipo de línea es la suya?',
  relationship: '¿Había tenido algo que ver con ellos?',
  lastDealtOn: '¿Cuándo, antes de esto, les compró, pagó o pidió algo por última vez?',
  optOutOffered: '¿Ofrecía la grabación una tecla o palabra para no recibir más llamadas?',
};

export const verdict: Messages['verdict'] = {
  titleViolations: (count) =>
    counted(count, { one: 'Esto puede haber infringido # norma', other: 'Esto puede haber infringido # normas' }),
  titleOpen: 'Aún falta una respuesta',
  titleNone: 'No encontramos ninguna norma infringida',
  titleNoRules: 'Aún no tenemos las normas de su país',
  noRules: 'Su denuncia cuenta igualmente: ayuda a quien consulte este remitente.',
  impossible: 'Nadie puede tener este número: lo más probable es que sea falso.',
  possible: 'Este número no está asignado: puede ser falso.',
  violations: 'Posibles infracciones',
  allegation: 'Posibles, porque solo puede decidirlo una autoridad o un tribunal.',
  open: 'Aún sin decidir',
  exempt: 'Permitido de todos modos',
  notShown: (count) =>
    counted(count, {
      one: '# norma que no se aplica, y por qué',
      other: '# normas que no se aplican, y por qué',
    }),
  sources: 'Fuente:',
  questionDecides: (count) =>
    counted(count, { one: 'Su respuesta decide # norma.', other: 'Su respuesta decide # normas.' }),
  complaintTitle: '¿Quiere presentar una queja?',
  complaintLead: (regulators) =>
    `La convertimos en una queja formal a: ${regulators}. Verá la carta antes de que salga nada.`,
  complaintStart: 'Preparar mi queja',
  complaintAsked: 'Su queja está en camino. En la página de su denuncia verá dónde.',
  another: 'Denunciar algo más',
};

export const rules: Messages['rules'] = {
  registry: 'Llamada de ventas a un número de una lista de exclusión',
  textRegistry: 'Mensaje de ventas a un número de una lista de exclusión',
  stop: 'Llamó aunque usted había pedido que parara',
  revoked: 'Siguió después de que usted retirara su permiso',
  hours: 'Llamada de ventas fuera del horario permitido',
  recorded: 'Grabación de ventas sin su acuerdo por escrito',
  callerId: 'Número de quien llamaba oculto',
  autodial: 'Llamada grabada a un móvil sin su acuerdo',
  repeated: 'Infracción repetida del mismo remitente',
};

export const jurisdictions: Messages['jurisdictions'] = {
  US: 'Estados Unidos',
  MA: 'Massachusetts',
  UK: 'Reino Unido',
  CA: 'Canadá',
  AU: 'Australia',
};

export const sender: Messages['sender'] = {
  about: (sender, when) => `${sender}, ${when}`,
  withheld: 'Número oculto',
  unknown: 'Remitente desconocido',
};

export const lookUp: Messages['lookUp'] = {
  title: 'Seguir una denuncia',
  lead: 'Escriba su recibo. Mayúsculas y guiones no importan; O y 0, I y 1 son lo mismo.',
  receipt: 'Recibo',
  receiptHint: '16 caracteres, por ejemplo K7Q2-9MZD-4TWX-81CB',
  open: 'Abrir',
};

export const receipt: Messages['receipt'] = {
  title: 'Su recibo',
  saved: 'Su denuncia está guardada. Recibo:',
  keep: 'Anótelo o guarde la dirección de esta página. Es el único camino de vuelta a su denuncia.',
  copy: 'Copiar',
  copied: 'Copiado',
  open: 'Abrir mi denuncia',
};

export const figures: Messages['figures'] = {
  title: 'No es solo usted',
  none: 'Es la primera persona que denuncia a este remitente.',
  others: (count) =>
    counted(count, {
      one: '# persona más ha denunciado a este remitente.',
      other: '# personas más han denunciado a este remitente.',
    }),
  since: (from, to) => `Entre el ${from} y el ${to}.`,
  most: (count) => counted(count, { one: 'Hasta # en un día', other: 'Hasta # en un día' }),
  chart: 'Denuncias por día',
  day: 'Día',
  reports: 'Denuncias',
  noSender: 'Sin número, las denuncias no se pueden contar juntas.',
};

export const complaint: Messages['complaint'] = {
  title: 'Su queja',
  lead: 'Solo lo que falta. Lo demás lo tenemos de su denuncia.',
  goesTo: 'Se envía a:',
  neededBy: (regulators) => `Lo exige: ${regulators}`,
  name: 'Su nombre',
  email: 'Su correo electrónico',
  emailHint: 'Para que la autoridad pueda contactar con usted. O dé su dirección postal.',
  postalAddress: 'Su dirección postal',
  line: 'El número que recibió la llamada o el mensaje',
  seller: 'Nombre de quien llamó o de la empresa',
  region: 'Estado donde vive, en dos letras',
  check: 'Ver la carta',
  checkTitle: 'Léala antes de que salga',
  checkLead: 'Esta es la queja, palabra por palabra. Está escrita en inglés.',
  letterTo: (regulator) => `A: ${regulator}`,
  consent:
    'Acepto que esta queja, con mis datos, se envíe a las autoridades aquí nombradas; lo que dice es verdad, según mi leal saber y entender.',
  send: 'Enviar mi queja',
  change: 'Cambiar algo',
  nothingTitle: 'Aún no hay motivo para una queja',
  nothing: 'Una queja necesita al menos una posible infracción.',
  verdict: 'Ver el resultado',
};

export const status: Messages['status'] = {
  reportTitle: 'Su denuncia',
  now: 'Cómo está',
  preparing: 'Se está preparando su queja. Tarda unos segundos.',
  nothingYet: 'Todavía no hay motivo de queja: hace falta al menos una posible infracción.',
  lookAgain: 'Mirar otra vez',
  nextTitle: 'Qué pasa ahora',
  nextNothing: 'Nada más por sí solo. La denuncia se guarda y cuenta hasta el día indicado abajo.',
  keptUntil: (day) => `Guardamos esta denuncia hasta el ${day}; después se borra.`,
  complaints: 'Sus quejas',
  who: 'Quién la tiene',
  whoUs: 'Ringfence',
  whoYou: 'Usted',
  state: 'Estado',
  reference: 'Referencia de la autoridad',
  by: 'Para cuándo',
  noDate: 'La autoridad no da ninguna fecha, así que no mostramos ninguna.',
  noAnswer:
    'Esta autoridad no responde a nadie en particular; usa las quejas para encontrar y perseguir a quien llama.',
  until: (day) => `La autoridad dijo: a más tardar el ${day}.`,
  letter: 'Leer la carta',
  download: 'Guardar la carta como texto',
  steps: 'Qué hace usted:',
  regulatorPage: 'Página de la autoridad',
  missing: 'Completarla',
  missingProof: 'Espera una prueba de que podemos contactar con usted.',
  history: 'Qué pasó y cuándo',
  timesIn: (zone) => `Horas: ${zone}.`,
  verdict: 'Ver el resultado',
  correct: 'Corregir la denuncia',
  withdraw: 'Retirar la denuncia',
};

export const reportStates: Messages['reportStates'] = {
  received: 'Tenemos su denuncia. Se está contando.',
  checked: 'Su denuncia cuenta en las cifras de este remitente.',
  handed_over: 'Su queja está lista para que la presente.',
  complaint_queued: 'Su queja espera a que la autoridad la recoja.',
  submitted: 'Una autoridad tiene su queja.',
  acknowledged: 'Una autoridad ha confirmado su queja.',
  decided: 'Una autoridad ha decidido sobre su queja.',
  refused: 'Su queja fue rechazada.',
  withdrawn: 'Usted retiró esta denuncia. Sus datos se borraron para siempre.',
};

export const complaintStates: Messages['complaintStates'] = {
  incomplete: 'Falta algo',
  queued: 'Espera a que la autoridad la recoja',
  submitted: 'La autoridad la recogió',
  acknowledged: 'La autoridad la confirmó',
  decided: 'La autoridad decidió',
  refused: 'La autoridad la rechazó',
  handed_over: 'Lista para que la presente',
  withdrawn: 'Retirada',
};

export const events: Messages['events'] = {
  reported: 'Usted hizo la denuncia.',
  changed: 'Último cambio de la denuncia.',
  taken_back: 'Usted retiró la denuncia.',
  drafted: 'Redactamos la queja.',
  completed: 'La queja se completó.',
  corrected: 'La queja se corrigió.',
  refiled: 'La queja se reabrió.',
  handed_back: 'La queja volvió a usted para presentarla.',
  withdrawn: 'La queja se retiró.',
  taken: 'La autoridad la recogió.',
  acknowledged: 'La autoridad la confirmó.',
  decided: 'La autoridad decidió.',
  refused: 'La autoridad la rechazó.',
  extended: 'La autoridad necesita más tiempo.',
};

export const correct: Messages['correct'] = {
  title: 'Corregir su denuncia',
  lead: 'Cambie lo que esté mal. El resultado se calcula de nuevo.',
  save: 'Guardar',
};

export const withdraw: Messages['withdraw'] = {
  title: '¿Retirar esta denuncia?',
  lead: 'Olvidamos lo que nos contó y lo quitamos de todas las cifras, para siempre. Una queja que nadie ha recogido se anula. La que ya tiene una autoridad se queda allí, y se le avisa.',
  confirm: 'Sí, retirarla',
  cancel: 'No, conservarla',
};

export const data: Messages['data'] = {
  title: 'Qué pasa con sus datos',
  keptTitle: 'Qué guardamos',
  kept: (days) =>
    counted(days, {
      one: 'Lo que denuncia, durante # día. Después se borra.',
      other: 'Lo que denuncia, durante # días. Después se borra.',
    }),
  lineUse: 'Su número: para buscarlo en listas de exclusión y en una queja, si la envía. Nunca se publica.',
  publicTitle: 'Qué ven los demás',
  public: 'Solo sobre el remitente: cuántas personas lo denunciaron, cuándo y sobre qué. Nunca quién.',
  complaintTitle: 'Cuando se queja',
  complaint: 'Las autoridades que nombra la carta reciben exactamente esa carta. Nadie más.',
  logTitle: 'Si sube un registro de llamadas',
  log: 'El archivo va directamente a donde se lee. Guardamos solo las entradas que usted marca y denuncia. El archivo y su lista se borran en cuanto termina, como máximo a las 24 horas.',
  controlTitle: 'Qué puede hacer',
  control:
    'Con su recibo puede ver, corregir y retirar su denuncia cuando quiera. Quien tenga el recibo también puede; no lo comparta. Lo guardamos solo cifrado y no podemos volver a decírselo.',
  browserTitle: 'En su navegador',
  browser: 'Una cookie para su idioma, y solo si elige uno. Sin rastreadores, nada de otros sitios.',
  logs: 'Nuestros registros no contienen números, textos, nombres ni recibos.',
};

export const regulators: Messages['regulators'] = {
  title: 'Para autoridades',
  lead: 'Ringfence ordena las denuncias de llamadas y mensajes no deseados y le entrega lo que necesita para actuar.',
  complaintsTitle: 'Quejas',
  complaints:
    'Cada una con pruebas, normas y fuentes, en su cola o por la interfaz. Usted confirma y decide; la persona lo ve al momento.',
  offendersTitle: 'Infractores',
  offenders:
    'Remitentes por número de denunciantes independientes, con cifras por día, tema y región, en páginas o archivos diarios.',
  auditTitle: 'Auditoría',
  audit: 'Cada lectura con su clave queda registrada, y usted puede verla.',
  accessTitle: 'Acceso',
  access: 'El operador de este servicio le da una clave.',
  description: 'Descripción de la interfaz',
};

export const nowhere: Messages['nowhere'] = {
  lead: 'No hay ninguna página en esta dirección. Quizá se perdió un carácter por el camino.',
};

export const notFound: Messages['notFound'] = {
  title: 'Aquí no hay nada',
  lead: 'No hay página ni denuncia en esta dirección. Compare cada carácter de su recibo.',
};

export const faults: Messages['faults'] = {
  title: 'Algo falló por nuestra parte',
  lead: 'Vuelva atrás e inténtelo en un minuto; su navegador conserva lo que escribió. Si se repite, díganos este número:',
  elsewhereTitle: 'Este formulario vino de otro sitio',
  elsewhere:
    'Por su seguridad solo aceptamos formularios de nuestras propias páginas. Abra la página aquí y rellénelo de nuevo.',
  tooLargeTitle: 'Eso fue demasiado',
  tooLarge: 'El formulario era mayor que cualquiera de los nuestros. Vuelva atrás y acorte lo que escribió.',
};

export const contest: Messages['contest'] = {
  title: 'Impugnar un número denunciado',
  lead: '¿Han denunciado su número aunque usted no está detrás de las llamadas o los mensajes? Díganoslo. Lo lee una persona; si está de acuerdo, su número figurará como impugnado en todo lo que reciben de nosotros las autoridades.',
  sender: 'El número o nombre que figura',
  senderHint: 'Con + y prefijo del país, por ejemplo +1 202 555 0143.',
  ground: '¿Qué es incorrecto?',
  forged: 'Otra persona usa mi número como remitente falso',
  new_owner: 'Tengo este número desde hace poco',
  lawful: 'Estas llamadas o mensajes no infringieron ninguna norma',
  other: 'Otra cosa',
  statement: '¿Qué debemos saber?',
  statementHint: 'Hechos que se puedan comprobar, por ejemplo desde cuándo el número es suyo.',
  statementMissing: 'Díganos en pocas palabras qué es incorrecto.',
  email: 'Su correo electrónico',
  emailHint: 'Por si hay preguntas. No se publica en ninguna parte.',
  privacy: 'Solo el operador de este servicio lee lo que escribe aquí.',
  submit: 'Enviar',
  alreadySent: 'Ya envió este formulario, con otras palabras.',
  openIt: 'Ver qué ha sido de él',
  statusTitle: 'Su objeción',
  now: 'En qué punto está',
  open: 'Espera a que la lea una persona.',
  accepted: 'Aceptada: el número figura como impugnado.',
  declined: 'Rechazada: todo queda como está.',
  next: 'No damos una fecha porque no podríamos prometerla. Vuelva a mirar aquí; la respuesta aparecerá en esta página.',
  answer: 'La respuesta:',
  reference: 'Su referencia:',
  keep: 'Anótela o guarde la dirección de esta página. Es la única manera de volver.',
  decided: (day) => `Decidida el ${day}.`,
};

export const log: Messages['log'] = {
  zone: 'Zona horaria del teléfono',
  notKept:
    'Guardamos las llamadas que usted decida denunciar y nada más del archivo. Se borra en cuanto termina, como máximo a las 24 horas.',
  startAgain: 'Empezar de nuevo',
  goneTitle: 'Aquí no hay ningún registro',
  gone: 'Un registro se borra cuando sus llamadas están denunciadas, y como máximo a las 24 horas. Si aún quiere denunciar llamadas, empiece de nuevo con el archivo.',
  entries: (count) => counted(count, { one: '# vez', other: '# veces' }),
};

export const logUpload: Messages['logUpload'] = {
  title: 'Denunciar muchas llamadas a la vez',
  lead: 'Su teléfono, su operador o su centralita puede guardar la lista de llamadas en un archivo. Súbalo, marque las no deseadas y denúncielas juntas. No se denuncia nada hasta que usted lo diga.',
  line: 'Su número, del que es el registro',
  lineHint: 'Lo buscamos en las listas de exclusión. Sin él hay mucho que no se puede decidir.',
  zoneHint: 'Solo si su número no lo dice, por ejemplo porque se ha mudado.',
  goOn: 'Continuar con el archivo',
  kindsTitle: 'Qué archivos podemos leer',
  kindPhone: 'Android: llamadas y mensajes guardados con «SMS Backup & Restore» (XML).',
  kindVoice: 'Google Voice: las páginas de una exportación Takeout (HTML).',
  kindExchange: 'Centralitas: lista de llamadas de FRITZ!Box, Asterisk, 3CX (CSV).',
  kindCarrier: 'Facturas y tablas de un operador o de un programa de copias de iPhone (CSV); también con gzip.',
  fileTitle: 'Elija el archivo',
  fileLead: 'Lo leemos y le mostramos su lista. Nadie más la ve.',
  file: 'El registro de llamadas',
  fileHint: (most) => `Como máximo ${most}. Este formulario vale un cuarto de hora; después, empiece de nuevo.`,
  fileTooLarge: (most) => `Este archivo ocupa más de ${most}. Guarde un periodo más corto y elija ese archivo.`,
  send: 'Enviar el archivo',
  sent: '¿Enviado, y esta página no ha avanzado?',
  seeList: 'Ver la lista',
};

export const logList: Messages['logList'] = {
  waitingTitle: 'Estamos leyendo su registro',
  waiting: 'Tarda unos segundos; un archivo muy grande, uno o dos minutos. La página vuelve a mirar sola.',
  waitingLong: 'Todavía no hay lista. Si el envío se cortó, empiece de nuevo con el archivo.',
  lookAgain: 'Mirar de nuevo',
  refusedTitle: 'Este archivo no se puede leer',
  listTitle: 'Marque las no deseadas',
  listLead: 'Las llamadas y mensajes de desconocidos están marcados. Quite la marca a los que eran bienvenidos.',
  found: (count) => counted(count, { one: 'de # en el registro', other: 'de # en el registro' }),
  ticked: (count) => counted(count, { one: '# marcada', other: '# marcadas' }),
  strangers: 'De desconocidos',
  others: 'Sus contactos y sus propias llamadas',
  othersHint: 'Sin marcar. Marque una solo si a pesar de todo no la quería.',
  contact: 'contacto',
  tickGroup: 'Marcar todas las de este número',
  untickGroup: 'Desmarcar todas las de este número',
  tickUsual: 'Marcar todos los desconocidos',
  untickAll: 'Desmarcar todo',
  previous: 'Página anterior',
  next: 'Página siguiente',
  pageOf: (page, pages) => `Página ${page} de ${pages}. Sus marcas se conservan.`,
  review: 'Continuar con las marcadas',
  nothingTicked: 'Marque al menos una llamada o un mensaje.',
  tooManyTicked: (most) =>
    `Se pueden denunciar como máximo ${most} a la vez. Quite algunas marcas; podrá denunciar esas después.`,
  nothingFound: 'No encontramos en este archivo ninguna llamada ni mensaje que se pueda denunciar.',
  skipped: (count) =>
    counted(count, {
      one: '# fila del archivo queda fuera: ver por qué',
      other: '# filas del archivo quedan fuera: ver por qué',
    }),
  incomplete: 'El archivo se corta a la mitad. Esto es lo que había antes.',
  zoneTitle: '¿En qué zona estaba ese reloj?',
  zoneWhy: 'El archivo escribe horas sin decir de dónde. Hasta saberlo, solo cuenta el día de cada llamada.',
  zoneUse: 'Usar esta zona horaria',
  columnsGuessed: 'Hemos supuesto qué significan las columnas de su tabla. ¿Ve mal números, días o sentidos?',
  columnsCorrect: 'Corregir las columnas',
  long: 'Su registro es largo; esto es una parte. Denuncie primero de esta parte y pase luego a la siguiente.',
  firstPart: 'Primera parte',
  nextPart: 'Parte siguiente',
};

export const logFacts: Messages['logFacts'] = {
  factsTitle: (count) =>
    counted(count, { one: 'Denunciar # entrada de su registro', other: 'Denunciar # entradas de su registro' }),
  factsAsked: '¿Qué vale para todas?',
  factsLead:
    'Lo preguntamos una vez, porque decide qué normas se infringieron. Deje en blanco lo que varíe o no sepa; podrá añadirlo a cada denuncia después.',
  andMore: (count) => counted(count, { one: 'y # número más', other: 'y # números más' }),
  restFollows: (count) =>
    counted(count, { one: 'Después de estas va # más que marcó.', other: 'Después de estas van # más que marcó.' }),
  doneSoFar: (count) => counted(count, { one: '# ya está denunciada.', other: '# ya están denunciadas.' }),
  chosenOnly: 'Solo se guardan estas, cada una como denuncia con su propio recibo. El archivo y su lista se borran.',
  reportNow: 'Denunciarlas',
  change: 'Cambiar mi elección',
};

export const logDirections: Messages['logDirections'] = {
  in: 'contestada',
  missed: 'perdida',
  rejected: 'rechazada',
  voicemail: 'buzón de voz',
  out: 'llamó usted',
  textIn: 'mensaje recibido',
  textOut: 'mensaje que envió',
};

export const logFaults: Messages['logFaults'] = {
  not_a_log:
    'No es un registro de llamadas que conozcamos. Guarde la lista de llamadas como XML o CSV con uno de los programas de la primera página.',
  empty: 'El archivo está vacío. Guarde la lista otra vez y mire si el archivo ocupa algo.',
  binary:
    'Es una imagen, un programa o un documento, no una lista de llamadas. Elija el archivo que guardó su programa de copias.',
  archive: 'Es un archivo comprimido con otros dentro. Descomprímalo y envíe solo el de las llamadas.',
  damaged: 'El archivo está comprimido y dañado. Guárdelo otra vez o envíelo sin comprimir.',
  bomb: 'Descomprimido, el archivo es mucho mayor que cualquier registro de llamadas. Guarde un periodo más corto y envíelo sin comprimir.',
  too_large: 'El archivo es demasiado grande. Guarde un periodo más corto y envíe ese.',
  too_many_rows:
    'El archivo tiene más filas de las que leemos de una vez (200 000). Guarde un periodo más corto y envíe ese.',
  oversized:
    'Una entrada del archivo es interminable, así que no puede ser una lista de llamadas. Guarde la lista otra vez.',
  declarations:
    'El archivo contiene instrucciones que un registro de llamadas nunca necesita (tipo de documento o entidades). Guarde la lista otra vez.',
};

export const logSkips: Messages['logSkips'] = {
  malformed: 'no se puede leer',
  columns: 'faltan o sobran columnas',
  date: 'sin fecha, o con una imposible',
  sender: 'lo que se muestra no es un número',
  sender_empty: 'sin número',
  sender_placeholder: 'un relleno en lugar de un número',
  emergency_number: 'un número de emergencias',
  too_long: 'más larga de lo que puede ser',
  direction: 'no dice en qué sentido fue',
  not_sent: 'borradores y mensajes nunca enviados',
  answered_elsewhere: 'contestada en otro dispositivo',
  internal: 'entre dos extensiones',
};

export const logTicks: Messages['logTicks'] = {
  doneReceipts: 'Ver y guardar sus recibos',
  missing: 'Elija en qué zona estaba ese reloj.',
  gone: 'El archivo ya no está aquí y no se puede leer de nuevo. Súbalo otra vez.',
  tooOften: 'El archivo se leyó demasiadas veces. Empiece de nuevo con él.',
  tooMany:
    'Ha cambiado más marcas de las que esta página puede llevar. Denuncie primero estas o empiece de nuevo con «Marcar todos los desconocidos».',
  lost: 'No pudimos leer qué entradas había marcado. Revise la lista otra vez antes de continuar.',
};

export const logColumns: Messages['logColumns'] = {
  title: 'Qué significan las columnas',
  lead: 'Diga en qué columna está cada dato. Después leemos el archivo de nuevo.',
  asRead: 'Hasta ahora leemos así las primeras filas',
  column: (number) => `Columna ${number}`,
  fields: {
    date: 'Fecha, o fecha y hora',
    time: 'Hora, si va aparte',
    number: 'El otro número',
    from: 'Número que llama',
    to: 'Número llamado',
    direction: 'Entrante o saliente',
    status: 'Contestada o perdida',
    duration: 'Duración',
    contact: 'Nombre de sus contactos',
    text: 'Texto de un mensaje',
  },
  dateOrder: '¿Cómo se escriben los días?',
  dateOrders: { ymd: 'Año, mes, día', dmy: 'Día, mes, año', mdy: 'Mes, día, año' },
  otherwise: 'Las filas que no dicen el sentido de la llamada son',
  ways: { in: 'llamadas a usted', out: 'llamadas que hizo usted' },
  durationIn: 'Las duraciones sin unidad son',
  durations: { seconds: 'segundos', minutes: 'minutos' },
  clock: 'Las horas son las de',
  clocks: { local: 'su propio reloj', utc: 'la hora universal (UTC, GMT)' },
  save: 'Leer así el archivo',
  dateMissing: 'Diga en qué columna está la fecha.',
  numberMissing: 'Diga en qué columna hay un número: el otro, el que llama o el llamado.',
  tooOften: 'El archivo se leyó demasiadas veces. Empiece de nuevo con él.',
};

export const logDone: Messages['logDone'] = {
  title: (count) => counted(count, { one: '# denuncia guardada', other: '# denuncias guardadas' }),
  lead: 'Cada una tiene su propio recibo. Guarde la dirección de esta página, imprímala o guárdela: es el único camino de vuelta a ellas.',
  left: (count) =>
    counted(count, {
      one: '# de las elegidas no se pudo denunciar ahora. Pruebe mañana: envíe otra vez el registro y marque solo esa.',
      other:
        '# de las elegidas no se pudieron denunciar ahora. Pruebe mañana: envíe otra vez el registro y marque solo esas.',
    }),
  refused: (count) =>
    counted(count, {
      one: 'No pudimos aceptar # entrada: su número, fecha o texto no puede ser correcto.',
      other: 'No pudimos aceptar # entradas: su número, fecha o texto no puede ser correcto.',
    }),
  copy: 'Copiar todos los recibos',
  copied: 'Copiado',
  save: 'Guardar como texto',
  withdrawn: 'Usted retiró esta denuncia.',
  erased: 'El archivo y la lista que leímos de él están borrados. Lo que ve aquí es todo lo que se guarda.',
  keptTitle: 'Su registro sigue aquí',
  kept: 'Tiene entradas que quizá también quiera denunciar. Se borra cuando usted lo diga, como máximo a las 24 horas.',
  toList: 'Volver a la lista',
  erase: 'He terminado: borrarlo',
};

export const proof: Messages['proof'] = {
  send: 'Enviarme el enlace',
  sent: 'Hemos enviado un enlace a su correo electrónico. Ábralo en los próximos dos días y pulse allí el botón; entonces su queja sigue adelante.',
  again: '¿Aún no ha llegado? Mire en la carpeta de correo no deseado o pida que se lo enviemos otra vez.',
  too_many: 'Hemos enviado tantos enlaces como podemos en un día. Inténtelo de nuevo mañana.',
  spent: 'Hoy no podemos enviar más correos. Inténtelo de nuevo mañana.',
  off: 'Este servicio no envía correos, por lo que no puede comprobar su dirección. Puede guardar la carta y enviarla usted a la autoridad.',
  no_address: 'Su queja no tiene un correo electrónico al que podamos escribir. Añádalo completando la queja.',
  already: 'Su correo ya está confirmado.',
  title: 'Confirme su correo electrónico',
  lead: 'Alguien, probablemente usted, quiere enviar una queja a una autoridad y dio esta dirección. Pulse el botón si fue usted. Si no, cierre esta página: no ocurrirá nada.',
  confirm: 'Sí, fui yo',
  doneTitle: 'Su correo está confirmado',
  done: 'Su queja sigue ahora adelante. Con su recibo puede ver dónde está.',
  alreadyTitle: 'Este correo ya se había confirmado',
  expiredTitle: 'Este enlace ha caducado',
  expired: 'Abra su denuncia con el recibo y pida un enlace nuevo.',
  invalidTitle: 'Este enlace no es válido',
  invalid:
    'Puede que esté incompleto o que la dirección o la denuncia hayan cambiado desde entonces. Abra su denuncia con el recibo y pida un enlace nuevo.',
};
