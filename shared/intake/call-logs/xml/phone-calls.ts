import { type Direction, type LogParser, type OnRow, type RowReading, skipped } from '../log-row.ts';
import { type InstantReader, instantReader, isContact, present } from './phone-values.ts';
import { type Tag, tagReader } from './tag-reader.ts';

/** Android's `CallLog.Calls.TYPE`. */
const directions: ReadonlyMap<string, Direction | 'answered_elsewhere'> = new Map([
  ['1', 'in'],
  ['2', 'out'],
  ['3', 'missed'],
  ['4', 'voicemail'],
  ['5', 'rejected'],
  // Blocked by the phone itself.
  ['6', 'rejected'],
  ['7', 'answered_elsewhere'],
]);

const wanted: ReadonlySet<string> = new Set(['number', 'duration', 'date', 'type', 'presentation', 'contact_name']);

/** Calls saved by SMS Backup & Restore: `<calls><call number= duration= date= type= presentation= contact_name= />…`. */
export function phoneCalls(onRow: OnRow): LogParser {
  let closed = false;
  const instantOf = instantReader();
  const reader = tagReader(
    {
      open: (tag) => {
        if (tag.name === 'call') {
          onRow(readCall(tag, instantOf));
        }
        closed ||= tag.name === 'calls' && tag.closed;
      },
      close: (name) => {
        closed ||= name === 'calls';
      },
    },
    { wanted },
  );
  return { write: reader.write, end: () => reader.end() === 0 && closed };
}

function readCall({ attributes }: Tag, instantOf: InstantReader): RowReading {
  if (attributes === null) {
    return skipped('malformed');
  }
  const direction = directions.get(attributes.get('type') ?? '');
  if (direction === undefined || direction === 'answered_elsewhere') {
    return skipped(direction ?? 'direction');
  }
  const occurredAt = instantOf(attributes.get('date'));
  if (occurredAt === null) {
    return skipped('date');
  }
  const number = present(attributes.get('number'));
  const duration = attributes.get('duration') ?? '';
  return {
    kind: 'row',
    row: {
      kind: 'call',
      direction,
      sender: shown(number, attributes.get('presentation')),
      contact: isContact(attributes.get('contact_name'), number),
      durationSeconds: /^\d{1,7}$/.test(duration) ? Number(duration) : null,
      occurredAt,
    },
  };
}

/** `CallLog.Calls.NUMBER_PRESENTATION`: 1 allowed, 2 restricted, 3 unknown, 4 payphone. */
function shown(number: string, presentation: string | undefined): string {
  return presentation === '2' || number === '-2' ? 'withheld' : presentation === '3' || number === '-1' ? '' : number;
}
