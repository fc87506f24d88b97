import type { ReplyMessages } from '../reply-messages.ts';

export const de: ReplyMessages = {
  verdict: {
    possible_violation: 'möglicher Verstoß',
    undetermined: 'noch unklar',
    none_shown: 'kein Verstoß erkennbar',
  },
  status: {
    received: 'eingegangen, wir prüfen sie',
    checked: 'geprüft und gezählt',
    handed_over: 'Ihre Beschwerde ist fertig, Sie können sie einreichen',
    complaint_queued: 'eine Beschwerde liegt für die Behörde bereit',
    submitted: 'die Behörde hat die Beschwerde',
    acknowledged: 'die Behörde hat den Eingang der Beschwerde bestätigt',
    decided: 'die Behörde hat entschieden',
    refused: 'die Behörde hat die Beschwerde nicht angenommen',
    withdrawn: 'zurückgezogen, sie zählt nicht mehr',
  },
  receipt: ({ receipt, verdict }) =>
    `Danke, Ihre Meldung ist gespeichert. Erster Eindruck: ${verdict}. Code ${receipt}. Wie es weitergeht: STATUS senden.`,
  receiptAskNext: ({ receipt, verdict }) =>
    `Gespeichert, erster Eindruck: ${verdict}. Code ${receipt}. Und von wem kam Ihre andere SMS? Nummer, Name oder UNBEKANNT.`,
  question: ({ receipt }) =>
    `Danke, Ihre Meldung ist gespeichert. Von wem kam die SMS? Antworten Sie mit Nummer, Name oder UNBEKANNT. Code ${receipt}. Abmelden: STOP.`,
  senderNoted: ({ receipt }) =>
    `Danke, der Absender ist notiert. Leiten Sie uns gern noch die SMS selbst weiter, sie gehört zur Meldung. Code ${receipt}.`,
  statusIs: ({ receipt, status }) => `Ihre Meldung ${receipt}: ${status}.`,
  statusUnknown: () =>
    'Dazu finden wir keine Meldung. Bitte prüfen Sie den Code: 16 Zeichen, in unserer Antwort auf Ihre Meldung.',
  deleted: ({ receipt }) => `Erledigt: Meldung ${receipt} ist zurückgezogen und zählt nicht mehr.`,
  notASender: {
    emergency: () =>
      'Das ist eine Notrufnummer, wir haben sie nicht notiert. Von wem kam die SMS? Antworten Sie mit Nummer, Name oder UNBEKANNT.',
    ours: () =>
      'Das ist unsere eigene Nummer, wir haben sie nicht notiert. Von wem kam die SMS? Antworten Sie mit Nummer, Name oder UNBEKANNT.',
  },
  form: () =>
    'So melden Sie in einer einzigen Nachricht: Text, Absender, TT/MM/JJ. Beispiel: Sie haben gewonnen, 12345, 21/11/26',
  nothingRead: () =>
    'Wir können nur Text lesen, keine Bilder. Bitte leiten Sie die SMS als Text weiter oder tippen Sie Wortlaut und Absender ab.',
  optedOut: ({ programme }) =>
    `${programme}: Sie sind abgemeldet und bekommen keine Nachrichten mehr von uns. Wieder anmelden: START.`,
  optedIn: ({ programme }) =>
    `${programme}: Wir antworten Ihnen wieder. Leiten Sie Spam einfach weiter. Es gilt Ihr SMS- und Datentarif. Fragen: HILFE. Abmelden: STOP.`,
  help: ({ programme, helpContact }) =>
    `${programme}: Leiten Sie Spam-SMS zum Melden weiter. Hilfe: ${helpContact}. Es gilt Ihr SMS- und Datentarif. Abmelden: STOP.`,
};
