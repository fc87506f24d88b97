import { describe, expect, it } from 'vitest';
import { readMessage } from '#shared/intake/reading/read-message.ts';
import { labelledTexts } from '#test/support/sms/labelled-texts.ts';
import { inCountry } from '#test/support/sms/reading-contexts.ts';

const body = 'You have won! Call 0800 555 0199 or text WIN to 87121';
const number = '+447700900123';

/** The message, the sender, and the text where it is another. */
const forwards: ReadonlyArray<readonly [message: string, sender: string | null, text?: string]> = [
  // The number first.
  [`From +447700900123: ${body}`, number],
  [`From: 07700 900123\n${body}`, number],
  [`from 07700900123 ${body}`, number],
  [`FROM: +44 (0)7700 900123 - ${body}`, number],
  [`Sender: +447700900123\n\n${body}`, number],
  [`From: 87077: ${body}`, '87077'],
  [`From 87077\n${body}`, '87077'],
  [`From: HMRC: ${body}`, 'HMRC'],
  [`From: Royal Mail\n${body}`, 'ROYAL MAIL'],
  [`From VM-HDFCBK: ${body}`, 'VM-HDFCBK'],
  [`From: winner@example.com\n${body}`, 'winner@example.com'],
  // A name and a number.
  [`From: Some Body (+44 7700 900123)\n${body}`, number],
  [`From: Some Body <07700900123>: ${body}`, number],
  [`From: Some Body +44 7700 900123\n${body}`, number],
  [`From: +44 7700 900123 (Some Body): ${body}`, number],
  [`From: Dr. O'Neil (07700 900123): ${body}`, number],
  [`Forwarded from:\nSome Body\n+44 7700 900123\n${body}`, number],
  [`Forwarded from:\n+44 7700 900123\n\n${body}`, number],
  [`Forwarded from:\n\nHMRC\n\n${body}`, 'HMRC'],
  [`Forwarded message from:\nSome Body (+44 7700 900123)\n${body}`, number],
  // The number alone on its line.
  [`+447700900123\n${body}`, number],
  [`07700 900123\n\n${body}`, number],
  [`87077\n${body}`, '87077'],
  [`VM-HDFCBK\n${body}`, 'VM-HDFCBK'],
  [`HMRC\n${body}`, 'HMRC'],
  [`Number: 07700 900123\n${body}`, number],
  // Marks of a forward.
  [`Fwd: ${body}`, null],
  [`FW: ${body}`, null],
  [`Forwarded message:\n${body}`, null],
  [
    `---------- Forwarded message ---------\nFrom: Some Body <+447700900123>\nDate: Sat, 21 Nov 2026 at 10:00\nTo: +447700900199\n\n${body}`,
    number,
  ],
  [`Begin forwarded message:\n\nFrom: +447700900123\nSubject: Prize\n\n${body}`, number, `Prize\n\n${body}`],
  [`Fwd: From: 07700900123\n${body}`, number],
  [`*From:* +447700900123\n*Text:* ${body}`, number],
  [`📩 From: +447700900123\n📅 Date: 21/11/2026 10:00\n${body}`, number],
  [`Date: 21/11/2026\nFrom: +447700900123\n${body}`, number],
  // Quotations.
  [`> ${body}`, null],
  [`> From: 87077\n> ${body}`, '87077'],
  [`On 21 Nov 2026 at 10:00, +44 7700 900123 wrote:\n> ${body}`, number],
  [`+44 7700 900123 wrote:\n${body}`, number],
  // Copied from a chat.
  [`[21/11/2026, 10:00:15] +44 7700 900123: ${body}`, number],
  [`[10:00, 21/11/2026] +44 7700 900123: ${body}`, number],
  [`[21/11/2026, 10:00] HMRC: ${body}`, 'HMRC'],
  [`\u200E[21.11.26, 10:00:15] \u202A+44 7700 900123\u202C: ${body}`, number],
  [`21/11/2026, 10:00 - +44 7700 900123: ${body}`, number],
  [`[21/11/2026, 10:00] +44 7700 900123: one\n[21/11/2026, 10:01] +44 7700 900123: two`, number, 'one\ntwo'],
  [`Text Message\nToday 10:00 AM\n${body}`, null],
  [`+44 7700 900123\nToday 10:00 AM\n${body}`, number],
  // A gateway's prefix.
  [`Sent from your Twilio trial account - ${body}`, null],
  [`Sent from your Twilio trial account - From +447700900123: ${body}`, number],
  [`FRM:winner@example.com\nSUBJ:Prize\nMSG:${body}`, 'winner@example.com', `Prize\n${body}`],
  [`(+447700900123) ${body}`, number],
  [`[+447700900123]: ${body}`, number],
  [`<Forwarded from 87077>${body}`, '87077'],
  [`+447700900123: ${body}`, number],
  [`VM-HDFCBK: ${body}`, 'VM-HDFCBK'],
  // At the end.
  [`${body}\nFrom: +447700900123`, number],
  [`${body}\n\nSent from 87077`, '87077'],
  [`${body}\n(Sender: HMRC)`, 'HMRC'],
  // In the other languages.
  [`De: +447700900123\n${body}`, number],
  [`Mensaje reenviado de +447700900123: ${body}`, number],
  [`Reenviado:\nRemitente: Alguien (+447700900123)\nFecha: 21/11/2026\n${body}`, number],
  [`De : +44 7700 900123\n${body}`, number],
  [`Transféré de : Quelqu'un\n+44 7700 900123\n\n${body}`, number, body],
  [`Expéditeur : HMRC\n${body}`, 'HMRC'],
  [`Le 21 nov. 2026 à 10:00, +44 7700 900123 a écrit :\n> ${body}`, number],
  [`Von: +447700900123\n${body}`, number],
  [`WG: Von: Jemand (+447700900123)\n${body}`, number],
  [`Am 21.11.2026 um 10:00 schrieb +44 7700 900123:\n> ${body}`, number],
  [`Weitergeleitete Nachricht von +447700900123: ${body}`, number],
  [`От: +447700900123\n${body}`, number],
  [`Переслано от:\nКто-то\n+44 7700 900123\n${body}`, number],
  [`Отправитель: HMRC\nДата: 21.11.2026\n${body}`, 'HMRC'],
  [`प्रेषक: +447700900123\n${body}`, number],
  [`+447700900123 द्वारा: ${body}`, number],
  [`+447700900123 से: ${body}`, number],
];

describe('a forwarded text', () => {
  it.each(forwards.map(([message, sender, text]) => [message, sender, text ?? body] as const))(
    '%j',
    (message, sender, text) => {
      const reading = readMessage(message, inCountry('GB'));
      expect(reading).toMatchObject({ kind: 'text', text, piece: null });
      expect(reading.kind === 'text' ? (reading.sender?.sender.value ?? null) : reading).toBe(sender);
    },
  );

  it.each([
    body,
    'call 0800 555 0199 now',
    'Call us on 07700 900123: prizes wait',
    '0800 555 0199 - call now and win',
    '482913: this is your login code',
    '10:00: meet me at the bank',
    'AMAZON: your parcel is waiting',
    'URGENT: your account is locked',
    'From 8am to 9pm all calls are free',
    'From today: 50% off everything',
    'From your bank: please call 0800 555 0199',
    'De 9h à 18h appelez le 0899 55 50 12',
    'Von 100 auf 500 Euro in 3 Tagen',
    'От 500 руб в день',
    'URGENT\nYour account is locked, call 0800 555 0199',
    'Hi\nThis is Lily',
    'Message from mum: call me',
    'Date: tonight?',
    'To: all winners',
    'Text: WIN to 87121',
    '> one line quoted\nand one that is not',
  ])('%j names no sender and stays whole: what it mentions is where to call', (text) => {
    expect(readMessage(text, inCountry('GB'))).toMatchObject({ kind: 'text', text, sender: null });
  });

  it.each([
    ['112', 'GB'],
    ['911', 'US'],
    ['7726', 'GB'],
    ['+1 415 555 0100', 'GB'],
  ])('from %s in %s loses the wrapper, and nobody is accused', (sender, country) => {
    expect(readMessage(`From: ${sender}\n${body}`, inCountry(country))).toMatchObject({ text: body, sender: null });
  });

  it('keeps its own characters and line ends', () => {
    const text = 'Ｗｉｎ 𝗔𝗺𝗮𝘇𝗼𝗻\r\n\tcafé\u200B\u202Etxet 😀';
    expect(readMessage(`From: 87077\r\n${text}`, inCountry('GB'))).toMatchObject({ text: text.replace('\r', '') });
  });

  it('loses control characters and broken surrogates, which cannot be stored', () => {
    expect(readMessage('You\u0000 won\u001B[31m \uD800', inCountry('GB'))).toMatchObject({
      text: 'You won[31m \uFFFD',
    });
  });
});

describe('a hundred texts like spam, forwarded in four forms', () => {
  it.each(labelledTexts.map(({ country, text }) => [country, text] as const))('%s: %s', (country, text) => {
    const sender = { sender: { value: number } };
    const read = (message: string) => readMessage(message, inCountry(country));
    expect(read(text)).toEqual({ kind: 'text', text, sender: null, piece: null });
    expect(read(`From ${number}: ${text}`)).toMatchObject({ kind: 'text', text, sender });
    expect(read(`${number}\n${text}`)).toMatchObject({ kind: 'text', text, sender });
    expect(read(`Forwarded from:\nSome Body\n${number}\n\n${text}`)).toMatchObject({ kind: 'text', text, sender });
  });
});

describe('a piece of a long text', () => {
  it.each([
    ['(1/2) You have', 'You have', 1, 2],
    ['(2/2) won', 'won', 2, 2],
    ['1/2: You have', 'You have', 1, 2],
    ['[2/3] won', 'won', 2, 3],
    ['1/3) You', 'You', 1, 3],
    ['(1 of 2) You have', 'You have', 1, 2],
    ['You have (1/2)', 'You have', 1, 2],
    ['won [2/2] ', 'won', 2, 2],
    ['From +447700900123: (1/2) You have', 'You have', 1, 2],
    ['(1/2) From +447700900123: You have', 'You have', 1, 2],
  ])('%j', (message, text, count, total) => {
    expect(readMessage(message, inCountry('GB'))).toMatchObject({ text, piece: { number: count, total } });
  });

  it.each(['1/2 price today', 'Open 24/7: come in', '(3/2) odds', 'Valid until (1/12)', '(0/2) nothing', 'Win (9/10)'])(
    '%j is whole',
    (text) => {
      expect(readMessage(text, inCountry('GB'))).toMatchObject({ text, piece: null });
    },
  );
});
