import type { ReplyMessages } from '../reply-messages.ts';

/**
 * Of the accented vowels only é is in the GSM set: hence "teléfono" and never "número", "clave" and never "código".
 * A report is a "denuncia", as on the pages.
 */
export const es: ReplyMessages = {
  verdict: {
    possible_violation: 'posible incumplimiento',
    undetermined: 'por aclarar',
    none_shown: 'no se ve incumplimiento',
  },
  status: {
    received: 'recibida, la estamos revisando',
    checked: 'revisada y contada',
    handed_over: 'su queja ya se puede presentar, le toca a usted',
    complaint_queued: 'hay una queja a la espera del regulador',
    submitted: 'el regulador ya tiene la queja',
    acknowledged: 'el regulador confirma que tiene la queja',
    decided: 'el regulador ya ha decidido',
    refused: 'el regulador no acepta la queja',
    withdrawn: 'retirada, ya no cuenta',
  },
  receipt: ({ receipt, verdict }) =>
    `Gracias, su denuncia queda guardada. A primera vista: ${verdict}. Ref ${receipt}. Para seguirla, responda ESTADO.`,
  receiptAskNext: ({ receipt, verdict }) =>
    `Guardado. A primera vista: ${verdict}. Ref ${receipt}. ¿Y el otro mensaje? Responda con el teléfono o nombre del remitente u OMITIR.`,
  question: ({ receipt }) =>
    `Gracias, denuncia guardada. ¿De quién es el mensaje? Responda con el teléfono o nombre del remitente u OMITIR. Ref ${receipt}. STOP para terminar.`,
  senderNoted: ({ receipt }) =>
    `Gracias, anotamos el remitente. Si puede, mande también el mensaje mismo: completa su denuncia. Ref ${receipt}.`,
  statusIs: ({ receipt, status }) => `Su denuncia ${receipt}: ${status}.`,
  statusUnknown: () =>
    'No encontramos esa denuncia. Por favor revise la clave: 16 letras y cifras, en nuestra respuesta a su denuncia.',
  deleted: ({ receipt }) => `Listo: la denuncia ${receipt} queda retirada y ya no cuenta.`,
  notASender: {
    emergency: () =>
      'Ese es un teléfono de emergencias y no lo anotamos. ¿De quién es el mensaje? Responda con el teléfono o nombre del remitente u OMITIR.',
    ours: () =>
      'Ese teléfono es el nuestro y no lo anotamos. ¿De quién es el mensaje? Responda con el teléfono o nombre del remitente u OMITIR.',
  },
  form: () =>
    'Para denunciar en un solo mensaje, escriba: el texto, el remitente, dd/mm/aa. Por ejemplo: Usted ha ganado, 12345, 21/11/26',
  nothingRead: () =>
    'Solo podemos leer texto, no fotos. Por favor mande el mensaje como texto, o escriba lo que dice y de quién es.',
  optedOut: ({ programme }) =>
    `${programme}: su baja ya fue registrada y no le mandaremos otros mensajes. Para volver, responda START.`,
  optedIn: ({ programme }) =>
    `${programme}: le respondemos de nuevo. Puede reenviarnos spam. Pueden aplicarse tarifas de mensajes y datos. Dudas: AYUDA. Baja: STOP.`,
  help: ({ programme, helpContact }) =>
    `${programme}: puede reenviarnos spam para denunciarlo. Ayuda: ${helpContact}. Pueden aplicarse tarifas de mensajes y datos. Baja: STOP.`,
};
