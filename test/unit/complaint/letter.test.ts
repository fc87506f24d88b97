import { describe, expect, test } from 'vitest';
import { complaintDocumentSchema } from '#shared/complaint/complaint-document.ts';
import { draftDocument, sha256Of } from '#shared/complaint/draft-document.ts';
import { unwrapped } from '#shared/complaint/plain-text.ts';
import type { Finding } from '#shared/law/finding.ts';
import type { ReportContent } from '#shared/report/report.ts';
import type { ReportInput } from '#shared/report/report-input.ts';
import { aContent, aReport, ftc, violation } from '#test/support/complaint/builders.ts';

const draft = (
  input: Partial<ReportInput> = {},
  content: Partial<ReportContent> = {},
  findings: readonly Finding[] = [violation],
) => draftDocument('0123456789ABCDEFGHJKMNPQRS', ftc, aReport(), aContent(input, content), findings);

describe('the document', () => {
  test('fits its schema, and its hash is of its own bytes', () => {
    const { document, json, sha256 } = draft();
    expect(complaintDocumentSchema.parse(JSON.parse(json))).toEqual(document);
    expect(sha256).toBe(sha256Of(json));
  });

  test('says when it happened on the wall of the called person and in UTC', () => {
    expect(draft().document.contact).toMatchObject({
      date: '2026-11-20',
      at: '2026-11-21T01:41:00Z',
      localTime: '20:41:00',
      timeZone: 'America/New_York',
    });
  });

  test('gives a date alone where no time is known', () => {
    const { document } = draft(
      { occurredAt: '2026-11-20' },
      { occurred: { at: '2026-11-20T00:00:00Z', timeKnown: false } },
    );
    expect(document.contact).toMatchObject({ date: '2026-11-20', at: null, localTime: null });
  });

  test('keeps what the display showed apart from the number it stands for', () => {
    expect(draft().document.sender).toMatchObject({
      shown: '(202) 555-0143',
      value: '+12025550143',
      validity: 'valid',
    });
  });

  test('tells a list from the reporter’s own statement, and shows both', () => {
    const list = { registry: 'us-national', registered: false, since: null, noLaterThan: null, asOf: '2026-11-01' };
    const { document } = draft(
      {},
      { registry: { lists: [list], statement: { registry: 'us-national', since: '2019-03-01' } } },
    );
    expect(document.registry).toMatchObject([
      { source: 'list', registered: false, asOf: '2026-11-01' },
      { source: 'statement', registered: true, since: '2019-03-01', asOf: null },
    ]);
  });

  test('tells the registry’s own answer to a question from both, in the letter too', () => {
    const query = {
      ...{ registry: 'au-dncr', registered: true, since: null, noLaterThan: '2026-11-01', asOf: '2026-11-01' },
      source: 'query' as const,
    };
    const { document, letter } = draft({}, { registry: { lists: [query], statement: null } });
    expect(document.registry).toMatchObject([{ source: 'query', registry: 'au-dncr', asOf: '2026-11-01' }]);
    // The line is broken to the width of a letter.
    expect(letter.replaceAll(/\s+/g, ' ')).toContain(
      'The Do Not Call Register of Australia, by its answer to a question: registered, since 2026-11-01 or earlier, as of 2026-11-01',
    );
  });

  test('holds the confirmation of the registry that the complainant gave, as theirs', () => {
    const { document, letter } = draft({ registryConfirmation: 'You registered the number\nending in 0142.' });
    expect(document.statements.registryConfirmation).toBe('You registered the number\nending in 0142.');
    expect(letter).toContain(
      'THE CONFIRMATION OF THE REGISTRY, AS THE COMPLAINANT RECEIVED IT\n> You registered the number\n> ending in 0142.\n',
    );
    expect(draft().json).not.toContain('registryConfirmation');
  });

  test('holds the findings this regulator takes, also those that speak for the caller', () => {
    const exempt: Finding = { ...violation, verdict: 'exempt', reason: 'A customer.' };
    const other: Finding = { ...violation, rule: 'MA-DNC' };
    const silent: Finding = { ...violation, verdict: 'not_shown' };
    expect(draft({}, {}, [violation, exempt, other, silent]).document.findings.map(({ verdict }) => verdict)).toEqual([
      'violation',
      'exempt',
    ]);
  });

  test('is the same, byte for byte, for the same version of a report', () => {
    expect(draft().json).toBe(draft().json);
    expect(draft().letter).toBe(draft().letter);
  });
});

describe('the letter', () => {
  test('reads as a letter', () => {
    expect(draft().letter).toMatchInlineSnapshot(`
      "To: Federal Trade Commission
      Complaint: 0123456789ABCDEFGHJKMNPQRS
      Reported on: 2026-11-21

      Complaint about an unwanted telephone call

      THE COMPLAINANT
      Name: Ada Moore
      E-mail: ada@example.org

      THE TELEPHONE CALL
      Received on: +14135550142
      Date: 2026-11-20
      Local time: 20:41:00 (America/New_York)
      Time in UTC: 2026-11-21T01:41:00Z

      WHO IT CAME FROM
      As shown: (202) 555-0143
      Sender: +12025550143

      THE DO-NOT-CALL REGISTRY
      The national Do Not Call Registry, as the complainant states: registered,
          since 2019-03-01

      WHAT THE COMPLAINANT STATES
      Purpose: sale

      RULES THAT APPEAR TO HAVE BEEN BROKEN
      - 16 CFR 310.4 (US-DNC-REG): The line was on the registry and the call was a
        sale.

      The complainant agreed that this complaint goes to the regulator named
      above. It says what the complainant reported: the number shown may have been
      forged, and nobody has yet established that it is so.
      "
    `);
  });

  test('a name cannot forge a heading or a field', () => {
    const { letter } = draft({
      complainant: { name: 'Ada\nTo: Somebody Else\u2028Date: 1999-01-01\u0085THE COMPLAINANT', consent: true },
    });
    expect(letter.split('\n').filter((line) => /^(To|Reported on|Date): /.test(line))).toEqual([
      'To: Federal Trade Commission',
      'Reported on: 2026-11-21',
      'Date: 2026-11-20',
    ]);
    expect(letter.match(/^THE COMPLAINANT$/gm)).toHaveLength(1);
  });

  test('a message is quoted line by line, however it breaks its lines', () => {
    const { letter } = draft({ kind: 'text', text: 'Win!\r\nTo: me\u2029RULES THAT\u000bnothing' });
    expect(letter).toContain('> Win!\n> To: me\n> RULES THAT\n> nothing\n');
  });

  test('control, direction and zero-width characters are gone; the rest stays', () => {
    const { letter } = draft({
      callerName: 'Ac\u202Ee\u0007 \u200BWarr\u0000anty\u2066 Ünïcode 日本 \u{1F600}',
    });
    expect(letter).toContain('Caller: Ace Warranty Ünïcode 日本 \u{1F600}');
    expect(/[\p{Cf}\p{Cs}]|[^\P{Cc}\n]/u.test(letter)).toBe(false);
  });

  test('no line is longer than 76 characters, whatever comes in', () => {
    const { letter } = draft({
      kind: 'text',
      text: `${'x'.repeat(500)} ${'two words '.repeat(50)}`,
      sellerName: '\u{1F600}'.repeat(190),
    });
    expect(Math.max(...letter.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(76);
  });

  test('says that the time is not known rather than midnight', () => {
    const { letter } = draft({}, { occurred: { at: '2026-11-20T00:00:00Z', timeKnown: false } });
    expect(letter).toContain('Time: not known');
    expect(letter).not.toContain('00:00');
  });

  test('claims no more than was reported', () => {
    expect(draft().letter.replaceAll('\n', ' ')).toContain('the number shown may have been forged');
  });
});

test('a letter on a screen has the same words, in lines that end where their matter ends', () => {
  const registryConfirmation = `You registered the number ending in 0142${' and nothing else'.repeat(4)}.\nGoodbye.`;
  const { letter } = draft({ registryConfirmation, callerName: `The ${'very '.repeat(20)}long name` });
  const shown = unwrapped(letter);
  const words = (text: string) => text.split(/\s+/).filter((word) => word !== '' && word !== '>');
  expect(words(shown)).toEqual(words(letter));
  const lines = shown.split('\n');
  expect(lines.filter((line) => line.startsWith(' '))).toEqual([]);
  expect(lines).toContain('> Goodbye.');
  expect(lines.at(-1)).toMatch(/^The complainant agreed .* established that it is so\.$/);
  expect(lines.find((line) => line.startsWith('Caller: '))).toMatch(/long name$/);
});

test('a link that is longer than a line is cut where nothing else stands, and is whole on a screen', () => {
  const link = (length: number) => `https://prize.example/${'c'.repeat(length - 22)}`;
  const text = `See ${link(70)} now, or ${link(140)} or later\nOr ${link(69)} Goodbye`;
  const { letter } = draft({ kind: 'text', text });
  expect(letter).not.toMatch(/c ccc?\b|c c /);
  const shown = unwrapped(letter).split('\n');
  expect(shown).toContain(`> See ${link(70)} now, or ${link(140)} or later`);
  expect(shown).toContain(`> Or ${link(69)} Goodbye`);
});
