import { type LogParser, type OnRow, type RowReading, skipped } from '../log-row.ts';
import { type InstantReader, instantReader, isContact, present } from './phone-values.ts';
import { type Tag, tagReader } from './tag-reader.ts';

type Attributes = ReadonlyMap<string, string>;

/** Android's `Telephony.TextBasedSmsColumns.TYPE`; `msg_box` of a multimedia message counts alike. */
const directions: ReadonlyMap<string, 'in' | 'out' | 'not_sent'> = new Map([
  ['1', 'in'],
  ['2', 'out'],
  ['3', 'not_sent'],
  ['4', 'not_sent'],
  ['5', 'not_sent'],
  ['6', 'not_sent'],
]);

const wanted: ReadonlySet<string> = new Set([
  'address',
  'date',
  'type',
  'body',
  'contact_name',
  'msg_box',
  'ct',
  'text',
]);
const senderAddress = '137';
const mostText = 4000;

interface Multimedia {
  readonly attributes: Attributes;
  text: string;
  sender: string;
  malformed: boolean;
}

/** Texts saved by SMS Backup & Restore: `<smses>` with `<sms … body= />` and `<mms …><parts>…</parts><addrs>…</addrs></mms>`. */
export function phoneTexts(onRow: OnRow): LogParser {
  let closed = false;
  const instantOf = instantReader();
  let multimedia: Multimedia | null = null;

  const give = (): void => {
    if (multimedia !== null) {
      onRow(readMultimedia(multimedia, instantOf));
      multimedia = null;
    }
  };
  const open = (tag: Tag): void => {
    switch (tag.name) {
      case 'sms':
        give();
        onRow(tag.attributes === null ? skipped('malformed') : readText(tag.attributes, instantOf));
        return;
      case 'mms':
        give();
        multimedia = {
          attributes: tag.attributes ?? new Map(),
          text: '',
          sender: '',
          malformed: tag.attributes === null,
        };
        if (tag.closed) {
          give();
        }
        return;
      case 'part':
      case 'addr':
        if (multimedia !== null) {
          addTo(multimedia, tag);
        }
        return;
      case 'smses':
        closed ||= tag.closed;
    }
  };
  const close = (name: string): void => {
    if (name === 'mms' || name === 'smses') {
      give();
    }
    closed ||= name === 'smses';
  };
  const reader = tagReader({ open, close }, { wanted, dropped: { tag: 'part', attribute: 'data' } });
  return {
    write: reader.write,
    end: () => {
      give();
      return reader.end() === 0 && closed;
    },
  };
}

function addTo(multimedia: Multimedia, { name, attributes }: Tag): void {
  if (attributes === null) {
    multimedia.malformed = true;
  } else if (name === 'part' && attributes.get('ct') === 'text/plain' && multimedia.text.length < mostText) {
    multimedia.text += `${multimedia.text === '' ? '' : '\n'}${(attributes.get('text') ?? '').slice(0, mostText)}`;
  } else if (name === 'addr' && attributes.get('type') === senderAddress) {
    multimedia.sender = present(attributes.get('address'));
  }
}

function readText(attributes: Attributes, instantOf: InstantReader): RowReading {
  const address = present(attributes.get('address'));
  return reading(attributes, attributes.get('type'), address, attributes.get('body') ?? '', instantOf);
}

/** A group's addresses are joined by `~`; who of them wrote is told among the `addr` elements. */
function readMultimedia({ attributes, text, sender, malformed }: Multimedia, instantOf: InstantReader): RowReading {
  if (malformed) {
    return skipped('malformed');
  }
  const address = present(attributes.get('address'));
  const incoming = attributes.get('msg_box') === '1';
  const other = incoming && sender !== '' && sender !== 'insert-address-token' ? sender : address;
  return other.includes('~')
    ? skipped('sender')
    : reading(attributes, attributes.get('msg_box'), other, text, instantOf);
}

function reading(
  attributes: Attributes,
  type: string | undefined,
  sender: string,
  text: string,
  instantOf: InstantReader,
): RowReading {
  const direction = directions.get(type ?? '');
  if (direction !== 'in' && direction !== 'out') {
    return skipped(direction === 'not_sent' ? direction : 'direction');
  }
  const occurredAt = instantOf(attributes.get('date'));
  if (occurredAt === null) {
    return skipped('date');
  }
  const contact = isContact(attributes.get('contact_name'), sender);
  return { kind: 'row', row: { kind: 'text', direction, sender, contact, durationSeconds: null, occurredAt, text } };
}
