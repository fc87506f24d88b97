import { describe, expect, it } from 'vitest';
import { mentionsIn } from '#shared/report/mentions/mentions.ts';
import { labelledTexts } from '#test/support/sms/labelled-texts.ts';

const inGb = (text: string) => mentionsIn(text, { country: 'GB' });
const hosts = (text: string) => inGb(text).domains.map(({ host }) => host);

describe('what a hundred texts mention', () => {
  it.each(labelledTexts.map((labelled) => [labelled.country, labelled.text, labelled] as const))(
    '%s: %s',
    (country, text, { domains, numbers, amounts }) => {
      const mentions = mentionsIn(text, { country });
      expect(mentions.domains.map(({ host }) => host)).toEqual(domains);
      expect(mentions.numbers).toEqual(numbers);
      expect(mentions.amounts.map(({ value, currency }) => `${value} ${currency}`)).toEqual(amounts);
    },
  );

  it('is a sample of a hundred', () => {
    expect(labelledTexts).toHaveLength(100);
  });
});

describe('domains', () => {
  it.each([
    ['http://login.bank.example.co.uk/a', 'login.bank.example.co.uk', 'example.co.uk'],
    ['www.example.com', 'www.example.com', 'example.com'],
    ['HTTPS://Example.COM:8443/a?b#c', 'example.com', 'example.com'],
    ['https://bank.example@evil.example.net/', 'evil.example.net', 'example.net'],
    ['http://203.0.113.9/x', '203.0.113.9', null],
    ['http://3405803785/x', '203.0.113.9', null],
    ['http://[2001:db8::1]/x', null, null],
    ['shop.github.io/x', 'shop.github.io', 'shop.github.io'],
    ['кредит-онлайн.рф', 'xn----8sbkdqibmrdgt3a.xn--p1ai', 'xn----8sbkdqibmrdgt3a.xn--p1ai'],
    ['xn--80ak6aa92e.com', 'xn--80ak6aa92e.com', 'xn--80ak6aa92e.com'],
    ['ｅｘａｍｐｌｅ．ｃｏｍ', 'example.com', 'example.com'],
    ['exam\u200Bple\u00AD.com', 'example.com', 'example.com'],
    ['example。com', 'example.com', 'example.com'],
    ['http://x.example/a', 'x.example', 'x.example'],
  ])('%j', (text, host, registrable) => {
    expect(inGb(`Go to ${text} now`).domains).toEqual(host === null ? [] : [{ host, registrable }]);
  });

  it.each([
    'hxxp://example.com/a',
    'hXXps://example[.]com',
    'h**p://example.com',
    'hxxp[:]//example[.]com',
    'https : // example.com',
    'example[.]com',
    'example(dot)com',
    'example [dot] com',
    'example{.}com',
    'example . com',
    'example dot com',
    'example.com.Reply',
    'example.com-win',
    'example.com2win',
  ])('%j is example.com, however it was disguised or glued', (text) => {
    expect(hosts(`Look: ${text} ok`)).toEqual(['example.com']);
  });

  it.each([
    'ok.So what',
    'great.In stock',
    'CALL NOW.IT IS FREE',
    'sleep well.you need it',
    'be there at 9.30.to see you',
    'see u soon.xxx',
    'e.g. this, i.e. that',
    'photo.jpg and notes.txt',
    'Hmm...ok',
    'mail.winner@example.com',
    'v1.2.3',
    'hot mail. Com you see',
    'example.invalid.notatld',
  ])('%j mentions none', (text) => {
    expect(hosts(text)).toEqual([]);
  });
});

describe('call-back numbers', () => {
  it.each([
    ['GB', 'Call 0871 555 0123 or 09061555012', ['+448715550123', '+449061555012']],
    ['GB', 'ring 08715550123150p/min', ['+448715550123']],
    ['GB', 'Text WIN to 87121. Or send STOP 2 87122', ['87121', '87122']],
    ['GB', 'txt> CSH11 and send to 87575', ['87575']],
    ['US', 'Reply YES to shortcode 62468', ['62468']],
    ['US', 'Call 413-555-0142 (not 911)', ['+14135550142']],
    ['US', '1 800 555 0199', ['+18005550199']],
    ['DE', 'Ruf 0151/23456789 an', ['+4915123456789']],
    ['IN', 'Call 1800-123-4567. 5 lakh', ['+9118001234567']],
    ['RU', 'Звоните 8(495)123-45-67 сегодня', ['+74951234567']],
    [null, 'Call +44 7700 900123 or 07700 900124', ['+447700900123']],
  ])('in %s: %s', (country, text, numbers) => {
    expect(mentionsIn(text, { country }).numbers).toEqual(numbers);
  });

  it.each([
    'Your code is 482913',
    'Meet on 21/11/2026 at 10:30',
    'Win 20,000 pounds to 100',
    'Order 20261121-5550123',
    'Card 4111 1111 1111 1111',
    'https://example.com/07700900123',
    'Call 999 in an emergency',
    'text me before 2026',
    'text to 150 people',
  ])('%j has none', (text) => {
    expect(inGb(text).numbers).toEqual([]);
  });
});

describe('amounts', () => {
  it.each([
    ['GB', '£1,000.50', 1000.5, 'GBP'],
    ['GB', '150p', 1.5, 'GBP'],
    ['GB', '10p/min', 0.1, 'GBP'],
    ['GB', 'GBP4.50', 4.5, 'GBP'],
    ['DE', '1.000,50 €', 1000.5, 'EUR'],
    ['FR', '12 500 euros', 12_500, 'EUR'],
    ['IN', 'Rs. 5,00,000', 500_000, 'INR'],
    ['IN', '₹2 crore', 20_000_000, 'INR'],
    ['RU', '500 000 рублей', 500_000, 'RUB'],
    ['US', '$1.5 million', 1_500_000, 'USD'],
    ['CA', '$20', 20, 'CAD'],
    ['GB', '$20', 20, null],
    ['US', 'US$20', 20, 'USD'],
    ['US', '£20', 20, 'GBP'],
  ])('in %s: %s', (country, text, value, currency) => {
    expect(mentionsIn(`Win ${text} now`, { country }).amounts).toEqual([{ value, currency }]);
  });

  it.each(['Win 500 now', '1080p video', '24 hours', 'Rs', 'page 12p3', '100%'])('%j has none', (text) => {
    expect(mentionsIn(text, { country: 'US' }).amounts).toEqual([]);
  });
});

describe('any text', () => {
  it('mentions at most ten of each, and each once', () => {
    const many = Array.from({ length: 30 }, (_, at) => `www.example${at}.com +4477009001${at + 10} £${at + 1}`).join(
      ' ',
    );
    const { domains, numbers, amounts } = inGb(`${many} ${many}`);
    expect([domains.length, numbers.length, amounts.length]).toEqual([10, 10, 10]);
    expect(new Set(numbers).size).toBe(10);
    expect(domains[0]?.host).toBe('www.example0.com');
  });
});
