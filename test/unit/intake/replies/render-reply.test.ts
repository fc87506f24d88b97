import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, test } from 'vitest';
import { languages } from '#shared/intake/language.ts';
import { renderReply } from '#shared/intake/replies/render-reply.ts';
import { replyLimits } from '#shared/intake/replies/reply-messages.ts';
import { countSegments } from '#shared/intake/replies/segments.ts';
import { aReceipt, everyReply } from '#test/support/sms/every-reply.ts';

const longest = {
  programme: 'W'.repeat(replyLimits.programme),
  helpContact: 'ö'.repeat(replyLimits.helpContact),
};
const usual = { programme: 'Ringfence', helpContact: 'help@ringfence.example' };

describe.each(languages)('replies in %s', (language) => {
  const say = (reply: ReturnType<typeof everyReply>[number]) => renderReply(reply, language, usual);

  test.each(everyReply())('$kind $verdict$status$why is one segment with the longest names', (reply) => {
    const text = renderReply(reply, language, longest);
    const encoding = language === 'ru' || language === 'hi' ? 'ucs2' : 'gsm7';
    expect(countSegments(text), text).toMatchObject({ encoding, segments: 1 });
    // Counted once more, by somebody else's program.
    const other = new SegmentedMessage(text);
    expect([other.encodingName, other.segmentsCount], text).toEqual([encoding === 'gsm7' ? 'GSM-7' : 'UCS-2', 1]);
    expect(text).toBe(text.trim().normalize('NFC'));
  });

  test('no two replies read the same', () => {
    const texts = everyReply().map(say);
    expect(new Set(texts).size).toBe(texts.length);
  });

  test('a receipt stands in every reply about a report, without hyphens', () => {
    for (const reply of everyReply().filter((each) => 'receipt' in each)) {
      expect(say(reply)).toContain(aReceipt);
    }
  });

  test('whoever is asked for a sender is told how to say nothing', () => {
    for (const reply of everyReply()) {
      const asks =
        reply.kind === 'question' || reply.kind === 'not_a_sender' || (reply.kind === 'receipt' && reply.askNext);
      expect(/ (SKIP|OMITIR|PASSER|UNBEKANNT|НЕ ЗНАЮ)\b|НЕ ЗНАЮ$/.test(say(reply)), say(reply)).toBe(asks);
    }
  });

  test('HELP names the programme, a contact, what it may cost, and STOP', () => {
    const help = say({ kind: 'help' });
    expect(help).toMatch(/^Ringfence ?: .*help@ringfence\.example/);
    expect(help).toMatch(/rates may apply|tarif|frais|тариф|शुल्क/i);
    expect(help).toMatch(/STOP|СТОП/);
  });

  test('who opted out is told by whom, and how to come back', () => {
    expect(say({ kind: 'opted_out' })).toMatch(/^Ringfence.*(START|СТАРТ)/);
  });

  test('a verdict is a possible violation, never a crime', () => {
    for (const text of everyReply().map(say)) {
      expect(text).not.toMatch(
        /illegal|ilegal|illégal|guilty|fraud|crime|незакон|преступ|अवैध|अपराध|rechtswidrig|straf/i,
      );
    }
    expect(say({ kind: 'receipt', receipt: aReceipt, verdict: 'possible_violation', askNext: false })).toMatch(
      /possible violation|posible incumplimiento|infraction possible|возможно нарушение|संभावित उल्लंघन|möglicher Verstoß/,
    );
  });
});

test('a question as an American reads it', () => {
  expect(renderReply({ kind: 'question', receipt: aReceipt }, 'en', usual)).toBe(
    `Thanks, your report is saved. Now reply with the number or name the text came from, or SKIP. Ref ${aReceipt}. Reply STOP to end.`,
  );
});
