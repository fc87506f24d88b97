import { type Direction, type LogRow, type OnRow, skipped } from '../log-row.ts';
import { sameNumber } from '../same-number.ts';

export interface VoiceEvents {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
  end(): void;
}

interface Call {
  readonly tags: Set<string>;
  number: string | null;
  name: string;
  at: string;
  duration: string;
}

interface Message {
  number: string | null;
  name: string;
  at: string;
  text: string;
}

/** A label of the page, by the last part of its address. */
const directions: readonly (readonly [string, Direction])[] = [
  ['placed', 'out'],
  ['voicemail', 'voicemail'],
  ['missed', 'missed'],
  ['received', 'in'],
  ['recorded', 'in'],
];
const mostText = 4000;

/** Turns the tags of a Google Voice page into rows: `div.haudio` is a call, each `div.message` a text. `line`: the person's own. */
export function createVoiceEvents(line: string | null, onRow: OnRow): VoiceEvents {
  let call: Call | null = null;
  let message: Message | null = null;
  /** The other party of a conversation, for one's own messages. */
  let other = '';
  /** What text belongs to, and in how many open tags of the same name. */
  let field: 'name' | 'quote' | null = null;
  let contributor = false;

  const open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    const classes = new Set((attributes['class'] ?? '').split(/\s+/));
    const title = attributes['title'] ?? '';
    if (name === 'div' && classes.has('haudio')) {
      giveCall();
      call = { tags: new Set(), number: null, name: '', at: '', duration: '' };
    } else if (name === 'div' && classes.has('message')) {
      giveMessage();
      message = { number: null, name: '', at: '', text: '' };
    } else if (classes.has('contributor') || (name === 'cite' && classes.has('sender'))) {
      contributor = true;
    } else if (name === 'a' && classes.has('tel')) {
      setNumber((attributes['href'] ?? '').replace(/^tel:/, ''));
    } else if (name === 'a' && attributes['rel'] === 'tag') {
      call?.tags.add((attributes['href'] ?? '').split('#').at(-1)?.toLowerCase() ?? '');
    } else if (name === 'abbr' && classes.has('published') && call !== null) {
      call.at = title;
    } else if (name === 'abbr' && classes.has('duration') && call !== null) {
      call.duration = title;
    } else if (name === 'abbr' && classes.has('dt') && message !== null) {
      message.at = title;
    } else if (name === 'q' && message !== null) {
      field = 'quote';
    } else if (name === 'br' && field === 'quote') {
      text('\n');
    } else if (contributor && classes.has('fn')) {
      field = 'name';
    }
  };

  const setNumber = (number: string): void => {
    if (message !== null) {
      message.number ??= number;
    } else if (call !== null) {
      call.number ??= number;
    }
  };

  const text = (piece: string): void => {
    if (field === 'quote' && message !== null && message.text.length < mostText) {
      message.text += piece;
    } else if (field === 'name') {
      const holder = message ?? call;
      if (holder !== null && holder.name.length < mostText) {
        holder.name += piece;
      }
    }
  };

  const close = (name: string): void => {
    if (name === 'q' || ((name === 'span' || name === 'abbr') && field === 'name')) {
      field = null;
    }
    contributor &&= name !== 'div' && name !== 'cite';
    if (name === 'div') {
      giveMessage();
    }
  };

  const giveCall = (): void => {
    const given = call;
    call = null;
    if (given === null) {
      return;
    }
    const direction = directions.find(([tag]) => given.tags.has(tag))?.[1];
    if (direction === undefined || given.at === '') {
      onRow(skipped(given.at === '' ? 'date' : 'direction'));
      return;
    }
    const sender = given.number ?? '';
    onRow({
      kind: 'row',
      row: {
        kind: 'call',
        direction,
        sender: sender === '' ? 'withheld' : sender,
        contact: isContact(given.name, sender),
        durationSeconds: isoDuration(given.duration),
        occurredAt: given.at,
      },
    });
  };

  const giveMessage = (): void => {
    const given = message;
    message = null;
    if (given === null) {
      return;
    }
    const number = given.number ?? '';
    const mine = given.name.trim() === 'Me' || sameNumber(number, line);
    other = mine || number === '' ? other : number;
    const row: LogRow = {
      kind: 'text',
      direction: mine ? 'out' : 'in',
      sender: mine ? other : number,
      contact: !mine && isContact(given.name, number),
      durationSeconds: null,
      occurredAt: given.at,
      text: given.text.trim(),
    };
    onRow(given.at === '' ? skipped('date') : { kind: 'row', row });
  };

  return {
    open,
    text,
    close,
    end: () => {
      giveMessage();
      giveCall();
    },
  };
}

/** A name that is not the number again. */
function isContact(name: string, number: string): boolean {
  const shown = name.trim();
  return shown !== '' && !/^[+\d\s().-]+$/.test(shown) && shown !== number;
}

/** Seconds of `PT1H2M3S` (ISO 8601); null for anything else. */
function isoDuration(text: string): number | null {
  const [whole, hours = '0', minutes = '0', seconds = '0'] =
    /^PT(?:(\d{1,4})H)?(?:(\d{1,4})M)?(?:(\d{1,6})(?:\.\d{1,9})?S)?$/.exec(text) ?? [];
  return whole === undefined ? null : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
