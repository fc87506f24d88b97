import type { ProofMailMessages } from './messages.ts';

export const es: ProofMailMessages = {
  subject: ({ programme }) => `${programme}: confirme su dirección de correo`,
  why: ({ programme }) =>
    `Alguien ha dado esta dirección de correo en ${programme} para una queja por una llamada o un mensaje no deseado. Antes de que la queja llegue a la autoridad, preguntamos si la dirección es realmente suya.`,
  open: 'Si fue usted, abra esta página y pulse el botón:',
  does: 'Así confirma su dirección y la queja puede seguir adelante. No hace nada más y basta con una vez.',
  expires: ({ hours, until }) =>
    `El enlace funciona durante ${hours} horas, hasta el ${until} UTC. Después puede pedir otro en la página de su denuncia.`,
  ignore: 'Si no fue usted, no haga nada: no se envía nada en su nombre y el enlace caduca solo.',
  noAnswer: 'Nadie lee las respuestas a este mensaje.',
};
