import { amendReport, withdrawReport } from '#shared/report/amend-report.ts';
import { confirmContactProof, lookAtProofLink } from '#shared/report/contact-proof/confirm-contact-proof.ts';
import { mailContactProof } from '#shared/report/contact-proof/mail-contact-proof.ts';
import type { MailNotSent, ProofErrand, ProofLetter } from '#shared/report/contact-proof/ports.ts';
import { requestContactProof } from '#shared/report/contact-proof/request-contact-proof.ts';
import type { ReportInput } from '#shared/report/report-input.ts';
import { type TakeRequest, takeReport } from '#shared/report/take-report.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { fakeBudget } from '#test/support/sms/fake-conversations.ts';
import { takeDependencies } from '#test/support/take-dependencies.ts';
import { fakeProofCounters } from './fake-counters.ts';

const secret = 'a secret for tests';
export const proofHash = keyedHash(secret, 'contact-proof');

export const complaint = {
  kind: 'call',
  sender: '(202) 555-0143',
  line: '+1 413 555 0142',
  occurredAt: '2026-11-20T20:41:00-05:00',
  complain: true,
  complainant: { name: 'Sam Doe', email: 'sam@example.com', consent: true },
} as const satisfies ReportInput;

interface WorldOptions {
  readonly perReport?: number;
  readonly perAddress?: number;
  readonly perDay?: number;
  readonly requireContactProof?: boolean;
  /** The deployment sends no mail. */
  readonly off?: boolean;
}

/** Reports, the queue and a mailbox in memory, with a clock that a test moves. */
export class ProofWorld {
  now = new Date('2026-11-21T12:00:00Z');
  readonly deps = takeDependencies({ clock: () => this.now });
  readonly queued: ProofErrand[] = [];
  readonly mails: ProofLetter[] = [];
  /** Thrown instead of sending, while there is one. */
  fault: MailNotSent | null = null;
  readonly counters = fakeProofCounters();
  readonly #options: WorldOptions;
  readonly #budget: ReturnType<typeof fakeBudget>;

  constructor(options: WorldOptions = {}) {
    this.#options = options;
    this.#budget = fakeBudget(options.perDay ?? 1000);
  }

  get confirming() {
    return { ...this.deps, hash: proofHash };
  }

  async take(changes: Partial<ReportInput> = {}, over: Partial<TakeRequest> = {}): Promise<string> {
    const input = { ...complaint, ...changes };
    const outcome = await takeReport({ input, channel: 'web', contactProof: 'none', ...over }, this.deps);
    if (outcome.kind !== 'taken') {
      throw new Error(`expected a report, not ${outcome.kind}`);
    }
    return outcome.report.id;
  }

  async report(id: string) {
    const report = await this.deps.reports.get(id);
    if (report === null) {
      throw new Error('the report is gone');
    }
    return report;
  }

  amend(id: string, patch: unknown) {
    return amendReport(id, patch, this.deps);
  }

  changeEmail(id: string, email: string | null) {
    return this.amend(id, { complainant: { email } });
  }

  withdraw(id: string) {
    return withdrawReport(id, this.deps);
  }

  async request(id: string) {
    const { perReport = 3, perAddress = 3, requireContactProof = true, off = false } = this.#options;
    const { kind } = await requestContactProof(id, {
      reports: this.deps.reports,
      clock: this.deps.clock,
      requireContactProof,
      sending: off
        ? null
        : {
            counters: this.counters,
            budget: this.#budget,
            queue: { send: async (errand) => void this.queued.push(errand) },
            mailboxHash: keyedHash(secret, 'proof-mailbox'),
            limits: { perReport, perAddress },
          },
    });
    return kind;
  }

  mail(reportId: string, messageId: string) {
    return mailContactProof(
      { reportId, messageId },
      {
        reports: this.deps.reports,
        counters: this.counters,
        mail: {
          send: async (letter) => {
            if (this.fault !== null) {
              throw this.fault;
            }
            this.mails.push(letter);
          },
        },
        hash: proofHash,
        clock: this.deps.clock,
        publicUrl: 'https://report.example.org',
      },
    );
  }

  /** Asks for a link and opens the mailbox. */
  async link(id: string): Promise<string> {
    await this.mail(id, `message ${this.mails.length}`);
    return tokenOf(this.mails.at(-1));
  }

  async look(token: string) {
    return (await lookAtProofLink(token, this.confirming)).kind;
  }

  async confirm(token: string) {
    return (await confirmContactProof(token, this.confirming)).kind;
  }
}

function tokenOf(letter: ProofLetter | undefined): string {
  return letter?.link.split('/').at(-1) ?? '';
}
