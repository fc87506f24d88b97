import { describe, expect, it } from 'vitest';
import { readMessage } from '#shared/intake/reading/read-message.ts';
import type { Reading } from '#shared/intake/reading/reading.ts';
import { inCountry } from '#test/support/sms/reading-contexts.ts';

const read = (text: string) => readMessage(text, inCountry('US'));

const words: ReadonlyArray<readonly [Reading['kind'], string | null, string]> = [
  ['opt_out', null, 'STOP STOPALL OPTOUT OPT-OUT TD REVOKE'],
  ['opt_out', 'en', 'END CANCEL UNSUBSCRIBE QUIT REMOVE'],
  ['opt_out', 'es', 'ALTO BAJA PARAR CANCELAR'],
  ['opt_out', 'fr', 'ARRET ARRÊT DÉSABONNER'],
  ['opt_out', 'de', 'STOPP ABMELDEN ABBESTELLEN'],
  ['opt_out', 'ru', 'СТОП ОТПИСКА ОТКАЗ'],
  ['opt_out', 'hi', 'रोकें बंद स्टॉप'],
  ['opt_in', null, 'START UNSTOP'],
  ['opt_in', 'en', 'YES'],
  ['opt_in', 'es', 'SÍ SI INICIAR ALTA'],
  ['opt_in', 'fr', 'OUI REPRENDRE'],
  ['opt_in', 'de', 'JA STARTEN'],
  ['opt_in', 'ru', 'СТАРТ ДА'],
  ['opt_in', 'hi', 'शुरू हां हाँ'],
  ['help', null, 'HELP INFO'],
  ['help', 'es', 'AYUDA'],
  ['help', 'fr', 'AIDE'],
  ['help', 'de', 'HILFE'],
  ['help', 'ru', 'ПОМОЩЬ СПРАВКА'],
  ['help', 'hi', 'मदद सहायता'],
  ['skip', null, 'SKIP'],
  ['skip', 'en', 'Unknown withheld'],
  ['skip', 'es', 'OMITIR SALTAR'],
  ['skip', 'fr', 'PASSER INCONNU'],
  ['skip', 'de', 'UNBEKANNT ÜBERSPRINGEN'],
  ['skip', 'ru', 'ПРОПУСТИТЬ НЕИЗВЕСТНО'],
  ['skip', 'hi', 'छोड़ें अज्ञात'],
];
const table = words.flatMap(([kind, language, list]) => list.split(' ').map((word) => [word, kind, language] as const));

/** How people answer "who sent it?" who cannot tell. */
const cannotTell: ReadonlyArray<readonly [string | null, string]> = [
  [null, 'No'],
  ['en', 'Unknown number'],
  ['en', 'No caller ID'],
  ['en', 'Not sure.'],
  ['es', 'Número desconocido'],
  ['es', 'Ni idea'],
  ['fr', 'Numéro masqué'],
  ['fr', 'Aucune idée'],
  ['de', 'Unbekannte Nummer'],
  ['de', 'Weiß ich nicht'],
  ['ru', 'Неизвестный номер'],
  ['hi', 'अज्ञात नंबर'],
  [null, 'SKIP please'],
  ['en', 'Nope'],
  ['fr', 'Je sais pas'],
  ['ru', 'Незнаю'],
  ['hi', 'pata nahi'],
];

describe('a keyword', () => {
  it.each(cannotTell)('%s: %j skips the question', (language, text) => {
    expect(read(text)).toEqual({ kind: 'skip', language });
  });

  it.each(['No longer valid', 'Unknown number called you', 'None of your business'])('%j does not', (text) => {
    expect(read(text).kind).toBe('text');
  });

  it.each(table)('%s means %s (%s)', (word, kind, language) => {
    expect(read(word)).toEqual({ kind, language });
  });

  it.each([
    'stop',
    'Stop',
    ' STOP\n',
    '"STOP"',
    '“Stop.”',
    '«STOP»',
    'STOP!!!',
    '*STOP*',
    'ＳＴＯＰ',
    'S\u200BTOP',
    'Stop all',
  ])('%j acts: case, blanks, quotes, final punctuation and invisible characters are nothing', (text) => {
    expect(read(text)).toEqual({ kind: 'opt_out', language: null });
  });

  it.each([
    'STOP paying too much, click deals.example.com',
    'END of summer sale: everything must go',
    'Stop! Your account is locked',
    'HELP your friends win',
    'START earning today',
    'YES you won',
    'CANCEL your debts now',
    'Info: your parcel is waiting',
    'Skip the queue',
    'please stop texting',
    'STOP STOP',
    'STOP 7726',
    'СТОП кредитам',
    'Hilfe für Schuldner',
    'Baja de peso ya',
  ])('%j is a text: the word is not the whole message', (text) => {
    expect(read(text)).toMatchObject({ kind: 'text', text, sender: null });
  });

  it.each([
    'STOP please',
    'HELP, thanks',
    'STATUS pls',
    'DELETE please',
    'STOP\nYour account is locked',
    'INFO\nYou won',
  ])('%j is nobody called so', (text) => {
    expect(read(text)).toMatchObject({ kind: 'text', text, sender: null });
    expect(read(text)).not.toHaveProperty('couldBeSender');
  });

  it('in look-alike letters is none', () => {
    expect(read('SТOP').kind).toBe('text');
  });
});

describe('STATUS and DELETE', () => {
  const codes = [
    'K7Q2-9MZD-4TWX-81CB',
    'K7Q29MZD4TWX81CB',
    'k7q2 9mzd 4twx 81cb',
    'K7Q2 9MZD-4TWX 81CB',
    'K 7 Q 2 9 M Z D 4 T W X 8 1 C B',
    'k7q29mzd 4twx81cb',
  ];

  it.each(codes)('STATUS %s is asked for that report', (code) => {
    expect(read(`STATUS ${code}`)).toEqual({ kind: 'status', code, language: null });
    expect(read(`status: ${code}.`)).toEqual({ kind: 'status', code, language: null });
    expect(read(`Status ref ${code}`)).toEqual({ kind: 'status', code, language: null });
    expect(read(`DELETE ${code}`)).toEqual({ kind: 'delete', code, language: null });
  });

  it.each([
    ['STATUS', 'status', null],
    ['Estado', 'status', 'es'],
    ['ÉTAT', 'status', 'fr'],
    ['Статус', 'status', 'ru'],
    ['स्थिति', 'status', 'hi'],
    ['DELETE', 'delete', null],
    ['BORRAR', 'delete', 'es'],
    ['SUPPRIMER', 'delete', 'fr'],
    ['LÖSCHEN', 'delete', 'de'],
    ['УДАЛИТЬ', 'delete', 'ru'],
    ['हटाएं', 'delete', 'hi'],
  ])('%s alone means the latest report', (word, kind, language) => {
    expect(read(word)).toEqual({ kind, code: null, language });
    expect(read(`${word} K7Q2-9MZD-4TWX-81CB`)).toEqual({ kind, code: 'K7Q2-9MZD-4TWX-81CB', language });
  });

  it('take what looks like a code though it is none, so that the answer is the same for it', () => {
    expect(read('STATUS K7Q2-9MZD')).toEqual({ kind: 'status', code: 'K7Q2-9MZD', language: null });
    expect(read('DELETE 12345')).toEqual({ kind: 'delete', code: '12345', language: null });
  });

  it('are understood without the word, since a receipt is nothing else', () => {
    expect(read('K7Q2-9MZD-4TWX-81CB')).toEqual({ kind: 'status', code: 'K7Q2-9MZD-4TWX-81CB', language: null });
  });

  it.each([
    'STATUS update on your parcel: pay now',
    'STATUS call back this week',
    'Status of your loan approved',
    'Status: suspended',
    'DELETE your old photos',
    'Delete this message',
    'callbackthisweek',
    '4111 1111 1111 1111',
  ])('%j is a text', (text) => {
    expect(read(text).kind).toBe('text');
  });
});

describe('the words that our replies ask for', () => {
  it.each([
    'STOP',
    'HELP',
    'SKIP',
    'UNBEKANNT',
    'HILFE',
    'OMITIR',
    'AYUDA',
    'PASSER',
    'AIDE',
    'СТОП',
    'ПОМОЩЬ',
    'НЕ ЗНАЮ',
  ])('%s is understood', (word) => {
    expect(['opt_out', 'help', 'skip']).toContain(read(word).kind);
  });
});
