import type { Named } from './accusable.ts';
import { readNamed } from './accusable.ts';
import { couldBeId } from './believable-id.ts';
import { readCallForm } from './call-form.ts';
import { cleanMessage } from './clean-message.ts';
import { readIndiaForm } from './india-form.ts';
import { readPiece } from './piece.ts';
import { readKeyword } from './read-keyword.ts';
import { readNothing } from './read-nothing.ts';
import { readWholeSender } from './read-whole-sender.ts';
import type { Reading, ReadingContext } from './reading.ts';
import { unwrap } from './unwrap.ts';

/**
 * What one message means, by its words alone; the dialogue decides what to do with it. The first that fits: nothing, a
 * keyword, a form that reports all at once, a sender, and otherwise a forwarded text, because that is what people are
 * asked to send. Takes any string of any length in linear time, never throws, and reads 10,000 characters of it.
 */
export function readMessage(raw: string, context: ReadingContext): Reading {
  const message = cleanMessage(raw);
  return (
    readNothing(message) ??
    readKeyword(message) ??
    readCallForm(message, context) ??
    readIndiaForm(message, context) ??
    readSender(message, context) ??
    readText(message, context)
  );
}

function readSender(message: string, context: ReadingContext): Reading | null {
  const read = readWholeSender(message, context);
  if (read.kind === 'named') {
    return asSender(read);
  }
  return read.why === 'no_sender' ? null : { kind: 'not_a_sender', why: read.why };
}

function readText(message: string, context: ReadingContext): Reading {
  const first = readPiece(message);
  const { text, sender } = unwrap(first.text, context);
  const { text: inside, piece } = first.piece === null ? readPiece(text) : { text, piece: first.piece };
  if (inside === '') {
    // "Forwarded from:", a name, a number, and nothing after them.
    return sender === null ? { kind: 'nothing', why: 'empty' } : asSender(sender);
  }
  return {
    kind: 'text',
    text: inside,
    sender: sender === null ? null : { written: sender.written, sender: sender.sender },
    piece,
    ...answer(message, context),
  };
}

/** A bare name is only a sender if somebody asked for one. */
function answer(message: string, context: ReadingContext): Pick<Extract<Reading, { kind: 'text' }>, 'couldBeSender'> {
  const read = readNamed(message, context);
  return read.kind === 'named' && couldBeId(read)
    ? { couldBeSender: { written: read.written, sender: read.sender } }
    : {};
}

function asSender({ written, sender }: Named): Reading {
  return { kind: 'sender', written, sender };
}
