import { describe, expect, it } from 'vitest';
import { readMessage } from '#shared/intake/reading/read-message.ts';
import { inCountry } from '#test/support/sms/reading-contexts.ts';

const call = (sender: string) => ({
  kind: 'complete',
  report: 'call',
  sender,
  text: null,
  date: null,
  time: null,
});

describe('a call in one message', () => {
  it.each([
    ['GB', 'CALL 0800 555 0199', '0800 555 0199'],
    ['GB', 'Call: +44 7700 900123.', '+44 7700 900123'],
    ['GB', 'VOICE 07700900123', '07700900123'],
    ['US', 'call (413) 555-0142', '(413) 555-0142'],
    ['US', 'CALL 1-800-FLOWERS', '1-800-FLOWERS'],
    ['US', 'CALL 88022', '88022'],
    ['FR', 'spam vocal 01 99 00 12 34', '01 99 00 12 34'],
    ['FR', 'SPAM VOCAL 0199001234', '0199001234'],
    ['ES', 'llamada 612345678', '612345678'],
    ['DE', 'Anruf 030 5550123', '030 5550123'],
    ['RU', 'Звонок 8 495 123-45-67', '8 495 123-45-67'],
    ['IN', 'कॉल ९८७६५४३२१०', '९८७६५४३२१०'],
    ['US', 'CALL withheld', 'withheld'],
    ['GB', 'Call private number', 'private number'],
  ])('in %s: %s', (country, text, sender) => {
    expect(readMessage(text, inCountry(country))).toEqual(call(sender));
  });

  it.each([
    'Call 0800 555 0199 now',
    'Call 0800 555 0199 or 0800 555 0198',
    'CALL ME',
    'call u later',
    'Call',
    'Voice mail waiting, dial 88022',
    'Calling 0800 555 0199',
  ])('%j is a text', (text) => {
    expect(readMessage(text, inCountry('GB'))).toMatchObject({ kind: 'text', text, sender: null });
  });

  it.each([
    ['CALL 911', 'US', 'emergency'],
    ['CALL 999', 'GB', 'emergency'],
    ['CALL 7726', 'US', 'ours'],
    ['call 415 555 0100', 'US', 'ours'],
  ] as const)('%s in %s may not be accused: %s', (text, country, why) => {
    expect(readMessage(text, inCountry(country))).toEqual({ kind: 'not_a_sender', why });
  });
});

describe("India's form for texts", () => {
  const form = (text: string, sender: string, date: string) => ({
    kind: 'complete',
    report: 'text',
    sender,
    text,
    date,
    time: null,
  });

  it.each([
    ['Win a car today, 9876543210, 21/11/26', form('Win a car today', '9876543210', '2026-11-21')],
    [
      'Win, win, win, and call now, +91 98765 43210, 1/2/2026',
      form('Win, win, win, and call now', '+91 98765 43210', '2026-02-01'),
    ],
    ['Loan offer,VM-HDFCBK,21/11/26', form('Loan offer', 'VM-HDFCBK', '2026-11-21')],
    ['Loan offer, vm-hdfcbk, 21-11-26.', form('Loan offer', 'vm-hdfcbk', '2026-11-21')],
    ['Loan offer, 56161, 21.11.26', form('Loan offer', '56161', '2026-11-21')],
    ['Loan offer; 9876543210; 21/11/26', form('Loan offer', '9876543210', '2026-11-21')],
    ['Line one\nline two\n9876543210\n21/11/26', form('Line one\nline two', '9876543210', '2026-11-21')],
    ['लोन ऑफर, 9876543210, २१/११/२६', form('लोन ऑफर', '9876543210', '2026-11-21')],
  ])('%j', (text, reading) => {
    expect(readMessage(text, inCountry('IN'))).toEqual(reading);
  });

  it.each([
    'Loan offer, 9876543210, 31/02/26',
    'Loan offer, 9876543210, 11/21/26',
    'Loan offer, 9876543210, 21/11',
    'Loan offer, 9876543210, 21 Nov 26',
    'Loan offer, 21/11/26, 9876543210',
    ', 9876543210, 21/11/26',
    'COMP TEL NO 9876543210',
    'Comp tel no, 21/11/26',
  ])('%j is nearly one in India, and a text elsewhere', (text) => {
    expect(readMessage(text, inCountry('IN'))).toEqual({ kind: 'nearly_a_form' });
    expect(readMessage(text, inCountry('GB')).kind).toBe('text');
  });

  it.each([
    'Call now, 9876543210',
    'Offer ends on Friday, 21/11/26',
    'Come, see, win',
    'We met John, Mary, 21/11/26',
    'Pay 500, 600, 700',
    'Pay before 21/11/26, or call 9876543210 today',
  ])('%j is a text in India too: a wrong guess would lose the report', (text) => {
    expect(readMessage(text, inCountry('IN'))).toMatchObject({ kind: 'text', text, sender: null });
  });

  it('outside India needs a date that can be read in one way only', () => {
    expect(readMessage('Win, +919876543210, 21/11/26', inCountry('US'))).toMatchObject({ date: '2026-11-21' });
    expect(readMessage('Win, +919876543210, 05/11/26', inCountry('US')).kind).toBe('text');
  });

  it('with an emergency number keeps the text and asks', () => {
    expect(readMessage('Win a car, 112, 21/11/26', inCountry('IN'))).toMatchObject({ kind: 'text', sender: null });
  });
});

describe("India's form for calls", () => {
  it.each([
    ['COMP TEL NO 9876543210, 21/11/26, Time 14:05', '14:05', null],
    ['Comp Tel No. 9876543210; 21/11/26; Time 2:05 pm', '14:05', null],
    ['comp tel no 9876543210, 21/11/2026, time 09:30, loan offer, again', '09:30', 'loan offer, again'],
    ['COMP TEL NO 9876543210, 21/11/26', null, null],
  ])('%s', (text, time, about) => {
    expect(readMessage(text, inCountry('IN'))).toEqual({
      kind: 'complete',
      report: 'call',
      sender: '9876543210',
      text: about,
      date: '2026-11-21',
      time,
    });
  });
});
