import type { Direction } from '../log-row.ts';

/** What carriers, exchanges and phones write, lower case, without accents; the first that occurs decides. */
const words: readonly (readonly [Direction, readonly string[]])[] = [
  [
    'out',
    [
      'outgoing',
      'outbound',
      'dialed',
      'dialled',
      'placed',
      'sent',
      'ausgehend',
      'saliente',
      'sortant',
      'emis',
      'effettuata',
      'исходящ',
    ],
  ],
  ['voicemail', ['voicemail', 'voice mail', 'mailbox', 'buzon', 'messagerie']],
  [
    'rejected',
    ['rejected', 'declined', 'blocked', 'abgewiesen', 'abgelehnt', 'rechazada', 'rejete', 'refuse', 'отклон'],
  ],
  [
    'missed',
    [
      'missed',
      'unanswered',
      'not answered',
      'no answer',
      'cancelled',
      'canceled',
      'verpasst',
      'entgangen',
      'perdida',
      'manque',
      'пропущ',
    ],
  ],
  [
    'in',
    [
      'incoming',
      'inbound',
      'received',
      'answered',
      'eingehend',
      'angenommen',
      'entrante',
      'recibida',
      'entrant',
      'recu',
      'входящ',
    ],
  ],
];
const exact: ReadonlyMap<string, Direction> = new Map([
  ['in', 'in'],
  ['i', 'in'],
  ['mt', 'in'],
  ['out', 'out'],
  ['o', 'out'],
  ['mo', 'out'],
]);
const longest = 64;

/** Which way a call went, in the words of its log; null where they do not say. */
export function readDirection(text: string): Direction | null {
  if (text.length > longest) {
    return null;
  }
  const said = text
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/g, '');
  return exact.get(said) ?? words.find(([, known]) => known.some((word) => said.includes(word)))?.[0] ?? null;
}
