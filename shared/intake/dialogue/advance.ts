import type { Reading } from '../reading/reading.ts';
import { conclude } from './conclude.ts';
import { type Conversation, conversationAt, day } from './conversation.ts';
import {
  type Arrival,
  type Move,
  nothingToSay,
  type Occasion,
  receiptOf,
  whoseTurn,
  withLatest,
  withoutReport,
} from './move.ts';
import { moveForRefusedSender, moveForSender, moveForSkip } from './move-for-sender.ts';
import { moveForText } from './move-for-text.ts';
import type { PlainIntent, ReplyIntent, Step } from './step.ts';

/**
 * One message's step through the dialogue (docs/sms-dialogue.md has the table). Pure: the same conversation, reading and
 * arrival give the same step.
 */
export function advance(before: Conversation, reading: Reading, arrival: Arrival): Step {
  const conversation = withLanguage(conversationAt(before, arrival.at), reading);
  return conclude(moveFor(conversation, reading, arrival), arrival);
}

function moveFor(conversation: Conversation, reading: Reading, arrival: Arrival): Move {
  const plain = (did: Step['did'], say: Move['say'], after = conversation): Move => ({
    did,
    conversation: after,
    effect: { kind: 'none' },
    say,
  });
  if (arrival.ownReply) {
    return plain('own_reply', nothingToSay);
  }
  switch (reading.kind) {
    case 'opt_out':
      return conversation.optedOut
        ? plain('opted_out', { silence: 'opted_out' })
        : plain('opted_out', say('opted_out', 'required'), { ...conversation, optedOut: true });
    case 'opt_in':
      return plain('opted_in', say('opted_in', 'keyword'), { ...conversation, optedOut: false });
    case 'help':
      return plain('help_asked', say('help', 'required'));
    case 'status':
      return plain('status_asked', { intent: statusIntent(conversation, reading.code), occasion: 'keyword' });
    case 'delete':
      return moveForDelete(conversation, reading.code, arrival);
    case 'skip':
      return moveForSkip(conversation);
    case 'complete':
      return {
        did: 'reported',
        conversation: withLatest(conversation, arrival),
        effect: { kind: 'own' },
        say: receiptOf(arrival.key, 'answer'),
      };
    case 'nearly_a_form':
      return plain('nearly_a_form', say('form', 'outside'));
    case 'sender':
      return moveForSender(conversation, arrival);
    case 'not_a_sender':
      return moveForRefusedSender(conversation, reading.why);
    case 'text':
      return moveForText(conversation, reading, arrival);
    case 'nothing':
      return plain(
        'nothing_read',
        reading.why === 'empty' || arrival.media > 0 ? say('nothing_read', 'outside') : nothingToSay,
      );
  }
}

function say(kind: PlainIntent['kind'], occasion: Occasion): Move['say'] {
  return { intent: { kind }, occasion };
}

function statusIntent({ latest }: Conversation, code: string | null): ReplyIntent {
  if (code !== null) {
    return { kind: 'status', of: null };
  }
  return latest === null ? { kind: 'status_unknown' } : { kind: 'status', of: latest.key };
}

/** How old the latest report may be to go by the word alone: an older one needs its code, as nobody means it for sure. */
const deletableWithoutCode = 3 * day;

function moveForDelete(conversation: Conversation, code: string | null, { named, at }: Arrival): Move {
  const { latest, waiting } = conversation;
  const recent = latest !== null && at - latest.since < deletableWithoutCode ? latest.key : null;
  const of = code === null ? (whoseTurn(waiting)?.key ?? recent) : named;
  if (of !== null) {
    return {
      did: 'deleted',
      conversation: withoutReport(conversation, of),
      effect: { kind: 'merge', merge: { kind: 'withdraw', of } },
      say: { intent: { kind: 'deleted', of }, occasion: 'keyword' },
    };
  }
  return code === null
    ? { did: 'deleted_nothing', conversation, effect: { kind: 'none' }, say: say('status_unknown', 'keyword') }
    : {
        did: 'deleted',
        conversation,
        effect: { kind: 'withdraw_by_code' },
        say: { intent: { kind: 'deleted_by_code' }, occasion: 'keyword' },
      };
}

function withLanguage(conversation: Conversation, reading: Reading): Conversation {
  const language = 'language' in reading ? reading.language : null;
  return language === null ? conversation : { ...conversation, language };
}
