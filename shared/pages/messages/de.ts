import { counting } from '#shared/runtime/counting.ts';
import type { Messages } from './messages.ts';

const counted = /* @__PURE__ */ counting('de');

export const common: Messages['common'] = {
  direction: 'ltr',
  skip: 'Zum Inhalt springen',
  home: 'Startseite',
  motto: 'Unerwünschte Anrufe und Nachrichten, aktenkundig',
  menu: 'Hauptmenü',
  languages: 'Sprache',
  reportCall: 'Anruf melden',
  reportText: 'Nachricht melden',
  reportLog: 'Anrufliste hochladen',
  follow: 'Meldung verfolgen',
  myData: 'Was mit meinen Daten geschieht',
  forRegulators: 'Für Behörden',
  back: 'Zurück',
  optional: '(freiwillig)',
  yes: 'Ja',
  no: 'Nein',
  unknown: 'Ich weiß es nicht',
  moreDetails: 'Weitere Angaben, falls bekannt',
  charactersLeft: (count) => counted(count, { one: 'Noch # Zeichen', other: 'Noch # Zeichen' }),
  chooseOne: 'Bitte wählen',
  errorPrefix: 'Fehler: ',
  errorTitle: 'Etwas stimmt noch nicht',
  errorKept: 'Alles, was Sie eingegeben haben, ist noch da.',
  contest: 'Eintrag anfechten',
};

export const home: Messages['home'] = {
  title: 'Schluss mit unerwünschten Anrufen',
  lead: 'Melden Sie einen Anruf oder eine Nachricht, um die Sie nie gebeten haben. Sie erfahren sofort, welche Regeln womöglich verletzt wurden. Auf Wunsch machen wir daraus eine förmliche Beschwerde und zeigen bei jedem Schritt, wo sie ist.',
  callHint: 'Es hat geklingelt. Dauert etwa eine Minute.',
  textHint: 'Eine Nachricht, die Sie nicht wollten.',
  logHint: 'Viele Anrufe auf einmal: in der Liste anhaken, die Ihr Telefon gespeichert hat.',
  followHint: 'Sie haben einen Beleg: sehen, was geschah, berichtigen, zurückziehen.',
  stepsTitle: 'Was dann geschieht',
  stepVerdict: 'Das Ergebnis, sofort. Welche Regeln verletzt scheinen, welche nicht, und warum.',
  stepComplaint: 'Ihre Beschwerde, wenn Sie möchten. Sie lesen den Brief, bevor er hinausgeht.',
  stepFollow: 'Ein Beleg. Damit sehen Sie jederzeit, wer Ihre Beschwerde hat und was damit geschah.',
  free: 'Kostenlos, ohne Konto, und zum Melden brauchen Sie keinen Namen zu nennen.',
};

export const form: Messages['form'] = {
  callTitle: 'Einen unerwünschten Anruf melden',
  textTitle: 'Eine unerwünschte Nachricht melden',
  lead: 'Erst ein paar Tatsachen. Nach dem, was Sie offenlassen, fragen wir nur, wenn es etwas entscheidet.',
  callSender: 'Welche Nummer hat Ihr Telefon angezeigt?',
  callSenderHint: 'Wie angezeigt, zum Beispiel (202) 555-0143. Aus dem Ausland mit + und Landesvorwahl.',
  withheld: 'Es wurde keine Nummer angezeigt',
  textSender: 'Wer hat sie geschickt?',
  textSenderHint: 'Nummer, Kurzwahlnummer, Name oder E-Mail-Adresse, wie angezeigt.',
  text: 'Was steht darin?',
  textHint: 'Kopieren Sie den Wortlaut. Öffnen Sie keinen Link darin.',
  date: 'An welchem Tag?',
  time: 'Um wie viel Uhr?',
  timeHint: 'Nötig für Regeln über nächtliche Anrufe. Nach Ihrer Uhr, zum Beispiel 20:41.',
  zone: 'In welcher Zeitzone waren Sie?',
  zoneHint: 'Ihre Nummer allein sagt es nicht, und die Uhrzeit gilt nach Ihrer eigenen Uhr.',
  line: 'Ihre Nummer, auf der es ankam',
  lineHint: 'Wir schlagen sie in den Sperrlisten nach. Ohne sie lässt sich vieles nicht entscheiden.',
  lineKept: (ending) => `Wir haben die Nummer, die auf ${ending} endet. Leer lassen, um sie zu behalten.`,
  topic: 'Worum ging es?',
  callerName: 'Name, den der Anrufer nannte',
  sellerName: 'Firma, für die es war',
  askedToStopOn: 'Tag, an dem Sie widersprochen hatten',
  submit: 'Ergebnis ansehen',
  privacy: 'Ihre Nummer bleibt bei der Meldung und wird nirgends veröffentlicht.',
};

export const errors: Messages['errors'] = {
  sender: 'Geben Sie die angezeigte Nummer ein, oder kreuzen Sie an, dass keine angezeigt wurde.',
  textSender: 'Geben Sie Nummer, Kurzwahlnummer, Name oder E-Mail-Adresse ein, wie angezeigt.',
  senderBoth: 'Sie haben eine Nummer eingegeben und angekreuzt, dass keine angezeigt wurde. Nur eines von beiden.',
  senderNotANumber: 'Das ist keine Telefonnummer. Nur Ziffern; ein Name gehört unter „Weitere Angaben“.',
  senderCountry: 'Schreiben Sie diese Nummer mit + und Landesvorwahl.',
  senderEmergency: 'Das ist eine Notrufnummer. Prüfen Sie sie noch einmal.',
  lineInvalid: 'Geben Sie Ihre vollständige Nummer ein, zum Beispiel +1 413 555 0142.',
  dateMissing: 'Geben Sie den Tag ein.',
  dayMissing: 'Geben Sie einen Tag ein, oder gehen Sie ohne Antwort weiter.',
  dateInvalid: 'Diesen Tag gibt es nicht. Schreiben Sie Jahr-Monat-Tag, zum Beispiel 2026-11-20.',
  dateRange: 'Geben Sie einen Tag zwischen 1990 und heute ein.',
  timeInvalid: 'Geben Sie eine Uhrzeit zwischen 00:00 und 23:59 ein.',
  zoneNeeded: 'Wählen Sie Ihre Zeitzone, oder lassen Sie die Uhrzeit weg.',
  textMissing: 'Kopieren Sie den Wortlaut der Nachricht hierher.',
  tooLong: (most) => counted(most, { one: 'Höchstens # Zeichen.', other: 'Höchstens # Zeichen.' }),
  characters: 'Darin sind unsichtbare Steuerzeichen. Tippen Sie es von Hand.',
  choose: 'Wählen Sie eine der Antworten.',
  nameMissing: 'Geben Sie Ihren Namen ein.',
  emailMissing: 'Geben Sie Ihre E-Mail-Adresse oder Ihre Postanschrift ein.',
  region: 'Geben Sie die zwei Buchstaben Ihres Bundesstaats an, zum Beispiel MA.',
  emailInvalid: 'Geben Sie eine E-Mail-Adresse ein, etwa name@example.com.',
  lineMissing: 'Geben Sie die Nummer ein, auf der es ankam.',
  sellerMissing: 'Geben Sie den Namen des Anrufers oder der Firma ein.',
  consentMissing: 'Kreuzen Sie an, dass Sie einverstanden sind, oder gehen Sie zurück, ohne zu senden.',
  receiptMissing: 'Geben Sie Ihren Beleg ein.',
  receiptLength: (found) =>
    counted(found, {
      one: 'Ein Beleg hat 16 Zeichen; dieser hat #.',
      other: 'Ein Beleg hat 16 Zeichen; dieser hat #.',
    }),
  receiptCharacters: 'Ein Beleg enthält nur Ziffern und die Buchstaben A bis Z, ohne U.',
  receiptUnknown: 'Unter diesem Beleg kennen wir keine Meldung. Vergleichen Sie jedes Zeichen.',
  tokenExpired: 'Diese Seite war länger als einen Tag offen. Prüfen Sie Ihre Antworten und senden Sie sie noch einmal.',
  tokenForeign:
    'Wir erkennen dieses Formular nicht als unseres. Prüfen Sie Ihre Antworten und senden Sie sie noch einmal.',
  alreadySent: 'Sie haben dieses Formular schon einmal gesendet, mit anderen Antworten.',
  alreadySentOpen: 'Die gesendete Meldung öffnen',
  alreadySentAgain: 'Geht es um etwas anderes, senden Sie das Formular noch einmal.',
  busy: 'Ihre Meldung wird gerade geändert. Warten Sie einige Sekunden und senden Sie noch einmal.',
  tooMany: 'Diese Meldung wurde zu oft berichtigt, um noch geändert zu werden.',
  usedUp: (hours) =>
    counted(hours, {
      one: 'Für Ihre Nummer haben wir heute schon so viele Meldungen angenommen, wie wir es an einem Tag tun. Senden Sie das Formular in # Stunde noch einmal.',
      other:
        'Für Ihre Nummer haben wir heute schon so viele Meldungen angenommen, wie wir es an einem Tag tun. Senden Sie das Formular in # Stunden noch einmal.',
    }),
};

export const checks: Messages['checks'] = {
  leaveEmpty: 'Lassen Sie dieses Feld leer',
  notYet: 'Noch nicht gesendet',
  again: (seconds) =>
    counted(seconds, {
      one: 'Maschinen schicken massenhaft Formulare, deshalb muss Ihr Browser erst kurz rechnen. Sendet er Ihre Antworten nicht von selbst, drücken Sie in # Sekunde noch einmal auf den Knopf.',
      other:
        'Maschinen schicken massenhaft Formulare, deshalb muss Ihr Browser erst kurz rechnen. Sendet er Ihre Antworten nicht von selbst, drücken Sie in # Sekunden noch einmal auf den Knopf.',
    }),
};

export const topics: Messages['topics'] = {
  impersonation: 'Jemand gab sich als Behörde, Firma oder Verwandter aus',
  charities: 'Wohltätigkeit',
  tech_support: 'Computer und technische Hilfe',
  dropped_call: 'Aufgelegt, oder niemand sprach',
  energy: 'Energie und Solar',
  home_improvement: 'Haus und Reinigung',
  home_security: 'Alarm und Sicherheit',
  lotteries: 'Lotterien und Gewinne',
  medical: 'Medizin und Rezepte',
  none_given: 'Wurde nicht gesagt',
  other: 'Etwas anderes',
  debt_relief: 'Schulden verringern',
  travel: 'Reisen und Ferienwohnrechte',
  warranties: 'Garantien und Schutzbriefe',
  work_from_home: 'Heimarbeit und Verdienst',
  bank: 'Bank oder Karte',
  parcel: 'Paket oder Zustellung',
  crypto: 'Kryptowährung oder Geldanlage',
};

export const purposes: Messages['purposes'] = {
  sale: 'Etwas verkaufen',
  charity: 'Spenden sammeln',
  political: 'Politik',
  survey: 'Eine Umfrage',
  debt: 'Schulden',
  information: 'Nur eine Auskunft',
};

export const relationships: Messages['relationships'] = {
  none: 'Nichts: kein Geschäft, keine Erlaubnis',
  customer: 'Ich bin oder war Kunde',
  inquiry: 'Ich hatte dort angefragt',
  permission: 'Ich hatte es erlaubt',
  debt: 'Ich schulde ihnen Geld',
};

export const lineTypes: Messages['lineTypes'] = {
  wireless: 'Mobil',
  residential: 'Privat, Festnetz',
  business: 'Geschäftlich',
};

export const asking: Messages['asking'] = {
  title: 'Eine Frage würde mehr entscheiden',
  answer: 'Antworten',
  skip: 'Kann ich nicht sagen, weiter',
  confirmation: 'Die Bestätigungs-E-Mail der Sperrliste, falls vorhanden',
  confirmationHint: 'Fügen Sie den Text ein. Er geht als Beleg für den Tag mit Ihrer Beschwerde.',
};

export const questions: Messages['questions'] = {
  occurredAt: 'Um wie viel Uhr war das?',
  timeZone: 'In welcher Zeitzone waren Sie in dem Moment?',
  recorded: 'War es eine Aufzeichnung statt eines sprechenden Menschen?',
  callerIdShown: 'Hat Ihr Telefon eine Nummer angezeigt?',
  purpose: 'Wozu diente es?',
  surveyAlsoSells: 'Wollte die Umfrage Ihnen auch etwas verkaufen?',
  registeredSince: 'Seit welchem Tag steht Ihre Nummer auf der nationalen Sperrliste?',
  lineType: 'Was für ein Anschluss ist es?',
  relationship: 'Hatten Sie vorher mit ihnen zu tun?',
  lastDealtOn: 'Wann haben Sie davor zuletzt dort gekauft, gezahlt oder angefragt?',
  optOutOffered: 'Bot die Aufzeichnung eine Taste oder ein Wort gegen weitere Anrufe an?',
};

export const verdict: Messages['verdict'] = {
  titleViolations: (count) =>
    counted(count, { one: 'Das verletzt womöglich # Regel', other: 'Das verletzt womöglich # Regeln' }),
  titleOpen: 'Eine Antwort fehlt noch',
  titleNone: 'Wir haben keine verletzte Regel gefunden',
  titleNoRules: 'Für Ihr Land haben wir noch kein Regelwerk',
  noRules: 'Ihre Meldung zählt trotzdem: Sie hilft allen, die diesen Absender nachschlagen.',
  impossible: 'Diese Nummer kann niemandem gehören: Sie ist höchstwahrscheinlich gefälscht.',
  possible: 'Diese Nummer ist nicht vergeben: Sie kann gefälscht sein.',
  violations: 'Mögliche Verstöße',
  allegation: 'Möglich, denn entscheiden kann nur eine Behörde oder ein Gericht.',
  open: 'Noch nicht entschieden',
  exempt: 'Dennoch erlaubt',
  notShown: (count) =>
    counted(count, {
      one: '# Regel, die nicht zutrifft, und warum',
      other: '# Regeln, die nicht zutreffen, und warum',
    }),
  sources: 'Quelle:',
  questionDecides: (count) =>
    counted(count, { one: 'Ihre Antwort entscheidet über # Regel.', other: 'Ihre Antwort entscheidet über # Regeln.' }),
  complaintTitle: 'Möchten Sie sich beschweren?',
  complaintLead: (regulators) =>
    `Wir machen daraus eine förmliche Beschwerde an: ${regulators}. Sie sehen den Brief, bevor etwas hinausgeht.`,
  complaintStart: 'Beschwerde vorbereiten',
  complaintAsked: 'Ihre Beschwerde ist unterwegs. Wo sie ist, steht auf der Seite Ihrer Meldung.',
  another: 'Noch etwas melden',
};

export const rules: Messages['rules'] = {
  registry: 'Werbeanruf bei einer Nummer auf einer Sperrliste',
  textRegistry: 'Werbenachricht an eine Nummer auf einer Sperrliste',
  stop: 'Angerufen, obwohl Sie widersprochen hatten',
  revoked: 'Weitergemacht, nachdem Sie die Erlaubnis zurückgenommen hatten',
  hours: 'Werbeanruf außerhalb der erlaubten Zeiten',
  recorded: 'Aufgezeichnete Werbung ohne Ihre schriftliche Zustimmung',
  callerId: 'Nummer des Anrufers verborgen',
  autodial: 'Aufgezeichneter Anruf auf ein Mobiltelefon ohne Ihre Zustimmung',
  repeated: 'Wiederholter Verstoß desselben Absenders',
};

export const jurisdictions: Messages['jurisdictions'] = {
  US: 'Vereinigte Staaten',
  MA: 'Massachusetts',
  UK: 'Vereinigtes Königreich',
  CA: 'Kanada',
  AU: 'Australien',
};

export const sender: Messages['sender'] = {
  about: (sender, when) => `${sender}, ${when}`,
  withheld: 'Unterdrückte Nummer',
  unknown: 'Unbekannter Absender',
};

export const lookUp: Messages['lookUp'] = {
  title: 'Meldung verfolgen',
  lead: 'Geben Sie Ihren Beleg ein. Großschreibung und Bindestriche spielen keine Rolle; O und 0, I und 1 gelten als gleich.',
  receipt: 'Beleg',
  receiptHint: '16 Zeichen, zum Beispiel K7Q2-9MZD-4TWX-81CB',
  open: 'Öffnen',
};

export const receipt: Messages['receipt'] = {
  title: 'Ihr Beleg',
  saved: 'Ihre Meldung ist gespeichert. Beleg:',
  keep: 'Notieren Sie ihn oder behalten Sie die Adresse dieser Seite. Es ist der einzige Weg zurück zu Ihrer Meldung.',
  copy: 'Kopieren',
  copied: 'Kopiert',
  open: 'Meine Meldung öffnen',
};

export const figures: Messages['figures'] = {
  title: 'Sie sind nicht allein',
  none: 'Vor Ihnen hat niemand diesen Absender gemeldet.',
  others: (count) =>
    counted(count, {
      one: '# andere Person hat diesen Absender gemeldet.',
      other: '# andere Menschen haben diesen Absender gemeldet.',
    }),
  since: (from, to) => `Zwischen dem ${from} und dem ${to}.`,
  most: (count) => counted(count, { one: 'Bis zu # an einem Tag', other: 'Bis zu # an einem Tag' }),
  chart: 'Meldungen nach Tag',
  day: 'Tag',
  reports: 'Meldungen',
  noSender: 'Ohne Nummer lassen sich Meldungen nicht zusammenzählen.',
};

export const complaint: Messages['complaint'] = {
  title: 'Ihre Beschwerde',
  lead: 'Nur was noch fehlt. Alles andere haben wir aus Ihrer Meldung.',
  goesTo: 'Sie geht an:',
  neededBy: (regulators) => `Verlangt von: ${regulators}`,
  name: 'Ihr Name',
  email: 'Ihre E-Mail-Adresse',
  emailHint: 'Damit die Behörde Sie erreicht. Oder geben Sie Ihre Postanschrift an.',
  postalAddress: 'Ihre Postanschrift',
  line: 'Die Nummer, auf der es ankam',
  seller: 'Name des Anrufers oder der Firma',
  region: 'Bundesstaat, in dem Sie wohnen, zwei Buchstaben',
  check: 'Brief zeigen',
  checkTitle: 'Lesen Sie den Brief, bevor er hinausgeht',
  checkLead: 'Das ist die Beschwerde, Wort für Wort. Sie ist auf Englisch geschrieben.',
  letterTo: (regulator) => `An: ${regulator}`,
  consent:
    'Ich bin einverstanden, dass diese Beschwerde mit meinen Angaben an die hier genannten Behörden geht; was darin steht, ist nach meinem besten Wissen wahr.',
  send: 'Beschwerde senden',
  change: 'Etwas ändern',
  nothingTitle: 'Noch gibt es nichts zu beanstanden',
  nothing: 'Eine Beschwerde braucht mindestens einen möglichen Verstoß.',
  verdict: 'Ergebnis ansehen',
};

export const status: Messages['status'] = {
  reportTitle: 'Ihre Meldung',
  now: 'Wo sie steht',
  preparing: 'Ihre Beschwerde wird vorbereitet. Das dauert einige Sekunden.',
  nothingYet: 'Noch gibt es nichts zu beanstanden: Eine Beschwerde braucht mindestens einen möglichen Verstoß.',
  lookAgain: 'Noch einmal nachsehen',
  nextTitle: 'Was als Nächstes geschieht',
  nextNothing: 'Von selbst nichts mehr. Die Meldung bleibt und zählt bis zum unten genannten Tag.',
  keptUntil: (day) => `Wir bewahren diese Meldung bis zum ${day} auf, dann wird sie gelöscht.`,
  complaints: 'Ihre Beschwerden',
  who: 'Wer sie hat',
  whoUs: 'Ringfence',
  whoYou: 'Sie',
  state: 'Stand',
  reference: 'Aktenzeichen',
  by: 'Bis wann',
  noDate: 'Die Behörde nennt keinen Tag, darum zeigen wir keinen.',
  noAnswer: 'Diese Behörde antwortet niemandem einzeln; sie nutzt Beschwerden, um Anrufer zu finden und zu verfolgen.',
  until: (day) => `Die Behörde sagte: bis zum ${day}.`,
  letter: 'Brief lesen',
  download: 'Brief als Text speichern',
  steps: 'Was Sie tun:',
  regulatorPage: 'Seite der Behörde',
  missing: 'Vervollständigen',
  missingProof: 'Sie wartet auf den Nachweis, dass wir Sie erreichen.',
  history: 'Was wann geschah',
  timesIn: (zone) => `Alle Zeiten: ${zone}.`,
  verdict: 'Ergebnis ansehen',
  correct: 'Meldung berichtigen',
  withdraw: 'Meldung zurückziehen',
};

export const reportStates: Messages['reportStates'] = {
  received: 'Wir haben Ihre Meldung. Sie wird gerade gezählt.',
  checked: 'Ihre Meldung zählt bei diesem Absender mit.',
  handed_over: 'Ihre Beschwerde liegt für Sie zum Einreichen bereit.',
  complaint_queued: 'Ihre Beschwerde wartet darauf, dass die Behörde sie abholt.',
  submitted: 'Eine Behörde hat Ihre Beschwerde.',
  acknowledged: 'Eine Behörde hat Ihre Beschwerde bestätigt.',
  decided: 'Eine Behörde hat über Ihre Beschwerde entschieden.',
  refused: 'Ihre Beschwerde wurde abgelehnt.',
  withdrawn: 'Sie haben diese Meldung zurückgezogen. Ihr Inhalt ist endgültig gelöscht.',
};

export const complaintStates: Messages['complaintStates'] = {
  incomplete: 'Es fehlt etwas',
  queued: 'Wartet auf Abholung durch die Behörde',
  submitted: 'Die Behörde hat sie abgeholt',
  acknowledged: 'Die Behörde hat sie bestätigt',
  decided: 'Die Behörde hat entschieden',
  refused: 'Die Behörde hat sie abgelehnt',
  handed_over: 'Bereit, Sie können sie einreichen',
  withdrawn: 'Zurückgezogen',
};

export const events: Messages['events'] = {
  reported: 'Sie haben es gemeldet.',
  changed: 'Letzte Änderung der Meldung.',
  taken_back: 'Sie haben die Meldung zurückgezogen.',
  drafted: 'Wir haben die Beschwerde entworfen.',
  completed: 'Die Beschwerde wurde vervollständigt.',
  corrected: 'Die Beschwerde wurde berichtigt.',
  refiled: 'Die Beschwerde wurde wieder geöffnet.',
  handed_back: 'Die Beschwerde kam zum Einreichen zu Ihnen zurück.',
  withdrawn: 'Die Beschwerde wurde zurückgezogen.',
  taken: 'Die Behörde hat sie abgeholt.',
  acknowledged: 'Die Behörde hat sie bestätigt.',
  decided: 'Die Behörde hat entschieden.',
  refused: 'Die Behörde hat sie abgelehnt.',
  extended: 'Die Behörde braucht mehr Zeit.',
};

export const correct: Messages['correct'] = {
  title: 'Meldung berichtigen',
  lead: 'Ändern Sie, was falsch ist. Das Ergebnis wird neu ermittelt.',
  save: 'Speichern',
};

export const withdraw: Messages['withdraw'] = {
  title: 'Diese Meldung zurückziehen?',
  lead: 'Wir vergessen, was Sie uns gesagt haben, und nehmen es endgültig aus allen Zahlen. Eine Beschwerde, die noch keine Behörde abgeholt hat, wird zurückgenommen. Eine abgeholte bleibt dort, und die Behörde wird benachrichtigt.',
  confirm: 'Ja, zurückziehen',
  cancel: 'Nein, behalten',
};

export const data: Messages['data'] = {
  title: 'Was mit Ihren Daten geschieht',
  keptTitle: 'Was wir behalten',
  kept: (days) =>
    counted(days, {
      one: 'Was Sie melden, # Tag lang. Dann wird es gelöscht.',
      other: 'Was Sie melden, # Tage lang. Dann wird es gelöscht.',
    }),
  lineUse:
    'Ihre Nummer: um sie in Sperrlisten nachzuschlagen, und in einer Beschwerde, wenn Sie eine senden. Veröffentlicht wird sie nie.',
  publicTitle: 'Was andere sehen',
  public: 'Nur über den Absender: wie viele ihn meldeten, wann und weswegen. Nie, wer.',
  complaintTitle: 'Wenn Sie sich beschweren',
  complaint: 'Die im Brief genannten Behörden erhalten genau diesen Brief. Sonst niemand.',
  logTitle: 'Wenn Sie eine Anrufliste hochladen',
  log: 'Die Datei geht direkt dorthin, wo sie gelesen wird. Wir behalten nur die Einträge, die Sie anhaken und melden. Datei und Liste werden gelöscht, sobald Sie fertig sind, spätestens nach 24 Stunden.',
  controlTitle: 'Was Sie tun können',
  control:
    'Mit Ihrem Beleg können Sie Ihre Meldung jederzeit sehen, berichtigen und zurückziehen. Wer den Beleg hat, kann das auch; behalten Sie ihn für sich. Wir speichern ihn nur verschlüsselt und können ihn Ihnen nicht noch einmal nennen.',
  browserTitle: 'In Ihrem Browser',
  browser: 'Ein Cookie für Ihre Sprache, und nur wenn Sie eine wählen. Keine Verfolgung, nichts von anderen Seiten.',
  logs: 'Unsere Protokolle enthalten keine Nummer, keinen Text, keinen Namen und keinen Beleg.',
};

export const regulators: Messages['regulators'] = {
  title: 'Für Behörden',
  lead: 'Ringfence ordnet Meldungen unerwünschter Anrufe und Nachrichten und gibt Ihnen, was Sie zum Handeln brauchen.',
  complaintsTitle: 'Beschwerden',
  complaints:
    'Jede mit Nachweisen, Regeln und Quellen, in Ihrer Warteschlange oder über die Schnittstelle. Sie bestätigen und entscheiden; die Person sieht es sofort.',
  offendersTitle: 'Auffällige Absender',
  offenders:
    'Nach der Zahl unabhängiger Meldender, mit Zahlen nach Tag, Thema und Gebiet, als Seiten oder tägliche Dateien.',
  auditTitle: 'Nachweis',
  audit: 'Jedes Lesen mit Ihrem Schlüssel wird festgehalten und ist für Sie einsehbar.',
  accessTitle: 'Zugang',
  access: 'Einen Schlüssel gibt Ihnen der Betreiber dieses Dienstes.',
  description: 'Beschreibung der Schnittstelle',
};

export const nowhere: Messages['nowhere'] = {
  lead: 'Unter dieser Adresse gibt es keine Seite. Vielleicht ist unterwegs ein Zeichen verloren gegangen.',
};

export const notFound: Messages['notFound'] = {
  title: 'Hier ist nichts',
  lead: 'Unter dieser Adresse gibt es keine Seite und keine Meldung. Vergleichen Sie jedes Zeichen Ihres Belegs.',
};

export const faults: Messages['faults'] = {
  title: 'Bei uns ist etwas schiefgegangen',
  lead: 'Gehen Sie zurück und versuchen Sie es in einer Minute noch einmal; Ihr Browser behält Ihre Eingaben. Geschieht es wieder, nennen Sie uns diese Nummer:',
  elsewhereTitle: 'Dieses Formular kam von einer anderen Seite',
  elsewhere:
    'Zu Ihrer Sicherheit nehmen wir nur Formulare von unseren eigenen Seiten. Öffnen Sie die Seite hier und füllen Sie sie neu aus.',
  tooLargeTitle: 'Das war zu viel',
  tooLarge: 'Das Formular war größer als jedes unserer Formulare. Gehen Sie zurück und kürzen Sie Ihre Eingaben.',
};

export const contest: Messages['contest'] = {
  title: 'Einen Eintrag anfechten',
  lead: 'Ihre Nummer wurde gemeldet, obwohl die Anrufe oder Nachrichten nicht von Ihnen kommen? Sagen Sie es uns. Ein Mensch liest es; stimmt er zu, wird Ihre Nummer in allem, was Behörden von uns bekommen, als bestritten gekennzeichnet.',
  sender: 'Die eingetragene Nummer oder der Name',
  senderHint: 'Mit + und Landesvorwahl, zum Beispiel +1 202 555 0143.',
  ground: 'Was ist falsch?',
  forged: 'Jemand anders benutzt meine Nummer als falschen Absender',
  new_owner: 'Ich habe diese Nummer erst seit Kurzem',
  lawful: 'Diese Anrufe oder Nachrichten haben keine Regel verletzt',
  other: 'Etwas anderes',
  statement: 'Was sollten wir wissen?',
  statementHint: 'Tatsachen, die sich prüfen lassen, etwa seit wann die Nummer Ihnen gehört.',
  statementMissing: 'Sagen Sie uns in wenigen Worten, was falsch ist.',
  email: 'Ihre E-Mail-Adresse',
  emailHint: 'Für Rückfragen. Sie wird nirgends veröffentlicht.',
  privacy: 'Was Sie hier schreiben, liest nur der Betreiber dieses Dienstes.',
  submit: 'Absenden',
  alreadySent: 'Sie haben dieses Formular schon einmal abgeschickt, mit anderen Worten.',
  openIt: 'Sehen, was daraus wurde',
  statusTitle: 'Ihr Einwand',
  now: 'Der Stand',
  open: 'Er wartet darauf, dass ihn ein Mensch liest.',
  accepted: 'Angenommen: Der Eintrag ist als bestritten gekennzeichnet.',
  declined: 'Abgelehnt: Der Eintrag bleibt, wie er ist.',
  next: 'Wir nennen keinen Tag, weil wir ihn nicht versprechen könnten. Sehen Sie hier wieder nach; die Antwort wird auf dieser Seite stehen.',
  answer: 'Die Antwort:',
  reference: 'Ihr Aktenzeichen:',
  keep: 'Schreiben Sie es auf oder merken Sie sich die Adresse dieser Seite. Nur damit kommen Sie zurück.',
  decided: (day) => `Entschieden am ${day}.`,
};

export const log: Messages['log'] = {
  zone: 'Zeitzone des Telefons',
  notKept:
    'Wir behalten die Anrufe, die Sie melden, und sonst nichts aus der Datei. Sie wird gelöscht, sobald Sie fertig sind, spätestens nach 24 Stunden.',
  startAgain: 'Neu beginnen',
  goneTitle: 'Hier ist keine Anrufliste',
  gone: 'Eine Liste wird gelöscht, sobald ihre Anrufe gemeldet sind, spätestens nach 24 Stunden. Möchten Sie noch Anrufe daraus melden, beginnen Sie mit der Datei neu.',
  entries: (count) => counted(count, { one: '#-mal', other: '#-mal' }),
};

export const logUpload: Messages['logUpload'] = {
  title: 'Viele Anrufe auf einmal melden',
  lead: 'Ihr Telefon, Ihr Anbieter oder Ihre Telefonanlage kann die Anrufliste als Datei speichern. Laden Sie sie hoch, haken Sie die unerwünschten an und melden Sie sie zusammen. Nichts wird gemeldet, bevor Sie es sagen.',
  line: 'Ihre Nummer, zu der die Liste gehört',
  lineHint: 'Wir schlagen sie in den Sperrlisten nach. Ohne sie lässt sich vieles nicht entscheiden.',
  zoneHint: 'Nur wenn Ihre Nummer sie nicht verrät, zum Beispiel nach einem Umzug.',
  goOn: 'Weiter zur Datei',
  kindsTitle: 'Welche Dateien wir lesen können',
  kindPhone: 'Android: Anrufe und Nachrichten, gesichert mit „SMS Backup & Restore“ (XML).',
  kindVoice: 'Google Voice: die Seiten eines Takeout-Exports (HTML).',
  kindExchange: 'Telefonanlagen: Anrufliste der FRITZ!Box, Asterisk, 3CX (CSV).',
  kindCarrier:
    'Rechnungen und Tabellen eines Anbieters oder eines Sicherungsprogramms für iPhones (CSV); auch mit gzip gepackt.',
  fileTitle: 'Wählen Sie die Datei',
  fileLead: 'Wir lesen sie und zeigen Ihnen ihre Liste. Sonst sieht sie niemand.',
  file: 'Die Anrufliste',
  fileHint: (most) => `Höchstens ${most}. Dieses Formular gilt eine Viertelstunde; danach beginnen Sie bitte neu.`,
  fileTooLarge: (most) =>
    `Diese Datei ist größer als ${most}. Speichern Sie einen kürzeren Zeitraum und wählen Sie diese Datei.`,
  send: 'Datei senden',
  sent: 'Gesendet, und diese Seite ging nicht weiter?',
  seeList: 'Zur Liste',
};

export const logList: Messages['logList'] = {
  waitingTitle: 'Ihre Liste wird gelesen',
  waiting:
    'Das dauert einige Sekunden, bei einer sehr großen Datei ein bis zwei Minuten. Die Seite sieht von selbst wieder nach.',
  waitingLong: 'Es gibt noch keine Liste. Falls das Hochladen abbrach, beginnen Sie mit der Datei neu.',
  lookAgain: 'Noch einmal nachsehen',
  refusedTitle: 'Diese Datei lässt sich nicht lesen',
  listTitle: 'Haken Sie die unerwünschten an',
  listLead: 'Anrufe und Nachrichten von Fremden sind angehakt. Nehmen Sie den Haken weg, wo sie willkommen waren.',
  found: (count) => counted(count, { one: 'von # in der Liste', other: 'von # in der Liste' }),
  ticked: (count) => counted(count, { one: '# angehakt', other: '# angehakt' }),
  strangers: 'Von Fremden',
  others: 'Ihre Kontakte und Ihre eigenen Anrufe',
  othersHint: 'Nicht angehakt. Haken Sie nur an, was trotzdem unerwünscht war.',
  contact: 'Kontakt',
  tickGroup: 'Alle dieser Nummer anhaken',
  untickGroup: 'Alle Haken dieser Nummer entfernen',
  tickUsual: 'Alle Fremden anhaken',
  untickAll: 'Alle Haken entfernen',
  previous: 'Vorige Seite',
  next: 'Nächste Seite',
  pageOf: (page, pages) => `Seite ${page} von ${pages}. Ihre Haken bleiben.`,
  review: 'Weiter mit den angehakten',
  nothingTicked: 'Haken Sie mindestens einen Anruf oder eine Nachricht an.',
  tooManyTicked: (most) =>
    `Höchstens ${most} lassen sich auf einmal melden. Entfernen Sie einige Haken; diese können Sie danach melden.`,
  nothingFound: 'In dieser Datei fanden wir weder Anruf noch Nachricht, die sich melden ließen.',
  skipped: (count) =>
    counted(count, { one: '# Zeile der Datei bleibt weg: warum', other: '# Zeilen der Datei bleiben weg: warum' }),
  incomplete: 'Die Datei bricht mittendrin ab. Das hier stand davor.',
  zoneTitle: 'Wo ging diese Uhr?',
  zoneWhy: 'Die Datei nennt Uhrzeiten ohne Ort. Bis wir ihn kennen, zählt von jedem Anruf nur der Tag.',
  zoneUse: 'Diese Zeitzone nehmen',
  columnsGuessed:
    'Was die Spalten Ihrer Tabelle bedeuten, haben wir geraten. Stimmen Nummern, Tage oder Richtungen nicht?',
  columnsCorrect: 'Spalten berichtigen',
  long: 'Ihre Liste ist lang; dies ist ein Teil davon. Melden Sie erst aus diesem Teil, dann gehen Sie zum nächsten.',
  firstPart: 'Erster Teil',
  nextPart: 'Nächster Teil',
};

export const logFacts: Messages['logFacts'] = {
  factsTitle: (count) =>
    counted(count, { one: '# Eintrag Ihrer Liste melden', other: '# Einträge Ihrer Liste melden' }),
  factsAsked: 'Was gilt für alle?',
  factsLead:
    'Nur einmal gefragt, denn es entscheidet, welche Regeln verletzt sind. Lassen Sie offen, was verschieden ist oder was Sie nicht wissen; Sie können es später in jeder Meldung ergänzen.',
  andMore: (count) => counted(count, { one: 'und # weitere Nummer', other: 'und # weitere Nummern' }),
  restFollows: (count) =>
    counted(count, {
      one: '# weiterer, den Sie angehakt haben, folgt danach.',
      other: '# weitere, die Sie angehakt haben, folgen danach.',
    }),
  doneSoFar: (count) => counted(count, { one: '# ist schon gemeldet.', other: '# sind schon gemeldet.' }),
  chosenOnly:
    'Nur diese werden behalten, jeder als Meldung mit eigenem Beleg. Die Datei und ihre Liste werden gelöscht.',
  reportNow: 'Jetzt melden',
  change: 'Auswahl ändern',
};

export const logDirections: Messages['logDirections'] = {
  in: 'angenommen',
  missed: 'verpasst',
  rejected: 'abgelehnt',
  voicemail: 'Anrufbeantworter',
  out: 'von Ihnen angerufen',
  textIn: 'Nachricht erhalten',
  textOut: 'Nachricht von Ihnen',
};

export const logFaults: Messages['logFaults'] = {
  not_a_log:
    'Das ist keine Anrufliste, die wir kennen. Speichern Sie die Liste als XML oder CSV mit einem der Programme von der ersten Seite.',
  empty: 'Die Datei ist leer. Speichern Sie die Liste noch einmal und sehen Sie nach, ob die Datei eine Größe hat.',
  binary:
    'Das ist ein Bild, ein Programm oder ein Dokument, keine Anrufliste. Wählen Sie die Datei, die Ihr Sicherungsprogramm gespeichert hat.',
  archive: 'Das ist ein Archiv mit Dateien darin. Entpacken Sie es und senden Sie nur die Datei mit den Anrufen.',
  damaged: 'Die Datei ist gepackt und beschädigt. Speichern Sie sie noch einmal oder senden Sie sie ungepackt.',
  bomb: 'Entpackt ist die Datei viel größer, als eine Anrufliste sein kann. Speichern Sie einen kürzeren Zeitraum und senden Sie ihn ungepackt.',
  too_large: 'Die Datei ist zu groß. Speichern Sie einen kürzeren Zeitraum und senden Sie diesen.',
  too_many_rows:
    'Die Datei hat mehr Zeilen, als wir auf einmal lesen (200.000). Speichern Sie einen kürzeren Zeitraum und senden Sie diesen.',
  oversized:
    'Ein Eintrag der Datei nimmt kein Ende, also kann sie keine Anrufliste sein. Speichern Sie die Liste noch einmal.',
  declarations:
    'Die Datei enthält Anweisungen, die eine Anrufliste nie braucht (Dokumenttyp oder Entitäten). Speichern Sie die Liste noch einmal.',
};

export const logSkips: Messages['logSkips'] = {
  malformed: 'nicht zu lesen',
  columns: 'zu wenige oder zu viele Spalten',
  date: 'kein Datum oder ein unmögliches',
  sender: 'was angezeigt wird, ist keine Nummer',
  sender_empty: 'keine Nummer',
  sender_placeholder: 'ein Füller anstelle einer Nummer',
  emergency_number: 'eine Notrufnummer',
  too_long: 'länger, als ein Eintrag sein kann',
  direction: 'sagt nicht, in welche Richtung es ging',
  not_sent: 'Entwürfe und nie gesendete Nachrichten',
  answered_elsewhere: 'auf einem anderen Gerät angenommen',
  internal: 'zwischen zwei Nebenstellen',
};

export const logTicks: Messages['logTicks'] = {
  doneReceipts: 'Ihre Belege ansehen und aufheben',
  missing: 'Wählen Sie, wo diese Uhr lief.',
  gone: 'Die Datei ist nicht mehr da und kann nicht neu gelesen werden. Laden Sie sie noch einmal hoch.',
  tooOften: 'Die Datei wurde zu oft gelesen. Beginnen Sie mit ihr neu.',
  tooMany:
    'Sie haben mehr Haken geändert, als diese Seite mitnehmen kann. Melden Sie erst diese, oder beginnen Sie neu mit „Alle Fremden anhaken“.',
  lost: 'Wir konnten nicht lesen, was Sie angehakt hatten. Bitte gehen Sie die Liste noch einmal durch, bevor Sie fortfahren.',
};

export const logColumns: Messages['logColumns'] = {
  title: 'Was die Spalten bedeuten',
  lead: 'Sagen Sie, in welcher Spalte was steht. Dann lesen wir die Datei neu.',
  asRead: 'Bisher lesen wir die ersten Zeilen so',
  column: (number) => `Spalte ${number}`,
  fields: {
    date: 'Datum, oder Datum und Uhrzeit',
    time: 'Uhrzeit, falls getrennt',
    number: 'Die andere Nummer',
    from: 'Anrufende Nummer',
    to: 'Angerufene Nummer',
    direction: 'Eingehend oder ausgehend',
    status: 'Angenommen oder verpasst',
    duration: 'Dauer',
    contact: 'Name aus Ihren Kontakten',
    text: 'Wortlaut einer Nachricht',
  },
  dateOrder: 'Wie sind Tage geschrieben?',
  dateOrders: { ymd: 'Jahr, Monat, Tag', dmy: 'Tag, Monat, Jahr', mdy: 'Monat, Tag, Jahr' },
  otherwise: 'Zeilen, die keine Richtung nennen, sind',
  ways: { in: 'Anrufe bei Ihnen', out: 'Anrufe von Ihnen' },
  durationIn: 'Dauern ohne Einheit sind',
  durations: { seconds: 'Sekunden', minutes: 'Minuten' },
  clock: 'Die Uhrzeiten sind die',
  clocks: { local: 'Ihrer eigenen Uhr', utc: 'der Weltzeit (UTC, GMT)' },
  save: 'Datei so lesen',
  dateMissing: 'Sagen Sie, in welcher Spalte das Datum steht.',
  numberMissing: 'Sagen Sie, in welcher Spalte eine Nummer steht: die andere, die anrufende oder die angerufene.',
  tooOften: 'Die Datei wurde zu oft gelesen. Beginnen Sie mit ihr neu.',
};

export const logDone: Messages['logDone'] = {
  title: (count) => counted(count, { one: '# Meldung ist gespeichert', other: '# Meldungen sind gespeichert' }),
  lead: 'Jede hat einen eigenen Beleg. Merken Sie sich die Adresse dieser Seite, drucken oder speichern Sie sie: Nur so finden Sie zurück.',
  left: (count) =>
    counted(count, {
      one: '# aus Ihrer Auswahl ließ sich jetzt nicht melden. Versuchen Sie es morgen: Senden Sie die Liste noch einmal und haken Sie nur diesen an.',
      other:
        '# aus Ihrer Auswahl ließen sich jetzt nicht melden. Versuchen Sie es morgen: Senden Sie die Liste noch einmal und haken Sie nur diese an.',
    }),
  refused: (count) =>
    counted(count, {
      one: '# Eintrag konnten wir nicht annehmen: Nummer, Datum oder Text kann nicht stimmen.',
      other: '# Einträge konnten wir nicht annehmen: Nummer, Datum oder Text kann nicht stimmen.',
    }),
  copy: 'Alle Belege kopieren',
  copied: 'Kopiert',
  save: 'Als Text speichern',
  withdrawn: 'Sie haben diese Meldung zurückgezogen.',
  erased: 'Die Datei und die daraus gelesene Liste sind gelöscht. Was Sie hier sehen, ist alles, was bleibt.',
  keptTitle: 'Ihre Liste ist noch da',
  kept: 'Sie hat Einträge, die Sie vielleicht auch melden möchten. Gelöscht wird sie, wenn Sie es sagen, spätestens nach 24 Stunden.',
  toList: 'Zurück zur Liste',
  erase: 'Ich bin fertig: löschen',
};

export const proof: Messages['proof'] = {
  send: 'Den Link schicken',
  sent: 'Wir haben Ihnen einen Link an Ihre E-Mail-Adresse geschickt. Öffnen Sie ihn innerhalb von zwei Tagen und drücken Sie dort den Knopf; dann geht Ihre Beschwerde weiter.',
  again: 'Noch keine Mail? Sehen Sie im Spam-Ordner nach, oder lassen Sie sich den Link noch einmal schicken.',
  too_many: 'Mehr Links dürfen wir an einem Tag nicht schicken. Versuchen Sie es morgen wieder.',
  spent: 'Heute können wir keine Mails mehr verschicken. Versuchen Sie es morgen wieder.',
  off: 'Dieser Dienst verschickt keine Mails und kann Ihre Adresse deshalb nicht prüfen. Sie können den Brief speichern und selbst an die Behörde schicken.',
  no_address:
    'In Ihrer Beschwerde steht keine E-Mail-Adresse, an die wir schreiben können. Ergänzen Sie sie, indem Sie die Beschwerde vervollständigen.',
  already: 'Ihre Adresse ist schon bestätigt.',
  title: 'E-Mail-Adresse bestätigen',
  lead: 'Jemand, höchstwahrscheinlich Sie, will eine Beschwerde an eine Behörde schicken und hat diese Adresse angegeben. Drücken Sie den Knopf, wenn Sie das waren. Wenn nicht, schließen Sie diese Seite: Dann geschieht nichts.',
  confirm: 'Ja, das war ich',
  doneTitle: 'Ihre Adresse ist bestätigt',
  done: 'Ihre Beschwerde geht jetzt weiter. Mit Ihrem Beleg sehen Sie, wo sie ist.',
  alreadyTitle: 'Diese Adresse wurde schon bestätigt',
  expiredTitle: 'Dieser Link ist abgelaufen',
  expired: 'Öffnen Sie Ihre Meldung mit dem Beleg, und lassen Sie sich einen neuen Link schicken.',
  invalidTitle: 'Dieser Link gilt nicht',
  invalid:
    'Vielleicht ist er unvollständig, oder Adresse oder Meldung wurden inzwischen geändert. Öffnen Sie Ihre Meldung mit dem Beleg, und lassen Sie sich einen neuen Link schicken.',
};
