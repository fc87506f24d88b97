import { describe, expect, it } from 'vitest';
import { displaySender, lineEnding } from '#shared/sender/display-sender.ts';
import { phoneSender } from '#shared/sender/phone-facts.ts';
import type { Sender } from '#shared/sender/sender.ts';

const other = (type: Sender['type'], value: string | null): Sender => ({
  type,
  value,
  validity: 'not_applicable',
  country: null,
});

describe('a sender shown to people', () => {
  it.each([
    [phoneSender('+18005550142'), '+1 800 555 0142'],
    [phoneSender('+442079460123'), '+44 20 7946 0123'],
    [phoneSender('+390655501234'), '+39 06 5550 1234'],
    [phoneSender('+999123456789'), '+999123456789'],
    [phoneSender('+15550142'), '+1 5550142'],
    [other('short_code', '88022'), '88022'],
    [other('alphanumeric', 'VM-HDFCBK'), 'VM-HDFCBK'],
    [other('email', 'offers@deals.example'), 'offers@deals.example'],
    [other('withheld', null), 'withheld'],
    [other('unknown', null), 'unknown'],
  ])('%j is %s', (sender, shown) => {
    expect(displaySender(sender)).toBe(shown);
  });

  it('shows two digits of a line', () => {
    expect(lineEnding({ e164: '+14135550142', country: 'US', validity: 'valid' })).toBe('42');
  });
});
