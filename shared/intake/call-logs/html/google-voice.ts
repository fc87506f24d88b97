import { Parser } from 'htmlparser2';
import { tagLimit } from '../limits.ts';
import { LogFault } from '../log-fault.ts';
import type { LogParser, OnRow } from '../log-row.ts';
import { isXhtmlDoctype } from './doctype.ts';
import { createVoiceEvents } from './voice-events.ts';

/**
 * A page of Google Voice in a Takeout: one call (`div.haudio`) or one conversation (`div.hChatLog`). Throws LogFault for
 * any declaration but the document type that these pages carry, and for a tag of more than 1 MB.
 */
export function googleVoice(line: string | null, onRow: OnRow): LogParser {
  const events = createVoiceEvents(line, onRow);
  let written = 0;
  let eventAt = 0;
  let closed = false;
  const within = (end: number): void => {
    if (end - eventAt > tagLimit) {
      throw new LogFault('oversized', `One tag of the file is longer than ${tagLimit} characters.`);
    }
    eventAt = end;
  };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        within(parser.endIndex);
        events.open(name, attributes);
      },
      onclosetag: (name, implied) => {
        within(parser.endIndex);
        events.close(name);
        closed ||= name === 'html' && !implied;
      },
      ontext: (text) => {
        within(parser.endIndex);
        events.text(text);
      },
      onprocessinginstruction: (name, data) => {
        within(parser.endIndex);
        if (name.startsWith('!') && !isXhtmlDoctype(`<${data}>`)) {
          throw new LogFault('declarations', 'The file declares a document type or entities, which call logs do not.');
        }
      },
    },
    { lowerCaseTags: true, decodeEntities: true },
  );
  return {
    write: (text) => {
      parser.write(text);
      written += text.length;
      if (written - eventAt > tagLimit) {
        within(written);
      }
    },
    end: () => {
      parser.end();
      events.end();
      return closed;
    },
  };
}
