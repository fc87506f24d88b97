import type { Reading } from '../reading/reading.ts';
import type { Conversation, MessageKey, PieceGroup } from './conversation.ts';
import { longestText } from './message-text.ts';
import {
  type Arrival,
  hasTurn,
  type Move,
  nothingToSay,
  receiptOf,
  withLatest,
  withoutWaiting,
  withPieces,
  withWaiting,
} from './move.ts';
import { moveForAnswer } from './move-for-sender.ts';

export type TextReading = Extract<Reading, { kind: 'text' }>;

/** A forwarded text is a report of its own, unless it is the rest of one, or the text of a sender that came before it. */
export function moveForText(conversation: Conversation, reading: TextReading, arrival: Arrival): Move {
  const answer = reading.couldBeSender === undefined ? null : moveForAnswer(conversation);
  return (
    answer ??
    joinPiece(conversation, reading) ??
    (reading.sender === null
      ? (completeLone(conversation, reading, arrival) ?? openQuestion(conversation, reading, arrival))
      : {
          did: 'reported',
          conversation: withLatest(withFirstPiece(conversation, reading, arrival.key, arrival.at), arrival),
          effect: { kind: 'own' },
          say: receiptOf(arrival.key, 'text'),
        })
  );
}

function completeLone(conversation: Conversation, reading: TextReading, { at }: Arrival): Move | null {
  const [sender, ...lone] = conversation.lone;
  return sender === undefined
    ? null
    : {
        did: 'paired',
        conversation: withFirstPiece({ ...conversation, lone }, reading, sender.key, at),
        effect: { kind: 'merge', merge: { kind: 'add_text', of: sender.key } },
        say: receiptOf(sender.key, 'answer'),
      };
}

function openQuestion(conversation: Conversation, reading: TextReading, arrival: Arrival): Move {
  const { key, at } = arrival;
  const text = { key, since: at, askedAt: null, corrected: false };
  return {
    did: 'reported_without_sender',
    conversation: withLatest(withFirstPiece(withWaiting(conversation, text), reading, key, at), arrival),
    effect: { kind: 'own' },
    say: hasTurn(conversation.waiting, at)
      ? { silence: 'question_queued' }
      : { intent: { kind: 'question', of: key }, occasion: 'text' },
  };
}

function withFirstPiece(conversation: Conversation, { piece, text }: TextReading, key: MessageKey, since: number) {
  return piece === null
    ? conversation
    : withPieces(conversation, { key, total: piece.total, since, lengths: new Map([[piece.number, text.length]]) });
}

function joinPiece(conversation: Conversation, { piece, text, sender }: TextReading): Move | null {
  const group =
    piece === null
      ? undefined
      : conversation.pieces.find(({ total, lengths }) => total === piece.total && !lengths.has(piece.number));
  if (piece === null || group === undefined) {
    return null;
  }
  const grown: PieceGroup = { ...group, lengths: new Map([...group.lengths, [piece.number, text.length]]) };
  const complete = grown.lengths.size === grown.total;
  const pieces = conversation.pieces.flatMap((each) => (each !== group ? each : complete ? [] : grown));
  const joined = { ...conversation, pieces };
  const named = sender !== null && conversation.waiting.some(({ key }) => key === group.key);
  return {
    did: 'joined',
    conversation: named ? withoutWaiting(joined, group.key) : joined,
    effect: { kind: 'merge', merge: { kind: 'add_piece', of: group.key, ...placeOf(piece.number, group) } },
    say: named ? receiptOf(group.key, 'answer') : nothingToSay,
  };
}

/** Where a piece goes among those that came before it, with a space between each two. */
function placeOf(number: number, { lengths }: PieceGroup): { readonly at: number; readonly before: number } {
  const lower = [...lengths].filter(([other]) => other < number).map(([, length]) => length);
  return { at: joinedLength(lower), before: joinedLength([...lengths.values()]) };
}

function joinedLength(lengths: readonly number[]): number {
  const length = lengths.reduce((sum, each) => sum + each, 0) + Math.max(0, lengths.length - 1);
  return Math.min(longestText, length);
}
