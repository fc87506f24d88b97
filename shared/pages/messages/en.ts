import { counting } from '#shared/runtime/counting.ts';

const counted = /* @__PURE__ */ counting('en');

/** Every sentence of the pages. Other languages are objects of the type of this one: a missing sentence does not compile. */
export const common = {
  direction: 'ltr',
  skip: 'Skip to the content',
  home: 'Start page',
  motto: 'Unwanted calls and texts, on the record',
  menu: 'Main',
  languages: 'Language',
  reportCall: 'Report a call',
  reportText: 'Report a text',
  reportLog: 'Upload a call log',
  follow: 'Follow a report',
  myData: 'What happens to my data',
  forRegulators: 'For regulators',
  back: 'Back',
  optional: '(optional)',
  yes: 'Yes',
  no: 'No',
  unknown: 'I do not know',
  moreDetails: 'More details, if you have them',
  charactersLeft: (count: number) => counted(count, { one: '# character left', other: '# characters left' }),
  chooseOne: 'Choose one',
  errorPrefix: 'Error: ',
  errorTitle: 'Something needs your attention',
  errorKept: 'Everything you typed is still here.',
  contest: 'Contest a listing',
};

export const home = {
  title: 'Stop the unwanted call',
  lead: 'Tell us about a call or text you never asked for. At once you hear which rules it may have broken. If you wish, we turn it into a formal complaint and show you where it is at every step.',
  callHint: 'Somebody rang. Takes about a minute.',
  textHint: 'A message you did not want.',
  logHint: 'Many calls at once: tick them in the list that your phone saved.',
  followHint: 'You have a receipt: see what happened, correct or withdraw.',
  stepsTitle: 'What happens then',
  stepVerdict: 'The verdict, at once. Which rules look broken, which do not, and why.',
  stepComplaint: 'Your complaint, if you want one. You read the letter before it goes.',
  stepFollow: 'A receipt. With it you can look up any time who has your complaint and what they did.',
  free: 'Free, without an account, and you need not give your name to report.',
};

export const form = {
  callTitle: 'Report an unwanted call',
  textTitle: 'Report an unwanted text',
  lead: 'A few facts first. What you leave open we ask only if it decides something.',
  callSender: 'Which number did your phone show?',
  callSenderHint: 'As it was shown, for example (202) 555-0143. With + and country code if it came from abroad.',
  withheld: 'It showed no number',
  textSender: 'Who sent it?',
  textSenderHint: 'The number, short code, name or e-mail address that was shown.',
  text: 'What does it say?',
  textHint: 'Copy the words. Do not open any link in it.',
  date: 'On which day?',
  time: 'At what time?',
  timeHint: 'Rules about night calls need it. By your clock, for example 20:41.',
  zone: 'In which time zone were you?',
  zoneHint: 'Your number alone does not tell, and the time you gave counts by your own clock.',
  line: 'Your number that received it',
  lineHint: 'We look it up in the do-not-call lists. Without it much cannot be decided.',
  lineKept: (ending: string) => `We have the number that ends in ${ending}. Leave this empty to keep it.`,
  topic: 'What was it about?',
  callerName: 'Name the caller gave',
  sellerName: 'Company it was for',
  askedToStopOn: 'Day on which you had asked them to stop',
  submit: 'See the verdict',
  privacy: 'Your number is kept with the report and published nowhere.',
};

export const errors = {
  sender: 'Enter the number as your phone showed it, or tick that it showed none.',
  textSender: 'Enter the number, short code, name or e-mail address that was shown.',
  senderBoth: 'You entered a number and ticked that none was shown. Keep one of the two.',
  senderNotANumber: 'This is not a phone number. Use digits; a name belongs under “More details”.',
  senderCountry: 'Write this number with + and its country code.',
  senderEmergency: 'This is the number of an emergency service. Check it once more.',
  lineInvalid: 'Enter your full phone number, for example +1 413 555 0142.',
  dateMissing: 'Enter the day on which it came.',
  dayMissing: 'Enter a day, or go on without an answer.',
  dateInvalid: 'There is no such day. Enter it as year-month-day, for example 2026-11-20.',
  dateRange: 'Enter a day between 1990 and today.',
  timeInvalid: 'Enter a time between 00:00 and 23:59.',
  zoneNeeded: 'Say in which time zone you were, or leave the time empty.',
  textMissing: 'Copy the words of the message here.',
  tooLong: (most: number) => counted(most, { one: 'Use at most # character.', other: 'Use at most # characters.' }),
  characters: 'This holds invisible control characters. Type it again by hand.',
  choose: 'Choose one of the answers.',
  nameMissing: 'Enter your name.',
  emailMissing: 'Enter your e-mail address or your postal address.',
  region: 'Enter the two letters of your state, for example MA.',
  emailInvalid: 'Enter an e-mail address such as name@example.com.',
  lineMissing: 'Enter the number that received it.',
  sellerMissing: 'Enter the name of the caller or of the company.',
  consentMissing: 'Tick that you agree, or go back without sending.',
  receiptMissing: 'Enter your receipt.',
  receiptLength: (found: number) =>
    counted(found, {
      one: 'A receipt has 16 characters; this has #.',
      other: 'A receipt has 16 characters; this has #.',
    }),
  receiptCharacters: 'A receipt holds only digits and the letters A to Z, without U.',
  receiptUnknown: 'We know no report under this receipt. Compare every character with what we gave you.',
  tokenExpired: 'This page was open for more than a day. Look over your answers and send them again.',
  tokenForeign: 'We cannot tell that this form is ours. Look over your answers and send them again.',
  alreadySent: 'You have sent this form before, with other answers.',
  alreadySentOpen: 'Open the report you sent',
  alreadySentAgain: 'If this is another call or text, send the form again.',
  busy: 'Your report is being changed at this moment. Wait a few seconds and send this again.',
  tooMany: 'This report was corrected too often to be changed again.',
  usedUp: (hours: number) =>
    counted(hours, {
      one: 'We have already taken as many reports for your number today as we take in one day. Send this form again in # hour.',
      other:
        'We have already taken as many reports for your number today as we take in one day. Send this form again in # hours.',
    }),
};

export const checks = {
  leaveEmpty: 'Leave this field empty',
  notYet: 'Not sent yet',
  again: (seconds: number) =>
    counted(seconds, {
      one: 'Machines send forms in masses, so your browser has to do a short calculation first. If it does not send your answers by itself, press the button again in # second.',
      other:
        'Machines send forms in masses, so your browser has to do a short calculation first. If it does not send your answers by itself, press the button again in # seconds.',
    }),
};

export const topics = {
  impersonation: 'Somebody posing as an authority, a firm or family',
  charities: 'Charities',
  tech_support: 'Computer and technical support',
  dropped_call: 'Call dropped, or nobody spoke',
  energy: 'Energy, solar and utilities',
  home_improvement: 'Home improvement and cleaning',
  home_security: 'Home security and alarms',
  lotteries: 'Lotteries, prizes and sweepstakes',
  medical: 'Medicine and prescriptions',
  none_given: 'They did not say',
  other: 'Something else',
  debt_relief: 'Reducing debt',
  travel: 'Holidays and timeshares',
  warranties: 'Warranties and protection plans',
  work_from_home: 'Work from home and other earnings',
  bank: 'Bank or card',
  parcel: 'Parcel or delivery',
  crypto: 'Crypto-currency or investment',
};

export const purposes = {
  sale: 'Selling something',
  charity: 'Asking for a charity',
  political: 'Politics',
  survey: 'A survey',
  debt: 'A debt',
  information: 'Only information',
};

export const relationships = {
  none: 'Nothing: no dealings, no permission',
  customer: 'I am or was a customer',
  inquiry: 'I had asked them for something',
  permission: 'I had given permission',
  debt: 'I owe them money',
};

export const lineTypes = { wireless: 'Mobile', residential: 'Home', business: 'Business' };

export const asking = {
  title: 'One question would decide more',
  answer: 'Answer',
  skip: 'I cannot say, go on',
  confirmation: 'The registry’s confirmation e-mail, if you have it',
  confirmationHint: 'Paste its text. It goes with your complaint, as evidence of the day.',
};

/** By report field: the answers that decide a rule. */
export const questions = {
  occurredAt: 'At what time of day did it come?',
  timeZone: 'In which time zone were you when it came?',
  recorded: 'Was it a recorded message rather than a person speaking?',
  callerIdShown: 'Did your phone show a number for the caller?',
  purpose: 'What was it for?',
  surveyAlsoSells: 'Did the survey also try to sell you something?',
  registeredSince: 'Since what day has your number been on the national do-not-call registry?',
  lineType: 'Which kind of line is yours?',
  relationship: 'Had you anything to do with them before?',
  lastDealtOn: 'When, before this, did you last buy from them, pay them or ask them for something?',
  optOutOffered: 'Did the recording offer a key to press or a word to say against further calls?',
};

export const verdict = {
  titleViolations: (count: number) =>
    counted(count, { one: 'This may have broken # rule', other: 'This may have broken # rules' }),
  titleOpen: 'One answer is still missing',
  titleNone: 'We found no broken rule',
  titleNoRules: 'We have no rulebook for your country yet',
  noRules: 'Your report counts all the same: it helps others who look up this sender.',
  impossible: 'No subscriber can have this number: it is most likely forged.',
  possible: 'This number is not given out to anybody: it may be forged.',
  violations: 'Possible violations',
  allegation: 'Possible, because only a regulator or a court decides.',
  open: 'Not decided yet',
  exempt: 'Allowed all the same',
  notShown: (count: number) =>
    counted(count, { one: '# rule that does not apply, and why', other: '# rules that do not apply, and why' }),
  sources: 'Source:',
  questionDecides: (count: number) =>
    counted(count, { one: 'Your answer decides # rule.', other: 'Your answer decides # rules.' }),
  complaintTitle: 'Do you want to complain?',
  complaintLead: (regulators: string) =>
    `We make it a formal complaint to: ${regulators}. You see the letter before anything goes out.`,
  complaintStart: 'Prepare my complaint',
  complaintAsked: 'Your complaint is on its way. See where it is on the page of your report.',
  another: 'Report another one',
};

export const rules = {
  registry: 'Sales call to a number on a do-not-call list',
  textRegistry: 'Sales text to a number on a do-not-call list',
  stop: 'Called although you had asked them to stop',
  revoked: 'Went on after you took back your permission',
  hours: 'Sales call outside the permitted hours',
  recorded: 'Recorded sales message without your written agreement',
  callerId: 'Hid the caller’s number',
  autodial: 'Recorded call to a mobile line without your agreement',
  repeated: 'Repeated violation by the same sender',
};

export const jurisdictions = {
  US: 'United States',
  MA: 'Massachusetts',
  UK: 'United Kingdom',
  CA: 'Canada',
  AU: 'Australia',
};

export const sender = {
  about: (sender: string, when: string) => `${sender}, ${when}`,
  withheld: 'Withheld number',
  unknown: 'Unknown sender',
};

export const lookUp = {
  title: 'Follow a report',
  lead: 'Enter the receipt you were given. Capitals and hyphens do not matter; O and 0, I and 1 are the same to us.',
  receipt: 'Receipt',
  receiptHint: '16 characters, for example K7Q2-9MZD-4TWX-81CB',
  open: 'Open',
};

export const receipt = {
  title: 'Your receipt',
  saved: 'Your report is saved. Receipt:',
  keep: 'Write it down or keep this page’s address. It is the only way back to your report.',
  copy: 'Copy',
  copied: 'Copied',
  open: 'Open my report',
};

export const figures = {
  title: 'You are not alone',
  none: 'You are the first to report this sender.',
  others: (count: number) =>
    counted(count, {
      one: '# other person has reported this sender.',
      other: '# other people have reported this sender.',
    }),
  since: (from: string, to: string) => `Between ${from} and ${to}.`,
  most: (count: number) => counted(count, { one: 'Up to # on one day', other: 'Up to # on one day' }),
  chart: 'Reports by day',
  day: 'Day',
  reports: 'Reports',
  noSender: 'Without a number, reports cannot be counted together.',
};

export const complaint = {
  title: 'Your complaint',
  lead: 'Only what is still needed. Everything else we have from your report.',
  goesTo: 'It goes to:',
  neededBy: (regulators: string) => `Needed by: ${regulators}`,
  name: 'Your name',
  email: 'Your e-mail address',
  emailHint: 'So that the regulator can reach you. Or give your postal address.',
  postalAddress: 'Your postal address',
  line: 'The number that received it',
  seller: 'Name of the caller or the company',
  region: 'State where you live, in two letters',
  check: 'Show me the letter',
  checkTitle: 'Read it before it goes',
  checkLead: 'This is the complaint, word for word. It is written in English.',
  letterTo: (regulator: string) => `To: ${regulator}`,
  consent:
    'I agree that this complaint, with my details in it, goes to the regulators named here, and what it says is true to the best of my knowledge.',
  send: 'Send my complaint',
  change: 'Change something',
  nothingTitle: 'There is nothing to complain about yet',
  nothing: 'A complaint needs at least one possible violation.',
  verdict: 'See the verdict',
};

export const status = {
  reportTitle: 'Your report',
  now: 'Where it stands',
  preparing: 'Your complaint is being prepared. This takes some seconds.',
  nothingYet: 'There is nothing to complain about yet: a complaint needs at least one possible violation.',
  lookAgain: 'Look again',
  nextTitle: 'What happens next',
  nextNothing: 'Nothing more by itself. The report is kept, and counted, until the day below.',
  keptUntil: (day: string) => `We keep this report until ${day}, then it is deleted.`,
  complaints: 'Your complaints',
  who: 'Who has it',
  whoUs: 'Ringfence',
  whoYou: 'You',
  state: 'State',
  reference: 'Their reference',
  by: 'By when',
  noDate: 'The regulator names no day, so we show none.',
  noAnswer: 'This regulator answers nobody individually; it uses complaints to find and pursue callers.',
  until: (day: string) => `The regulator said: by ${day}.`,
  letter: 'Read the letter',
  download: 'Save the letter as text',
  steps: 'What you do:',
  regulatorPage: 'The regulator’s page',
  missing: 'Complete it',
  missingProof: 'It waits for a proof that we can reach you.',
  history: 'What happened, and when',
  timesIn: (zone: string) => `Times are those of ${zone}.`,
  verdict: 'See the verdict',
  correct: 'Correct the report',
  withdraw: 'Withdraw the report',
};

export const reportStates = {
  received: 'We have your report. It is being counted.',
  checked: 'Your report counts towards the figures of this sender.',
  handed_over: 'Your complaint is ready for you to file.',
  complaint_queued: 'Your complaint waits for the regulator to fetch it.',
  submitted: 'A regulator has your complaint.',
  acknowledged: 'A regulator has confirmed your complaint.',
  decided: 'A regulator has decided on your complaint.',
  refused: 'Your complaint was refused.',
  withdrawn: 'You have withdrawn this report. Its facts are gone for good.',
};

export const complaintStates = {
  incomplete: 'Something is missing',
  queued: 'Waits for the regulator to fetch it',
  submitted: 'The regulator has fetched it',
  acknowledged: 'The regulator confirmed it',
  decided: 'The regulator decided',
  refused: 'The regulator refused it',
  handed_over: 'Ready for you to file',
  withdrawn: 'Withdrawn',
};

export const events = {
  reported: 'You reported it.',
  changed: 'The report was last changed.',
  taken_back: 'You withdrew the report.',
  drafted: 'We drafted the complaint.',
  completed: 'The complaint was completed.',
  corrected: 'The complaint was corrected.',
  refiled: 'The complaint was opened again.',
  handed_back: 'The complaint came back to you to file.',
  withdrawn: 'The complaint was withdrawn.',
  taken: 'The regulator fetched it.',
  acknowledged: 'The regulator confirmed it.',
  decided: 'The regulator decided.',
  refused: 'The regulator refused it.',
  extended: 'The regulator needs more time.',
};

export const correct = {
  title: 'Correct your report',
  lead: 'Change what is wrong. The verdict is worked out again.',
  save: 'Save',
};

export const withdraw = {
  title: 'Withdraw this report?',
  lead: 'We forget what you told us and take it out of every figure, for good. A complaint that no regulator has fetched is taken back. One that a regulator has stays with them, and they are told.',
  confirm: 'Yes, withdraw it',
  cancel: 'No, keep it',
};

export const data = {
  title: 'What happens to your data',
  keptTitle: 'What we keep',
  kept: (days: number) =>
    counted(days, {
      one: 'What you report, for # day. Then it is deleted.',
      other: 'What you report, for # days. Then it is deleted.',
    }),
  lineUse:
    'Your number: to look it up in do-not-call lists, and in a complaint if you send one. It is never published.',
  publicTitle: 'What others see',
  public: 'About the sender only: how many people reported it, when and about what. Never who.',
  complaintTitle: 'When you complain',
  complaint: 'The regulators that the letter names get exactly that letter. Nobody else does.',
  logTitle: 'When you upload a call log',
  log: 'The file goes straight to where it is read. We keep only the entries that you tick and report. The file and the list read from it are erased as soon as you are done, after 24 hours at the latest.',
  controlTitle: 'What you can do',
  control:
    'With your receipt you can see, correct and withdraw your report at any time. Anyone who has your receipt can do the same, so keep it to yourself. We store it in scrambled form only and cannot tell it to you again.',
  browserTitle: 'In your browser',
  browser: 'One cookie, for your language, and only if you choose one. No trackers, nothing from other sites.',
  logs: 'Our logs hold no number, no text, no name and no receipt.',
};

export const regulators = {
  title: 'For regulators',
  lead: 'Ringfence puts reports of unwanted calls and texts in order and hands you what you need to act.',
  complaintsTitle: 'Complaints',
  complaints:
    'Each with evidence, rules and sources, in your queue or through the interface. You confirm and decide; the person sees it at once.',
  offendersTitle: 'Offenders',
  offenders:
    'Senders by number of independent reporters, with figures by day, topic and region, as pages or daily files.',
  auditTitle: 'Audit',
  audit: 'Every reading by your key is on record, for you to inspect.',
  accessTitle: 'Access',
  access: 'The operator of this service gives you a key.',
  description: 'Description of the interface',
};

export const nowhere = {
  lead: 'There is no page at this address. Perhaps a character was lost on the way.',
};

export const notFound = {
  title: 'Nothing here',
  lead: 'There is no page or report at this address. Compare every character of your receipt.',
};

export const faults = {
  title: 'Something went wrong on our side',
  lead: 'Go back and try again in a minute; your browser keeps what you typed. If it happens again, tell us this number:',
  elsewhereTitle: 'This form came from another site',
  elsewhere: 'For your safety we take forms from our own pages only. Open the page here and fill it in again.',
  tooLargeTitle: 'That was too much',
  tooLarge: 'The form was larger than any form of ours. Go back and shorten what you entered.',
};

export const contest = {
  title: 'Contest a listing',
  lead: 'Your number was reported although you are not behind the calls or texts? Tell us. A person reads it; if they agree, your number is marked as disputed in everything regulators get from us.',
  sender: 'The number or name that is listed',
  senderHint: 'With + and country code, for example +1 202 555 0143.',
  ground: 'What is wrong?',
  forged: 'Somebody else uses my number as a false sender',
  new_owner: 'I have had this number only for a short time',
  lawful: 'These calls or texts broke no rule',
  other: 'Something else',
  statement: 'What should we know?',
  statementHint: 'Facts that can be checked, such as since when the number is yours.',
  statementMissing: 'Tell us in a few words what is wrong.',
  email: 'Your e-mail address',
  emailHint: 'For questions. It is published nowhere.',
  privacy: 'Only the operator of this service reads what you write here.',
  submit: 'Send',
  alreadySent: 'You have sent this form before, with other words.',
  openIt: 'See what became of it',
  statusTitle: 'Your objection',
  now: 'Where it stands',
  open: 'It waits for a person to read it.',
  accepted: 'Accepted: the listing is marked as disputed.',
  declined: 'Declined: the listing stays as it is.',
  next: 'We name no day, because we could not promise it. Look here again; the answer will stand on this page.',
  answer: 'The answer:',
  reference: 'Your reference:',
  keep: 'Write it down or keep this page’s address. It is the only way back.',
  decided: (day: string) => `Decided on ${day}.`,
};

export const log = {
  zone: 'Time zone of the phone',
  notKept:
    'We keep the calls you choose to report, and nothing else of the file. It is erased as soon as you are done, after 24 hours at the latest.',
  startAgain: 'Start again',
  goneTitle: 'There is no log here',
  gone: 'A log is erased once its calls are reported, and after 24 hours at the latest. If you still want to report calls of it, start again with the file.',
  entries: (count: number) => counted(count, { one: '# time', other: '# times' }),
};

export const logUpload = {
  title: 'Report many calls at once',
  lead: 'Your phone, your carrier or your exchange can save its list of calls as a file. Upload it, tick the unwanted ones, and report them together. Nothing is reported before you say so.',
  line: 'Your number, the one this log belongs to',
  lineHint: 'We look it up in the do-not-call lists. Without it much cannot be decided.',
  zoneHint: 'Only if your number does not tell it, for example because you have moved.',
  goOn: 'Go on to the file',
  kindsTitle: 'Which files we can read',
  kindPhone: 'Android: calls and texts saved by “SMS Backup & Restore” (XML).',
  kindVoice: 'Google Voice: the pages of a Takeout (HTML).',
  kindExchange: 'Exchanges: FRITZ!Box call list, Asterisk, 3CX (CSV).',
  kindCarrier: 'Bills and tables of a carrier or an iPhone backup program (CSV); gzip is fine, too.',
  fileTitle: 'Choose the file',
  fileLead: 'We read it and show you its list. Nobody else sees it.',
  file: 'The call log',
  fileHint: (most: string) => `At most ${most}. This form is good for a quarter of an hour; after that, start again.`,
  fileTooLarge: (most: string) => `This file is larger than ${most}. Save a shorter time, and choose that file.`,
  send: 'Send the file',
  sent: 'Sent, and this page did not move on?',
  seeList: 'See the list',
};

export const logList = {
  waitingTitle: 'Your log is being read',
  waiting: 'This takes a few seconds, for a very large file a minute or two. The page looks again by itself.',
  waitingLong: 'There is still no list. If the upload broke off, start again with the file.',
  lookAgain: 'Look again',
  refusedTitle: 'This file cannot be read',
  listTitle: 'Tick the unwanted ones',
  listLead: 'Calls and texts from strangers are ticked. Take the tick away from those that were welcome.',
  found: (count: number) => counted(count, { one: 'of # in the log', other: 'of # in the log' }),
  ticked: (count: number) => counted(count, { one: '# ticked', other: '# ticked' }),
  strangers: 'From strangers',
  others: 'Your contacts, and your own calls',
  othersHint: 'Not ticked. Tick one only if it was unwanted all the same.',
  contact: 'contact',
  tickGroup: 'Tick all of this number',
  untickGroup: 'Untick all of this number',
  tickUsual: 'Tick all strangers',
  untickAll: 'Untick all',
  previous: 'Previous page',
  next: 'Next page',
  pageOf: (page: number, pages: number) => `Page ${page} of ${pages}. Your ticks are kept.`,
  review: 'Go on with the ticked ones',
  nothingTicked: 'Tick at least one call or text.',
  tooManyTicked: (most: string) =>
    `At most ${most} can be reported at once. Take some ticks away; you can report those afterwards.`,
  nothingFound: 'We found no call or text in this file that can be reported.',
  skipped: (count: number) =>
    counted(count, {
      one: '# row of the file is left out: see why',
      other: '# rows of the file are left out: see why',
    }),
  incomplete: 'The file breaks off in the middle. This is what was there before.',
  zoneTitle: 'Where did this clock run?',
  zoneWhy: 'The file writes times without saying where. Until we know, only the day of each call counts.',
  zoneUse: 'Use this time zone',
  columnsGuessed: 'We guessed what the columns of your table mean. Do numbers, days or directions look wrong?',
  columnsCorrect: 'Correct the columns',
  long: 'Your log is long; this is a part of it. Report from this part first, then go to the next.',
  firstPart: 'First part',
  nextPart: 'Next part',
};

export const logFacts = {
  factsTitle: (count: number) =>
    counted(count, { one: 'Report # entry of your log', other: 'Report # entries of your log' }),
  factsAsked: 'What holds for all of them?',
  factsLead:
    'Asked once, because it decides which rules are broken. Leave open what differs or what you do not know; you can add it to each report later.',
  andMore: (count: number) => counted(count, { one: 'and # more number', other: 'and # more numbers' }),
  restFollows: (count: number) =>
    counted(count, {
      one: '# more that you ticked follows after these.',
      other: '# more that you ticked follow after these.',
    }),
  doneSoFar: (count: number) => counted(count, { one: '# is reported already.', other: '# are reported already.' }),
  chosenOnly: 'Only these are kept, each as a report with a receipt of its own. The file and its list are erased.',
  reportNow: 'Report them',
  change: 'Change my choice',
};

export const logDirections = {
  in: 'answered',
  missed: 'missed',
  rejected: 'declined',
  voicemail: 'voicemail',
  out: 'you called',
  textIn: 'text received',
  textOut: 'text you sent',
};

export const logFaults = {
  not_a_log:
    'This is no call log that we know. Save the list of calls as XML or CSV with one of the programs named on the first page.',
  empty: 'The file is empty. Save the list once more and look whether the file has a size.',
  binary:
    'This is a picture, a program or a document, not a list of calls. Choose the file that your backup program saved.',
  archive: 'This is an archive with files in it. Unpack it and send the one file with the calls.',
  damaged: 'The file is packed and damaged. Save it once more, or send it unpacked.',
  bomb: 'Unpacked, the file is far larger than a call log can be. Save a shorter time, and send it unpacked.',
  too_large: 'The file is too large. Save a shorter time, and send that.',
  too_many_rows: 'The file has more rows than we read at once (200,000). Save a shorter time, and send that.',
  oversized: 'One entry of the file is endlessly long, so it cannot be a list of calls. Save the list once more.',
  declarations:
    'The file holds instructions that a call log never needs (document type or entities). Save the list once more.',
};

export const logSkips = {
  malformed: 'cannot be read',
  columns: 'too few or too many columns',
  date: 'no date, or an impossible one',
  sender: 'what is shown is no number',
  sender_empty: 'no number',
  sender_placeholder: 'a filler instead of a number',
  emergency_number: 'an emergency number',
  too_long: 'longer than an entry can be',
  direction: 'does not say which way it went',
  not_sent: 'drafts and texts that were never sent',
  answered_elsewhere: 'answered on another device',
  internal: 'between two extensions',
};

export const logTicks = {
  doneReceipts: 'See and keep their receipts',
  missing: 'Choose where this clock ran.',
  gone: 'The file is no longer here to be read again. Upload it once more.',
  tooOften: 'The file was read too often. Start again with it.',
  tooMany:
    'You have changed more ticks than this page can carry elsewhere. Report these first, or begin anew with “Tick all strangers”.',
  lost: 'We could not read which entries you had ticked. Please look through the list again before you go on.',
};

export const logColumns = {
  title: 'What the columns mean',
  lead: 'Say in which column each fact stands. We then read the file again.',
  asRead: 'So far we read the first rows like this',
  column: (number: number) => `Column ${number}`,
  fields: {
    date: 'Date, or date and time',
    time: 'Time, if apart',
    number: 'The other number',
    from: 'Calling number',
    to: 'Called number',
    direction: 'Incoming or outgoing',
    status: 'Answered or missed',
    duration: 'Duration',
    contact: 'Name from your contacts',
    text: 'Words of a text',
  },
  dateOrder: 'How are days written?',
  dateOrders: { ymd: 'Year, month, day', dmy: 'Day, month, year', mdy: 'Month, day, year' },
  otherwise: 'Rows that do not say which way the call went are',
  ways: { in: 'calls to you', out: 'calls that you made' },
  durationIn: 'Durations without a unit are',
  durations: { seconds: 'seconds', minutes: 'minutes' },
  clock: 'The times are those of',
  clocks: { local: 'your own clock', utc: 'universal time (UTC, GMT)' },
  save: 'Read the file like this',
  dateMissing: 'Say in which column the date stands.',
  numberMissing: 'Say in which column a number stands: the other, the calling or the called one.',
  tooOften: 'The file was read too often. Start again with it.',
};

export const logDone = {
  title: (count: number) => counted(count, { one: '# report is saved', other: '# reports are saved' }),
  lead: 'Each has a receipt of its own. Keep this page’s address, print the page or save it: it is the only way back to them.',
  left: (count: number) =>
    counted(count, {
      one: '# of your choice could not be reported now. Try again tomorrow: send the log once more and tick only that one.',
      other:
        '# of your choice could not be reported now. Try again tomorrow: send the log once more and tick only those.',
    }),
  refused: (count: number) =>
    counted(count, {
      one: 'We could not take # entry: its number, date or text cannot be right.',
      other: 'We could not take # entries: their number, date or text cannot be right.',
    }),
  copy: 'Copy all receipts',
  copied: 'Copied',
  save: 'Save as text',
  withdrawn: 'You have withdrawn this report.',
  erased: 'The file and the list that we read from it are erased. What you see here is all that is kept.',
  keptTitle: 'Your log is still here',
  kept: 'It has entries that you may want to report, too. It is erased when you say so, after 24 hours at the latest.',
  toList: 'Back to the list',
  erase: 'I am done: erase it',
};

export const proof = {
  send: 'Send me the link',
  sent: 'We have sent a link to your e-mail address. Open it within two days and press the button there; then your complaint goes on.',
  again: 'No mail yet? Look into the spam folder, or have the link sent again.',
  too_many: 'We have sent as many links as we may in one day. Try again tomorrow.',
  spent: 'We cannot send any more mail today. Try again tomorrow.',
  off: 'This service sends no mail, so it cannot check your address. You can save the letter and send it to the regulator yourself.',
  no_address: 'Your complaint has no e-mail address that we can write to. Add one by completing the complaint.',
  already: 'Your address is confirmed already.',
  title: 'Confirm your e-mail address',
  lead: 'Somebody, most likely you, wants to send a complaint to a regulator and gave this address. Press the button if that was you. If not, close this page: nothing happens then.',
  confirm: 'Yes, that was me',
  doneTitle: 'Your address is confirmed',
  done: 'Your complaint goes on now. With your receipt you can see where it is.',
  alreadyTitle: 'This address was confirmed before',
  expiredTitle: 'This link has expired',
  expired: 'Open your report with its receipt and have a new link sent.',
  invalidTitle: 'This link is not valid',
  invalid:
    'It may be incomplete, or the address or the report has been changed since. Open your report with its receipt and have a new link sent.',
};
