import type { Language } from '../language.ts';
import { messagesIn } from './languages.ts';
import type { Reply } from './reply.ts';
import type { Programme } from './reply-messages.ts';

/**
 * A reply as the person reads it: one segment in every language, if `programme` and `helpContact` keep to
 * `replyLimits`. Receipts are written without hyphens, which saves three characters.
 */
export function renderReply(reply: Reply, language: Language, { programme, helpContact }: Programme): string {
  const messages = messagesIn[language];
  switch (reply.kind) {
    case 'receipt': {
      const p = { receipt: reply.receipt, verdict: messages.verdict[reply.verdict] };
      return reply.askNext ? messages.receiptAskNext(p) : messages.receipt(p);
    }
    case 'question':
      return messages.question(reply);
    case 'sender_noted':
      return messages.senderNoted(reply);
    case 'status':
      return messages.statusIs({ receipt: reply.receipt, status: messages.status[reply.status] });
    case 'status_unknown':
      return messages.statusUnknown();
    case 'deleted':
      return messages.deleted(reply);
    case 'not_a_sender':
      return messages.notASender[reply.why]();
    case 'form':
      return messages.form();
    case 'nothing_read':
      return messages.nothingRead();
    case 'opted_out':
      return messages.optedOut({ programme });
    case 'opted_in':
      return messages.optedIn({ programme });
    case 'help':
      return messages.help({ programme, helpContact });
  }
}
