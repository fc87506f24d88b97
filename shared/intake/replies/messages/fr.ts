import type { ReplyMessages } from '../reply-messages.ts';

/** The GSM set has é, è, à and ù, but no ç and no circumflex: hence "le texte du message" and never "lui-même". */
export const fr: ReplyMessages = {
  verdict: {
    possible_violation: 'infraction possible',
    undetermined: 'à préciser',
    none_shown: 'aucune infraction visible',
  },
  status: {
    received: 'bien arrivé, nous le vérifions',
    checked: 'vérifié et compté',
    handed_over: 'votre plainte est rédigée, à vous de la déposer',
    complaint_queued: "une plainte attend que l'autorité la prenne",
    submitted: "l'autorité a la plainte",
    acknowledged: "l'autorité a accusé réception de la plainte",
    decided: "l'autorité a décidé",
    refused: "l'autorité n'a pas accepté la plainte",
    withdrawn: 'retiré, il ne compte plus',
  },
  receipt: ({ receipt, verdict }) =>
    `Merci, votre signalement est enregistré. Premier avis : ${verdict}. Réf ${receipt}. Pour le suivre : SUIVI.`,
  receiptAskNext: ({ receipt, verdict }) =>
    `Enregistré. Premier avis : ${verdict}. Réf ${receipt}. Et votre autre SMS ? Répondez par le numéro ou le nom de l'expéditeur, ou PASSER.`,
  question: ({ receipt }) =>
    `Merci, c'est enregistré. De qui venait ce SMS ? Répondez par le numéro ou le nom de l'expéditeur, ou PASSER. Réf ${receipt}. STOP pour finir.`,
  senderNoted: ({ receipt }) =>
    `Merci, l'expéditeur est noté. Si possible, transférez-nous aussi le texte du SMS pour compléter le signalement. Réf ${receipt}.`,
  statusIs: ({ receipt, status }) => `Votre signalement ${receipt} : ${status}.`,
  statusUnknown: () =>
    'Nous ne trouvons pas ce signalement. Vérifiez le code : 16 lettres et chiffres, dans notre réponse à votre signalement.',
  deleted: ({ receipt }) => `C'est fait : le signalement ${receipt} est retiré et ne compte plus.`,
  notASender: {
    emergency: () =>
      "C'est un numéro d'urgence, nous ne l'avons pas noté. De qui venait le SMS ? Répondez par le numéro ou le nom de l'expéditeur, ou PASSER.",
    ours: () =>
      "C'est notre propre numéro, nous ne l'avons pas noté. De qui venait le SMS ? Répondez par le numéro ou le nom de l'expéditeur, ou PASSER.",
  },
  form: () =>
    "Pour signaler en un seul message, écrivez : le texte, l'expéditeur, jj/mm/aa. Exemple : Vous avez gagné, 12345, 21/11/26",
  nothingRead: () =>
    "Nous ne lisons que le texte, pas les images. Merci de transférer le SMS en texte, ou d'en recopier les mots et l'expéditeur.",
  optedOut: ({ programme }) =>
    `${programme} : votre désinscription est faite, nous ne vous enverrons plus de message. Pour revenir, répondez START.`,
  optedIn: ({ programme }) =>
    `${programme} : nous vous répondons à nouveau. Transférez-nous vos spams. Frais de SMS et de données possibles. Questions : AIDE. Fin : STOP.`,
  help: ({ programme, helpContact }) =>
    `${programme} : transférez-nous un spam pour le signaler. Aide : ${helpContact}. Frais de SMS et de données possibles. Fin : STOP.`,
};
