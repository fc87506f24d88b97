import type { ProofMailMessages } from './messages.ts';

export const en: ProofMailMessages = {
  subject: ({ programme }) => `${programme}: confirm your e-mail address`,
  why: ({ programme }) =>
    `Somebody used this e-mail address at ${programme} for a complaint about an unwanted call or text. Before the complaint goes to the authority, we ask whether the address is really theirs.`,
  open: 'If it was you, open this page and press the button on it:',
  does: 'That confirms your address, and lets the complaint go on. It does nothing else, and it is needed only once.',
  expires: ({ hours, until }) =>
    `The link works for ${hours} hours, until ${until} UTC. After that you can ask for another one on the page of your report.`,
  ignore: 'If it was not you, do nothing: nothing is sent in your name, and the link ends by itself.',
  noAnswer: 'Nobody reads answers to this message.',
};
