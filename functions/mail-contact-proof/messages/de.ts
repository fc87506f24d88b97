import type { ProofMailMessages } from './messages.ts';

export const de: ProofMailMessages = {
  subject: ({ programme }) => `${programme}: Bitte bestätigen Sie Ihre E-Mail-Adresse`,
  why: ({ programme }) =>
    `Jemand hat diese E-Mail-Adresse bei ${programme} für eine Beschwerde über einen unerwünschten Anruf oder eine unerwünschte Nachricht angegeben. Bevor die Beschwerde an die Behörde geht, fragen wir nach, ob die Adresse wirklich dieser Person gehört.`,
  open: 'Wenn Sie das waren, öffnen Sie diese Seite und drücken Sie den Knopf darauf:',
  does: 'Das bestätigt Ihre Adresse, und die Beschwerde kann weitergehen. Sonst geschieht nichts, und es ist nur einmal nötig.',
  expires: ({ hours, until }) =>
    `Der Link gilt ${hours} Stunden, bis ${until} UTC. Danach können Sie auf der Seite Ihrer Meldung einen neuen anfordern.`,
  ignore:
    'Wenn Sie das nicht waren, brauchen Sie nichts zu tun: In Ihrem Namen wird nichts verschickt, und der Link erlischt von selbst.',
  noAnswer: 'Antworten auf diese Nachricht liest niemand.',
};
