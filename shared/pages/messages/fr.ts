import { counting } from '#shared/runtime/counting.ts';
import type { Messages } from './messages.ts';

const counted = /* @__PURE__ */ counting('fr');

export const common: Messages['common'] = {
  direction: 'ltr',
  skip: 'Aller au contenu',
  home: 'Accueil',
  motto: 'Appels et messages indésirables, noir sur blanc',
  menu: 'Menu principal',
  languages: 'Langue',
  reportCall: 'Signaler un appel',
  reportText: 'Signaler un message',
  reportLog: 'Envoyer un journal d’appels',
  follow: 'Suivre un signalement',
  myData: 'Ce que deviennent mes données',
  forRegulators: 'Pour les autorités',
  back: 'Retour',
  optional: '(facultatif)',
  yes: 'Oui',
  no: 'Non',
  unknown: 'Je ne sais pas',
  moreDetails: 'D’autres précisions, si vous en avez',
  charactersLeft: (count) => counted(count, { one: 'Encore # caractère', other: 'Encore # caractères' }),
  chooseOne: 'Choisissez',
  errorPrefix: 'Erreur : ',
  errorTitle: 'Il reste quelque chose à corriger',
  errorKept: 'Tout ce que vous avez saisi est encore là.',
  contest: 'Contester un signalement',
};

export const home: Messages['home'] = {
  title: 'Halte aux appels indésirables',
  lead: 'Signalez un appel ou un message que vous n’avez jamais demandé. Vous savez aussitôt quelles règles il a pu enfreindre. Si vous le souhaitez, nous en faisons une plainte en bonne et due forme et vous montrons où elle en est à chaque étape.',
  callHint: 'Le téléphone a sonné. Environ une minute.',
  textHint: 'Un message que vous ne vouliez pas.',
  logHint: 'Beaucoup d’appels d’un coup : cochez-les dans la liste enregistrée par votre téléphone.',
  followHint: 'Vous avez un reçu : voir la suite, corriger ou retirer.',
  stepsTitle: 'Ce qui se passe ensuite',
  stepVerdict: 'Le résultat, aussitôt. Quelles règles semblent enfreintes, lesquelles non, et pourquoi.',
  stepComplaint: 'Votre plainte, si vous en voulez une. Vous lisez la lettre avant son départ.',
  stepFollow: 'Un reçu. Il vous montre à tout moment qui a votre plainte et ce qui a été fait.',
  free: 'Gratuit, sans compte, et vous pouvez signaler sans donner votre nom.',
};

export const form: Messages['form'] = {
  callTitle: 'Signaler un appel indésirable',
  textTitle: 'Signaler un message indésirable',
  lead: 'Quelques faits d’abord. Ce que vous laissez vide, nous ne le demandons que si cela décide de quelque chose.',
  callSender: 'Quel numéro votre téléphone a-t-il affiché ?',
  callSenderHint:
    'Tel qu’affiché, par exemple (202) 555-0143. Avec + et l’indicatif du pays s’il venait de l’étranger.',
  withheld: 'Aucun numéro ne s’est affiché',
  textSender: 'Qui l’a envoyé ?',
  textSenderHint: 'Le numéro, le numéro court, le nom ou l’adresse e-mail affichés.',
  text: 'Que dit-il ?',
  textHint: 'Copiez les mots. N’ouvrez aucun lien.',
  date: 'Quel jour ?',
  time: 'À quelle heure ?',
  timeHint: 'Les règles sur les appels nocturnes en ont besoin. D’après votre montre, par exemple 20:41.',
  zone: 'Dans quel fuseau horaire étiez-vous ?',
  zoneHint: 'Votre numéro seul ne le dit pas, et l’heure compte d’après votre montre.',
  line: 'Votre numéro, celui qui l’a reçu',
  lineHint: 'Nous le cherchons dans les listes d’opposition. Sans lui, bien des règles ne peuvent pas être vérifiées.',
  lineKept: (ending) => `Nous avons le numéro qui finit par ${ending}. Laissez vide pour le garder.`,
  topic: 'De quoi s’agissait-il ?',
  callerName: 'Nom donné par l’appelant',
  sellerName: 'Entreprise pour laquelle il appelait',
  askedToStopOn: 'Jour où vous aviez demandé d’arrêter',
  submit: 'Voir le résultat',
  privacy: 'Votre numéro reste avec le signalement et n’est publié nulle part.',
};

export const errors: Messages['errors'] = {
  sender: 'Saisissez le numéro affiché, ou cochez qu’aucun ne s’est affiché.',
  textSender: 'Saisissez le numéro, le numéro court, le nom ou l’adresse affichés.',
  senderBoth: 'Vous avez saisi un numéro et coché qu’aucun ne s’est affiché. Gardez l’un des deux.',
  senderNotANumber: 'Ce n’est pas un numéro. Des chiffres seulement ; un nom va sous « D’autres précisions ».',
  senderCountry: 'Écrivez ce numéro avec + et l’indicatif du pays.',
  senderEmergency: 'C’est un numéro d’urgence. Vérifiez-le.',
  lineInvalid: 'Saisissez votre numéro complet, par exemple +1 413 555 0142.',
  dateMissing: 'Indiquez le jour.',
  dayMissing: 'Indiquez un jour, ou continuez sans répondre.',
  dateInvalid: 'Ce jour n’existe pas. Écrivez année-mois-jour, par exemple 2026-11-20.',
  dateRange: 'Indiquez un jour entre 1990 et aujourd’hui.',
  timeInvalid: 'Indiquez une heure entre 00:00 et 23:59.',
  zoneNeeded: 'Dites dans quel fuseau vous étiez, ou laissez l’heure vide.',
  textMissing: 'Copiez ici les mots du message.',
  tooLong: (most) => counted(most, { one: '# caractère au plus.', other: '# caractères au plus.' }),
  characters: 'Il contient des caractères de contrôle invisibles. Retapez-le à la main.',
  choose: 'Choisissez une des réponses.',
  nameMissing: 'Saisissez votre nom.',
  emailMissing: 'Saisissez votre adresse e-mail ou postale.',
  region: 'Indiquez les deux lettres de votre État, par exemple MA.',
  emailInvalid: 'Saisissez une adresse comme name@example.com.',
  lineMissing: 'Saisissez le numéro qui l’a reçu.',
  sellerMissing: 'Saisissez le nom de l’appelant ou de l’entreprise.',
  consentMissing: 'Cochez que vous êtes d’accord, ou revenez sans envoyer.',
  receiptMissing: 'Saisissez votre reçu.',
  receiptLength: (found) =>
    counted(found, {
      one: 'Un reçu a 16 caractères ; celui-ci en a #.',
      other: 'Un reçu a 16 caractères ; celui-ci en a #.',
    }),
  receiptCharacters: 'Un reçu n’a que des chiffres et les lettres A à Z, sans U.',
  receiptUnknown: 'Nous ne connaissons aucun signalement sous ce reçu. Comparez chaque caractère.',
  tokenExpired: 'Cette page est restée ouverte plus d’un jour. Relisez vos réponses et renvoyez-les.',
  tokenForeign: 'Nous ne reconnaissons pas ce formulaire. Relisez vos réponses et renvoyez-les.',
  alreadySent: 'Vous avez déjà envoyé ce formulaire, avec d’autres réponses.',
  alreadySentOpen: 'Ouvrir le signalement envoyé',
  alreadySentAgain: 'S’il s’agit d’un autre appel ou message, renvoyez le formulaire.',
  busy: 'Votre signalement est en cours de modification. Attendez quelques secondes et renvoyez.',
  tooMany: 'Ce signalement a été corrigé trop souvent pour l’être encore.',
  usedUp: (hours) =>
    counted(hours, {
      one: 'Nous avons déjà accepté aujourd’hui pour votre numéro autant de signalements que nous en acceptons par jour. Renvoyez ce formulaire dans # heure.',
      other:
        'Nous avons déjà accepté aujourd’hui pour votre numéro autant de signalements que nous en acceptons par jour. Renvoyez ce formulaire dans # heures.',
    }),
};

export const checks: Messages['checks'] = {
  leaveEmpty: 'Laissez ce champ vide',
  notYet: 'Pas encore envoyé',
  again: (seconds) =>
    counted(seconds, {
      one: 'Des machines envoient des formulaires en masse, votre navigateur doit donc d’abord faire un bref calcul. S’il n’envoie pas vos réponses de lui-même, appuyez de nouveau sur le bouton dans # seconde.',
      other:
        'Des machines envoient des formulaires en masse, votre navigateur doit donc d’abord faire un bref calcul. S’il n’envoie pas vos réponses de lui-même, appuyez de nouveau sur le bouton dans # secondes.',
    }),
};

export const topics: Messages['topics'] = {
  impersonation: 'Quelqu’un se faisait passer pour une autorité, une entreprise ou un proche',
  charities: 'Œuvres caritatives',
  tech_support: 'Informatique et assistance',
  dropped_call: 'Appel coupé, ou personne n’a parlé',
  energy: 'Énergie et solaire',
  home_improvement: 'Travaux et ménage',
  home_security: 'Alarmes et sécurité',
  lotteries: 'Loteries, prix et concours',
  medical: 'Médicaments et ordonnances',
  none_given: 'Ils ne l’ont pas dit',
  other: 'Autre chose',
  debt_relief: 'Réduire des dettes',
  travel: 'Vacances et multipropriété',
  warranties: 'Garanties et assurances',
  work_from_home: 'Travail à domicile et gains',
  bank: 'Banque ou carte',
  parcel: 'Colis ou livraison',
  crypto: 'Cryptomonnaie ou placement',
};

export const purposes: Messages['purposes'] = {
  sale: 'Vendre quelque chose',
  charity: 'Quêter pour une œuvre',
  political: 'Politique',
  survey: 'Un sondage',
  debt: 'Une dette',
  information: 'Une simple information',
};

export const relationships: Messages['relationships'] = {
  none: 'Rien : aucune affaire, aucune permission',
  customer: 'Je suis ou j’étais client',
  inquiry: 'Je leur avais demandé quelque chose',
  permission: 'J’avais donné ma permission',
  debt: 'Je leur dois de l’argent',
};

export const lineTypes: Messages['lineTypes'] = {
  wireless: 'Mobile',
  residential: 'Domicile',
  business: 'Professionnelle',
};

export const asking: Messages['asking'] = {
  title: 'Une question permettrait d’en décider davantage',
  answer: 'Répondre',
  skip: 'Je ne peux pas le dire, continuer',
  confirmation: 'L’e-mail de confirmation de la liste, si vous l’avez',
  confirmationHint: 'Collez-en le texte. Il accompagne votre plainte, comme preuve du jour.',
};

export const questions: Messages['questions'] = {
  occurredAt: 'À quelle heure est-ce arrivé ?',
  timeZone: 'Dans quel fuseau horaire étiez-vous à ce moment ?',
  recorded: 'Était-ce un enregistrement plutôt qu’une personne ?',
  callerIdShown: 'Votre téléphone a-t-il affiché un numéro ?',
  purpose: 'Dans quel but ?',
  surveyAlsoSells: 'Le sondage cherchait-il aussi à vendre ?',
  registeredSince: 'Depuis quel jour votre numéro est-il sur la liste nationale d’opposition ?',
  lineType: 'Quelle sorte de ligne est la vôtre ?',
  relationship: 'Aviez-vous déjà eu affaire à eux ?',
  lastDealtOn: 'Quand, avant cela, avez-vous acheté, payé ou demandé quelque chose chez eux pour la dernière fois ?',
  optOutOffered: 'L’enregistrement offrait-il une touche ou un mot pour refuser d’autres appels ?',
};

export const verdict: Messages['verdict'] = {
  titleViolations: (count) =>
    counted(count, { one: 'Ceci a pu enfreindre # règle', other: 'Ceci a pu enfreindre # règles' }),
  titleOpen: 'Il manque encore une réponse',
  titleNone: 'Nous ne trouvons aucune règle enfreinte',
  titleNoRules: 'Nous n’avons pas encore de règles pour votre pays',
  noRules: 'Votre signalement compte quand même : il sert à ceux qui chercheront cet expéditeur.',
  impossible: 'Personne ne peut avoir ce numéro : il est très probablement falsifié.',
  possible: 'Ce numéro n’est attribué à personne : il peut être falsifié.',
  violations: 'Infractions possibles',
  allegation: 'Possibles, car seule une autorité ou un tribunal décide.',
  open: 'Pas encore décidé',
  exempt: 'Permis malgré tout',
  notShown: (count) =>
    counted(count, {
      one: '# règle qui ne s’applique pas, et pourquoi',
      other: '# règles qui ne s’appliquent pas, et pourquoi',
    }),
  sources: 'Source :',
  questionDecides: (count) =>
    counted(count, {
      one: 'Votre réponse permet de trancher # règle.',
      other: 'Votre réponse permet de trancher # règles.',
    }),
  complaintTitle: 'Voulez-vous déposer une plainte ?',
  complaintLead: (regulators) =>
    `Nous en faisons une plainte en bonne et due forme, adressée à : ${regulators}. Vous voyez la lettre avant tout envoi.`,
  complaintStart: 'Préparer ma plainte',
  complaintAsked: 'Votre plainte est en route. La page de votre signalement dit où elle en est.',
  another: 'Signaler autre chose',
};

export const rules: Messages['rules'] = {
  registry: 'Démarchage d’un numéro inscrit sur une liste d’opposition',
  textRegistry: 'Message commercial à un numéro inscrit sur une liste d’opposition',
  stop: 'A appelé alors que vous aviez demandé d’arrêter',
  revoked: 'A continué après le retrait de votre permission',
  hours: 'Démarchage hors des heures permises',
  recorded: 'Publicité enregistrée sans votre accord écrit',
  callerId: 'Numéro de l’appelant masqué',
  autodial: 'Appel enregistré vers un mobile sans votre accord',
  repeated: 'Infraction répétée du même expéditeur',
};

export const jurisdictions: Messages['jurisdictions'] = {
  US: 'États-Unis',
  MA: 'Massachusetts',
  UK: 'Royaume-Uni',
  CA: 'Canada',
  AU: 'Australie',
};

export const sender: Messages['sender'] = {
  about: (sender, when) => `${sender}, ${when}`,
  withheld: 'Numéro masqué',
  unknown: 'Expéditeur inconnu',
};

export const lookUp: Messages['lookUp'] = {
  title: 'Suivre un signalement',
  lead: 'Saisissez votre reçu. Majuscules et tirets n’importent pas ; O et 0, I et 1 se valent.',
  receipt: 'Reçu',
  receiptHint: '16 caractères, par exemple K7Q2-9MZD-4TWX-81CB',
  open: 'Ouvrir',
};

export const receipt: Messages['receipt'] = {
  title: 'Votre reçu',
  saved: 'Votre signalement est enregistré. Reçu :',
  keep: 'Notez-le ou gardez l’adresse de cette page. C’est le seul chemin vers votre signalement.',
  copy: 'Copier',
  copied: 'Copié',
  open: 'Ouvrir mon signalement',
};

export const figures: Messages['figures'] = {
  title: 'Vous n’êtes pas la seule personne',
  none: 'Vous êtes la première personne à signaler cet expéditeur.',
  others: (count) =>
    counted(count, {
      one: '# autre personne a signalé cet expéditeur.',
      other: '# autres personnes ont signalé cet expéditeur.',
    }),
  since: (from, to) => `Entre le ${from} et le ${to}.`,
  most: (count) => counted(count, { one: 'Jusqu’à # en un jour', other: 'Jusqu’à # en un jour' }),
  chart: 'Signalements par jour',
  day: 'Jour',
  reports: 'Signalements',
  noSender: 'Sans numéro, les signalements ne peuvent pas être comptés ensemble.',
};

export const complaint: Messages['complaint'] = {
  title: 'Votre plainte',
  lead: 'Seulement ce qui manque. Le reste vient de votre signalement.',
  goesTo: 'Elle est adressée à :',
  neededBy: (regulators) => `Exigé par : ${regulators}`,
  name: 'Votre nom',
  email: 'Votre adresse e-mail',
  emailHint: 'Pour que l’autorité puisse vous joindre. Ou donnez votre adresse postale.',
  postalAddress: 'Votre adresse postale',
  line: 'Le numéro qui l’a reçu',
  seller: 'Nom de l’appelant ou de l’entreprise',
  region: 'État où vous habitez, en deux lettres',
  check: 'Voir la lettre',
  checkTitle: 'Lisez-la avant son départ',
  checkLead: 'Voici la plainte, mot pour mot. Elle est écrite en anglais.',
  letterTo: (regulator) => `À : ${regulator}`,
  consent:
    'J’accepte que cette plainte, avec mes données, soit envoyée aux autorités nommées ici ; à ma connaissance, son contenu est exact.',
  send: 'Envoyer ma plainte',
  change: 'Changer quelque chose',
  nothingTitle: 'Il n’y a pas encore matière à plainte',
  nothing: 'Une plainte demande au moins une infraction possible.',
  verdict: 'Voir le résultat',
};

export const status: Messages['status'] = {
  reportTitle: 'Votre signalement',
  now: 'Où il en est',
  preparing: 'Votre plainte se prépare. Cela prend quelques secondes.',
  nothingYet: 'Il n’y a pas encore matière à plainte : il faut au moins une infraction possible.',
  lookAgain: 'Regarder encore',
  nextTitle: 'Ce qui vient ensuite',
  nextNothing: 'Plus rien d’automatique. Le signalement est gardé et compte jusqu’au jour ci-dessous.',
  keptUntil: (day) => `Nous gardons ce signalement jusqu’au ${day}, puis il est effacé.`,
  complaints: 'Vos plaintes',
  who: 'Qui l’a',
  whoUs: 'Ringfence',
  whoYou: 'Vous',
  state: 'État',
  reference: 'Référence de l’autorité',
  by: 'Échéance',
  noDate: 'L’autorité ne nomme aucun jour, nous n’en montrons donc aucun.',
  noAnswer:
    'Cette autorité ne répond à personne en particulier ; les plaintes lui servent à trouver et poursuivre les appelants.',
  until: (day) => `L’autorité a dit : au plus tard le ${day}.`,
  letter: 'Lire la lettre',
  download: 'Enregistrer la lettre en texte',
  steps: 'Ce que vous faites :',
  regulatorPage: 'Page de l’autorité',
  missing: 'La compléter',
  missingProof: 'Elle attend la preuve que nous pouvons vous joindre.',
  history: 'Ce qui s’est passé, et quand',
  timesIn: (zone) => `Heures : ${zone}.`,
  verdict: 'Voir le résultat',
  correct: 'Corriger le signalement',
  withdraw: 'Retirer le signalement',
};

export const reportStates: Messages['reportStates'] = {
  received: 'Nous avons votre signalement. Il est en cours de comptage.',
  checked: 'Votre signalement compte dans les chiffres de cet expéditeur.',
  handed_over: 'Votre plainte est prête : à vous de la déposer.',
  complaint_queued: 'Votre plainte attend que l’autorité vienne la chercher.',
  submitted: 'Une autorité a votre plainte.',
  acknowledged: 'Une autorité a confirmé votre plainte.',
  decided: 'Une autorité a statué sur votre plainte.',
  refused: 'Votre plainte a été refusée.',
  withdrawn: 'Vous avez retiré ce signalement. Son contenu est effacé pour de bon.',
};

export const complaintStates: Messages['complaintStates'] = {
  incomplete: 'Il manque quelque chose',
  queued: 'Attend que l’autorité la prenne',
  submitted: 'L’autorité l’a prise',
  acknowledged: 'L’autorité l’a confirmée',
  decided: 'L’autorité a statué',
  refused: 'L’autorité l’a refusée',
  handed_over: 'Prête, à vous de la déposer',
  withdrawn: 'Retirée',
};

export const events: Messages['events'] = {
  reported: 'Vous l’avez signalé.',
  changed: 'Dernier changement du signalement.',
  taken_back: 'Vous avez retiré le signalement.',
  drafted: 'Nous avons rédigé la plainte.',
  completed: 'La plainte a été complétée.',
  corrected: 'La plainte a été corrigée.',
  refiled: 'La plainte a été rouverte.',
  handed_back: 'La plainte vous revient, à déposer.',
  withdrawn: 'La plainte a été retirée.',
  taken: 'L’autorité l’a prise.',
  acknowledged: 'L’autorité l’a confirmée.',
  decided: 'L’autorité a statué.',
  refused: 'L’autorité l’a refusée.',
  extended: 'L’autorité a besoin de plus de temps.',
};

export const correct: Messages['correct'] = {
  title: 'Corriger votre signalement',
  lead: 'Changez ce qui est faux. Le résultat est établi à nouveau.',
  save: 'Enregistrer',
};

export const withdraw: Messages['withdraw'] = {
  title: 'Retirer ce signalement ?',
  lead: 'Nous oublions ce que vous avez dit et l’ôtons de tous les chiffres, pour de bon. Une plainte qu’aucune autorité n’a encore prise est annulée. Celle qu’une autorité détient y reste, et l’autorité est avertie.',
  confirm: 'Oui, le retirer',
  cancel: 'Non, le garder',
};

export const data: Messages['data'] = {
  title: 'Ce que deviennent vos données',
  keptTitle: 'Ce que nous gardons',
  kept: (days) =>
    counted(days, {
      one: 'Ce que vous signalez, pendant # jour. Puis c’est effacé.',
      other: 'Ce que vous signalez, pendant # jours. Puis c’est effacé.',
    }),
  lineUse:
    'Votre numéro : pour le chercher dans les listes d’opposition, et dans une plainte si vous en envoyez une. Il n’est jamais publié.',
  publicTitle: 'Ce que voient les autres',
  public: 'Sur l’expéditeur seulement : combien de personnes l’ont signalé, quand et à quel sujet. Jamais qui.',
  complaintTitle: 'Quand vous déposez une plainte',
  complaint: 'Les autorités que nomme la lettre reçoivent exactement cette lettre. Personne d’autre.',
  logTitle: 'Quand vous envoyez un journal d’appels',
  log: 'Le fichier va directement là où il est lu. Nous ne gardons que les entrées que vous cochez et signalez. Le fichier et sa liste sont effacés dès que vous avez fini, au plus tard après 24 heures.',
  controlTitle: 'Ce que vous pouvez faire',
  control:
    'Avec votre reçu, vous pouvez à tout moment voir, corriger et retirer votre signalement. Quiconque a le reçu le peut aussi ; gardez-le pour vous. Nous ne le conservons que sous forme chiffrée et ne pouvons pas vous le redire.',
  browserTitle: 'Dans votre navigateur',
  browser:
    'Un cookie, pour votre langue, et seulement si vous en choisissez une. Aucun pistage, rien qui vienne d’autres sites.',
  logs: 'Nos journaux ne contiennent ni numéro, ni texte, ni nom, ni reçu.',
};

export const regulators: Messages['regulators'] = {
  title: 'Pour les autorités',
  lead: 'Ringfence met en ordre les signalements d’appels et de messages indésirables et vous remet de quoi agir.',
  complaintsTitle: 'Plaintes',
  complaints:
    'Chacune avec preuves, règles et sources, dans votre file ou par l’interface. Vous confirmez et statuez ; la personne le voit aussitôt.',
  offendersTitle: 'Contrevenants',
  offenders:
    'Les expéditeurs par nombre de personnes qui les ont signalés indépendamment, avec des chiffres par jour, sujet et région, en pages ou fichiers quotidiens.',
  auditTitle: 'Audit',
  audit: 'Chaque lecture avec votre clé est consignée, et vous pouvez la consulter.',
  accessTitle: 'Accès',
  access: 'L’exploitant de ce service vous donne une clé.',
  description: 'Description de l’interface',
};

export const nowhere: Messages['nowhere'] = {
  lead: 'Il n’y a aucune page à cette adresse. Un caractère s’est peut-être perdu en route.',
};

export const notFound: Messages['notFound'] = {
  title: 'Rien ici',
  lead: 'Il n’y a ni page ni signalement à cette adresse. Comparez chaque caractère de votre reçu.',
};

export const faults: Messages['faults'] = {
  title: 'Un problème est survenu de notre côté',
  lead: 'Revenez en arrière et réessayez dans une minute ; votre navigateur garde votre saisie. Si cela se répète, donnez-nous ce numéro :',
  elsewhereTitle: 'Ce formulaire venait d’un autre site',
  elsewhere:
    'Pour votre sécurité, nous n’acceptons que les formulaires de nos propres pages. Ouvrez la page ici et remplissez-le à nouveau.',
  tooLargeTitle: 'C’était trop',
  tooLarge: 'Le formulaire était plus grand que tous les nôtres. Revenez en arrière et raccourcissez votre saisie.',
};

export const contest: Messages['contest'] = {
  title: 'Contester un signalement',
  lead: 'Votre numéro a été signalé alors que vous n’êtes pas à l’origine des appels ou des messages ? Dites-le-nous. Une personne le lit ; si elle est d’accord, votre numéro est marqué comme contesté dans tout ce que les autorités reçoivent de nous.',
  sender: 'Le numéro ou le nom signalé',
  senderHint: 'Avec + et l’indicatif du pays, par exemple +1 202 555 0143.',
  ground: 'Qu’est-ce qui est inexact ?',
  forged: 'Quelqu’un d’autre utilise mon numéro comme faux expéditeur',
  new_owner: 'Je n’ai ce numéro que depuis peu',
  lawful: 'Ces appels ou messages n’enfreignaient aucune règle',
  other: 'Autre chose',
  statement: 'Que devons-nous savoir ?',
  statementHint: 'Des faits vérifiables, par exemple depuis quand le numéro est à vous.',
  statementMissing: 'Dites-nous en quelques mots ce qui est inexact.',
  email: 'Votre adresse e-mail',
  emailHint: 'Pour d’éventuelles questions. Elle n’est publiée nulle part.',
  privacy: 'Seul l’exploitant de ce service lit ce que vous écrivez ici.',
  submit: 'Envoyer',
  alreadySent: 'Vous avez déjà envoyé ce formulaire, avec d’autres mots.',
  openIt: 'Voir ce qu’il est devenu',
  statusTitle: 'Votre contestation',
  now: 'Où elle en est',
  open: 'Elle attend qu’une personne la lise.',
  accepted: 'Acceptée : le signalement est marqué comme contesté.',
  declined: 'Rejetée : le signalement reste tel quel.',
  next: 'Nous n’indiquons pas de date, faute de pouvoir la promettre. Revenez ici ; la réponse figurera sur cette page.',
  answer: 'La réponse :',
  reference: 'Votre référence :',
  keep: 'Notez-la ou gardez l’adresse de cette page. C’est le seul moyen d’y revenir.',
  decided: (day) => `Décision du ${day}.`,
};

export const log: Messages['log'] = {
  zone: 'Fuseau horaire du téléphone',
  notKept:
    'Nous gardons les appels que vous choisissez de signaler, et rien d’autre du fichier. Il est effacé dès que vous avez fini, au plus tard après 24 heures.',
  startAgain: 'Recommencer',
  goneTitle: 'Il n’y a pas de journal ici',
  gone: 'Un journal est effacé une fois ses appels signalés, et au plus tard après 24 heures. Pour en signaler encore, recommencez avec le fichier.',
  entries: (count) => counted(count, { one: '# fois', other: '# fois' }),
};

export const logUpload: Messages['logUpload'] = {
  title: 'Signaler beaucoup d’appels d’un coup',
  lead: 'Votre téléphone, votre opérateur ou votre standard peut enregistrer sa liste d’appels dans un fichier. Envoyez-le, cochez les indésirables et signalez-les ensemble. Rien n’est signalé avant votre accord.',
  line: 'Votre numéro, dont c’est le journal',
  lineHint: 'Nous le cherchons dans les listes d’opposition. Sans lui, bien des règles ne peuvent pas être vérifiées.',
  zoneHint: 'Seulement si votre numéro ne le dit pas, par exemple après un déménagement.',
  goOn: 'Continuer vers le fichier',
  kindsTitle: 'Les fichiers que nous savons lire',
  kindPhone: 'Android : appels et messages enregistrés par « SMS Backup & Restore » (XML).',
  kindVoice: 'Google Voice : les pages d’un export Takeout (HTML).',
  kindExchange: 'Standards : liste d’appels FRITZ!Box, Asterisk, 3CX (CSV).',
  kindCarrier: 'Factures et tableaux d’un opérateur ou d’un logiciel de sauvegarde iPhone (CSV) ; gzip convient aussi.',
  fileTitle: 'Choisissez le fichier',
  fileLead: 'Nous le lisons et vous montrons sa liste. Personne d’autre ne la voit.',
  file: 'Le journal d’appels',
  fileHint: (most) => `Au plus ${most}. Ce formulaire vaut un quart d’heure ; ensuite, recommencez.`,
  fileTooLarge: (most) => `Ce fichier dépasse ${most}. Enregistrez une période plus courte et choisissez ce fichier.`,
  send: 'Envoyer le fichier',
  sent: 'Envoyé, et cette page n’a pas avancé ?',
  seeList: 'Voir la liste',
};

export const logList: Messages['logList'] = {
  waitingTitle: 'Nous lisons votre journal',
  waiting:
    'Cela prend quelques secondes ; pour un très gros fichier, une minute ou deux. La page se met à jour toute seule.',
  waitingLong: 'Il n’y a toujours pas de liste. Si l’envoi s’est interrompu, recommencez avec le fichier.',
  lookAgain: 'Regarder à nouveau',
  refusedTitle: 'Ce fichier est illisible',
  listTitle: 'Cochez les indésirables',
  listLead: 'Les appels et messages d’inconnus sont cochés. Décochez ceux qui étaient bienvenus.',
  found: (count) => counted(count, { one: 'sur # dans le journal', other: 'sur # dans le journal' }),
  ticked: (count) => counted(count, { one: '# coché', other: '# cochés' }),
  strangers: 'D’inconnus',
  others: 'Vos contacts et vos propres appels',
  othersHint: 'Non cochés. N’en cochez un que s’il était malgré tout indésirable.',
  contact: 'dans vos contacts',
  tickGroup: 'Cocher tout ce numéro',
  untickGroup: 'Décocher tout ce numéro',
  tickUsual: 'Cocher tous les inconnus',
  untickAll: 'Tout décocher',
  previous: 'Page précédente',
  next: 'Page suivante',
  pageOf: (page, pages) => `Page ${page} sur ${pages}. Vos coches sont gardées.`,
  review: 'Continuer avec la sélection',
  nothingTicked: 'Cochez au moins un appel ou un message.',
  tooManyTicked: (most) =>
    `On peut en signaler au plus ${most} à la fois. Décochez-en quelques-uns ; vous les signalerez après.`,
  nothingFound: 'Nous n’avons trouvé dans ce fichier aucun appel ni message à signaler.',
  skipped: (count) =>
    counted(count, {
      one: '# ligne du fichier laissée de côté : voir pourquoi',
      other: '# lignes du fichier laissées de côté : voir pourquoi',
    }),
  incomplete: 'Le fichier s’arrête au milieu. Voici ce qui précédait.',
  zoneTitle: 'Où se trouvait cette horloge ?',
  zoneWhy: 'Le fichier note des heures sans dire où. Tant que nous l’ignorons, seul le jour de chaque appel compte.',
  zoneUse: 'Prendre ce fuseau',
  columnsGuessed:
    'Nous avons deviné le sens des colonnes de votre tableau. Des numéros, des jours ou des sens semblent faux ?',
  columnsCorrect: 'Corriger les colonnes',
  long: 'Votre journal est long ; en voici une partie. Signalez d’abord dans cette partie, puis passez à la suivante.',
  firstPart: 'Première partie',
  nextPart: 'Partie suivante',
};

export const logFacts: Messages['logFacts'] = {
  factsTitle: (count) =>
    counted(count, { one: 'Signaler # entrée de votre journal', other: 'Signaler # entrées de votre journal' }),
  factsAsked: 'Qu’est-ce qui vaut pour toutes ?',
  factsLead:
    'Demandé une seule fois, car cela décide des règles enfreintes. Laissez vide ce qui varie ou ce que vous ignorez ; vous pourrez l’ajouter à chaque signalement.',
  andMore: (count) => counted(count, { one: 'et # autre numéro', other: 'et # autres numéros' }),
  restFollows: (count) =>
    counted(count, {
      one: '# autre entrée cochée suivra.',
      other: '# autres entrées cochées suivront.',
    }),
  doneSoFar: (count) => counted(count, { one: '# est déjà signalée.', other: '# sont déjà signalées.' }),
  chosenOnly:
    'Seules celles-ci sont gardées, chacune comme signalement avec son propre reçu. Le fichier et sa liste sont effacés.',
  reportNow: 'Les signaler',
  change: 'Changer mon choix',
};

export const logDirections: Messages['logDirections'] = {
  in: 'appel pris',
  missed: 'appel manqué',
  rejected: 'appel refusé',
  voicemail: 'messagerie vocale',
  out: 'vous avez appelé',
  textIn: 'message reçu',
  textOut: 'message que vous avez envoyé',
};

export const logFaults: Messages['logFaults'] = {
  not_a_log:
    'Ce n’est pas un journal d’appels que nous connaissons. Enregistrez la liste d’appels en XML ou CSV avec un des programmes cités à la première page.',
  empty: 'Le fichier est vide. Enregistrez la liste une nouvelle fois et vérifiez que le fichier a une taille.',
  binary:
    'C’est une image, un programme ou un document, pas une liste d’appels. Choisissez le fichier de votre programme de sauvegarde.',
  archive: 'C’est une archive qui contient des fichiers. Décompressez-la et envoyez le seul fichier des appels.',
  damaged: 'Le fichier est compressé et abîmé. Enregistrez-le une nouvelle fois ou envoyez-le non compressé.',
  bomb: 'Décompressé, le fichier est bien plus gros qu’un journal d’appels ne peut l’être. Enregistrez une période plus courte et envoyez-la non compressée.',
  too_large: 'Le fichier est trop gros. Enregistrez une période plus courte et envoyez-la.',
  too_many_rows:
    'Le fichier a plus de lignes que nous n’en lisons d’un coup (200 000). Enregistrez une période plus courte et envoyez-la.',
  oversized:
    'Une entrée du fichier est interminable : ce ne peut être une liste d’appels. Enregistrez la liste une nouvelle fois.',
  declarations:
    'Le fichier contient des instructions dont un journal d’appels n’a jamais besoin (type de document ou entités). Enregistrez la liste une nouvelle fois.',
};

export const logSkips: Messages['logSkips'] = {
  malformed: 'illisible',
  columns: 'trop ou trop peu de colonnes',
  date: 'sans date, ou avec une date impossible',
  sender: 'ce qui est affiché n’est pas un numéro',
  sender_empty: 'sans numéro',
  sender_placeholder: 'un bouche-trou au lieu d’un numéro',
  emergency_number: 'un numéro d’urgence',
  too_long: 'plus longue qu’une entrée ne peut l’être',
  direction: 'ne dit pas dans quel sens',
  not_sent: 'brouillons et messages jamais partis',
  answered_elsewhere: 'pris sur un autre appareil',
  internal: 'entre deux postes internes',
};

export const logTicks: Messages['logTicks'] = {
  doneReceipts: 'Voir et garder leurs reçus',
  missing: 'Choisissez où tournait cette horloge.',
  gone: 'Le fichier n’est plus là et ne peut pas être relu. Envoyez-le encore une fois.',
  tooOften: 'Le fichier a été lu trop souvent. Recommencez avec lui.',
  tooMany:
    'Vous avez changé plus de coches que cette page ne peut en transporter. Signalez d’abord celles-ci, ou repartez de « Cocher tous les inconnus ».',
  lost: 'Nous n’avons pas pu lire ce que vous aviez coché. Parcourez encore une fois la liste avant de continuer.',
};

export const logColumns: Messages['logColumns'] = {
  title: 'Le sens des colonnes',
  lead: 'Dites dans quelle colonne se trouve chaque fait. Nous relisons ensuite le fichier.',
  asRead: 'Jusqu’ici nous lisons ainsi les premières lignes',
  column: (number) => `Colonne ${number}`,
  fields: {
    date: 'Date, ou date et heure',
    time: 'Heure, si elle est à part',
    number: 'L’autre numéro',
    from: 'Numéro appelant',
    to: 'Numéro appelé',
    direction: 'Entrant ou sortant',
    status: 'Pris ou manqué',
    duration: 'Durée',
    contact: 'Nom dans vos contacts',
    text: 'Mots d’un message',
  },
  dateOrder: 'Comment les jours sont-ils écrits ?',
  dateOrders: { ymd: 'Année, mois, jour', dmy: 'Jour, mois, année', mdy: 'Mois, jour, année' },
  otherwise: 'Les lignes qui ne disent pas le sens sont',
  ways: { in: 'des appels reçus', out: 'des appels que vous avez passés' },
  durationIn: 'Les durées sans unité sont en',
  durations: { seconds: 'secondes', minutes: 'minutes' },
  clock: 'Les heures sont celles',
  clocks: { local: 'de votre propre horloge', utc: 'du temps universel (UTC, GMT)' },
  save: 'Lire le fichier ainsi',
  dateMissing: 'Dites dans quelle colonne se trouve la date.',
  numberMissing: 'Dites dans quelle colonne se trouve un numéro : l’autre, l’appelant ou l’appelé.',
  tooOften: 'Le fichier a été lu trop souvent. Recommencez avec lui.',
};

export const logDone: Messages['logDone'] = {
  title: (count) => counted(count, { one: '# signalement enregistré', other: '# signalements enregistrés' }),
  lead: 'Chacun a son propre reçu. Gardez l’adresse de cette page, imprimez-la ou enregistrez-la : c’est le seul chemin pour y revenir.',
  left: (count) =>
    counted(count, {
      one: '# entrée choisie n’a pas pu être signalée. Réessayez demain : envoyez de nouveau le journal et ne cochez que celle-là.',
      other:
        '# entrées choisies n’ont pas pu être signalées. Réessayez demain : envoyez de nouveau le journal et ne cochez que celles-là.',
    }),
  refused: (count) =>
    counted(count, {
      one: 'Nous n’avons pas pu prendre # entrée : son numéro, sa date ou son texte ne peut être juste.',
      other: 'Nous n’avons pas pu prendre # entrées : leur numéro, leur date ou leur texte ne peut être juste.',
    }),
  copy: 'Copier tous les reçus',
  copied: 'Copié',
  save: 'Enregistrer en texte',
  withdrawn: 'Vous avez retiré ce signalement.',
  erased:
    'Le fichier et la liste que nous en avions lue sont effacés. Ce que vous voyez ici est tout ce qui est gardé.',
  keptTitle: 'Votre journal est encore là',
  kept: 'Il contient des entrées que vous voudrez peut-être aussi signaler. Il est effacé quand vous le dites, au plus tard après 24 heures.',
  toList: 'Revenir à la liste',
  erase: 'J’ai fini : l’effacer',
};

export const proof: Messages['proof'] = {
  send: 'Envoyez-moi le lien',
  sent: 'Nous avons envoyé un lien à votre adresse e-mail. Ouvrez-le sous deux jours et appuyez sur le bouton de la page ; votre plainte suivra alors son cours.',
  again: 'Toujours rien ? Regardez dans les indésirables ou faites renvoyer le lien.',
  too_many: 'Nous avons envoyé autant de liens que possible en un jour. Réessayez demain.',
  spent: 'Nous ne pouvons plus envoyer d’e-mails aujourd’hui. Réessayez demain.',
  off: 'Ce service n’envoie pas d’e-mails et ne peut donc pas vérifier votre adresse. Vous pouvez enregistrer la lettre et l’envoyer vous-même à l’autorité.',
  no_address:
    'Votre plainte ne contient aucune adresse e-mail où vous écrire. Ajoutez-en une en complétant la plainte.',
  already: 'Votre adresse est déjà confirmée.',
  title: 'Confirmez votre adresse e-mail',
  lead: 'Quelqu’un, sans doute vous, veut envoyer une plainte à une autorité et a donné cette adresse. Appuyez sur le bouton si c’était vous. Sinon, fermez cette page : il ne se passera rien.',
  confirm: 'Oui, c’était moi',
  doneTitle: 'Votre adresse est confirmée',
  done: 'Votre plainte suit maintenant son cours. Avec votre reçu, vous voyez où elle en est.',
  alreadyTitle: 'Cette adresse a déjà été confirmée',
  expiredTitle: 'Ce lien a expiré',
  expired: 'Ouvrez votre signalement avec le reçu et faites envoyer un nouveau lien.',
  invalidTitle: 'Ce lien n’est pas valable',
  invalid:
    'Il est peut-être incomplet, ou l’adresse ou le signalement ont changé depuis. Ouvrez votre signalement avec le reçu et faites envoyer un nouveau lien.',
};
