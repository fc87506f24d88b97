import type { ReplyMessages } from '../reply-messages.ts';

export const en: ReplyMessages = {
  verdict: {
    possible_violation: 'possible violation',
    undetermined: 'not clear yet',
    none_shown: 'no violation seen',
  },
  status: {
    received: 'received, we are checking it',
    checked: 'checked and counted',
    handed_over: 'your complaint is written, ready for you to file',
    complaint_queued: 'a complaint waits for the regulator to fetch it',
    submitted: 'the regulator has the complaint',
    acknowledged: 'the regulator confirmed that it has the complaint',
    decided: 'the regulator has decided',
    refused: 'the regulator did not accept the complaint',
    withdrawn: 'withdrawn, it no longer counts',
  },
  receipt: ({ receipt, verdict }) =>
    `Thank you, your report is saved. First look: ${verdict}. Ref ${receipt}. To follow it, text STATUS.`,
  receiptAskNext: ({ receipt, verdict }) =>
    `Saved. First look: ${verdict}. Ref ${receipt}. Now your other text: reply with the number or name it came from, or SKIP.`,
  question: ({ receipt }) =>
    `Thanks, your report is saved. Now reply with the number or name the text came from, or SKIP. Ref ${receipt}. Reply STOP to end.`,
  senderNoted: ({ receipt }) =>
    `Thanks, we noted who it is from. Now forward the text itself, if you can: it completes your report. Ref ${receipt}.`,
  statusIs: ({ receipt, status }) => `Your report ${receipt}: ${status}.`,
  statusUnknown: () =>
    'We found no such report. Please check the code: 16 letters and digits, in our reply to your report.',
  deleted: ({ receipt }) => `Done: report ${receipt} is withdrawn and no longer counts.`,
  notASender: {
    emergency: () =>
      'That is an emergency number, so we did not note it. Which number or name did the text come from? Reply with it, or SKIP.',
    ours: () =>
      'That is our own number, so we did not note it. Which number or name did the text come from? Reply with it, or SKIP.',
  },
  form: () =>
    'To report in one message, write: the text, its sender, dd/mm/yy. For example: You won a prize, 12345, 21/11/26',
  nothingRead: () =>
    'We can read words only, no pictures. Please forward the message as text, or type what it says and who it is from.',
  optedOut: ({ programme }) =>
    `${programme}: you are unsubscribed. You will get no more messages from us. Reply START to come back.`,
  optedIn: ({ programme }) =>
    `${programme}: our replies are on again. Forward spam texts to us. Msg & data rates may apply. Reply HELP for help, STOP to end.`,
  help: ({ programme, helpContact }) =>
    `${programme}: forward a spam text to us to report it. Help: ${helpContact}. Msg & data rates may apply. Reply STOP to end.`,
};
