/** What mails are counted by; `day` is a UTC date, `YYYY-MM-DD`. */
export type Counted =
  /** By report id. */
  | { readonly of: 'report'; readonly id: string; readonly day: string }
  /** By the keyed hash of a mailbox. */
  | { readonly of: 'mailbox'; readonly id: string; readonly day: string }
  /** By the id of a message on the queue: each is mailed once, however often it is delivered. */
  | { readonly of: 'message'; readonly id: string };

export interface ProofCounters {
  /** Counts one more; false, and nothing counted, where `most` are counted already. Never counts more, however many ask. */
  take(counted: Counted, most: number, at: Date): Promise<boolean>;
  /** Takes one back that was counted. */
  giveBack(counted: Counted): Promise<void>;
}

/** Mails to all people together. */
export interface MailBudget {
  /** Takes one mail out of the day's budget (UTC); false when nothing is left. Never gives out more than there is. */
  spend(at: Date): Promise<boolean>;
}

/** What goes onto the queue: which report, and nothing of what is in it. */
export interface ProofErrand {
  readonly reportId: string;
  readonly purpose: 'contact_proof';
}

export interface ProofQueue {
  send(errand: ProofErrand): Promise<void>;
}

export interface ProofLetter {
  readonly to: string;
  /** BCP 47, as the report says it. */
  readonly locale: string | undefined;
  readonly link: string;
  readonly expiresAt: Date;
}

export interface ProofMail {
  /** Throws MailNotSent when the mail was not taken, or it is not known whether it was. */
  send(letter: ProofLetter): Promise<void>;
}

/** A mail in plain text, to one address. */
export interface PlainMail {
  readonly to: string;
  /** One line. */
  readonly subject: string;
  readonly text: string;
}

export interface MailSender {
  /** Throws MailNotSent. */
  send(mail: PlainMail): Promise<void>;
}

/** `refused`: this mail will never be taken; `not_now`: none is taken, try later; `unsure`: it may have been taken. */
export type MailFailure = 'refused' | 'not_now' | 'unsure';

/** A mail that the service did not take. Its code is the service's own; the message holds no address. */
export class MailNotSent extends Error {
  override readonly name = 'MailNotSent';
  readonly code: string;
  readonly failure: MailFailure;

  constructor(code: string, failure: MailFailure) {
    super(`mail not sent: ${code}`);
    this.code = code;
    this.failure = failure;
  }
}
