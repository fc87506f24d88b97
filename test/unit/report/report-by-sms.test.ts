import { describe, expect, test } from 'vitest';
import { missingFields } from '#shared/complaint/missing-fields.ts';
import { amendReport } from '#shared/report/amend-report.ts';
import { composeView } from '#shared/report/report-view.ts';
import { type TakeRequest, takeReport } from '#shared/report/take-report.ts';
import { reportFromItem, reportToItem } from '#shared/storage/report-item.ts';
import { takeDependencies } from '#test/support/take-dependencies.ts';

const reporterLine = '+14135550142';
const listed = {
  registry: 'us-national',
  registered: true,
  since: '2019-03-01',
  noLaterThan: null,
  asOf: '2026-11-20',
};

const byText = (over: Partial<TakeRequest['input']> = {}): TakeRequest => ({
  channel: 'sms',
  contactProof: 'sms',
  idempotencyKey: 'twilio/SM00000000000000000000000000000001',
  input: { kind: 'text', line: reporterLine, occurredAt: '2026-11-20', text: 'You won! Go to prize.example', ...over },
});

function dependencies() {
  const asked: string[] = [];
  const deps = takeDependencies({
    registry: {
      lookUp: async ({ e164 }) => {
        asked.push(e164);
        return [listed];
      },
    },
  });
  return { deps, asked };
}

async function taken(request: TakeRequest, deps: ReturnType<typeof takeDependencies>) {
  const outcome = await takeReport(request, deps);
  if (outcome.kind !== 'taken') {
    throw new Error(`expected a report, not ${outcome.kind}`);
  }
  return outcome;
}

describe('a report by text message', () => {
  test('is checked with the whole line, and keeps its ends', async () => {
    const { deps, asked } = dependencies();
    const { report, receipt } = await taken(byText(), deps);
    expect(asked).toEqual([reporterLine]);
    expect(report.reporter).toBe(
      deps.identity.reporter({ kind: 'line', line: { e164: reporterLine, country: 'US', validity: 'valid' } }),
    );
    expect(report.content?.line).toEqual({ e164: '+1413*****42', country: 'US', validity: 'valid', kept: 'ends' });
    expect(report.content?.place).toEqual({ country: 'US', region: 'MA' });
    const stored = JSON.stringify(reportToItem(report, new Date('2028-01-01')));
    expect(stored).not.toContain('4135550142');
    expect(stored).not.toContain('5550142');
    expect(composeView(receipt, report, null, []).line).toEqual({ country: 'US', ending: '42' });
  });

  test('comes back from storage as it went in', async () => {
    const { deps } = dependencies();
    const { report } = await taken(byText(), deps);
    const item = JSON.parse(JSON.stringify(reportToItem(report, new Date('2028-01-01'))));
    expect(reportFromItem(item)).toEqual(report);
  });

  test('carries reporter, registry and area over a correction without a line', async () => {
    const { deps, asked } = dependencies();
    const { report } = await taken(byText(), deps);
    const amended = await amendReport(report.id, { sender: '(800) 555-0199' }, deps);
    expect(amended).toMatchObject({ kind: 'amended', report: { reporter: report.reporter, contactProof: 'sms' } });
    const content = amended.kind === 'amended' ? amended.report.content : null;
    expect(content).toMatchObject({ line: report.content?.line, place: report.content?.place });
    expect(content?.registry.lists).toEqual([listed]);
    expect(content?.sender.value).toBe('+18005550199');
    expect(asked).toEqual([reporterLine]);
  });

  test('a complaint asks for the line, and the same line keeps the proof of contact', async () => {
    const { deps } = dependencies();
    const { report } = await taken(byText(), deps);
    expect(report.content && missingFields([], report.content)).toContain('/line');
    const amended = await amendReport(report.id, { line: '413-555-0142', complain: true }, deps);
    expect(amended).toMatchObject({ kind: 'amended', report: { reporter: report.reporter, contactProof: 'sms' } });
    const content = amended.kind === 'amended' ? amended.report.content : null;
    expect(content?.line).toEqual({ e164: reporterLine, country: 'US', validity: 'valid' });
    expect(content && missingFields([], content)).not.toContain('/line');
  });

  test("another line is not proved by the first one's message", async () => {
    const { deps } = dependencies();
    const { report } = await taken(byText(), deps);
    const amended = await amendReport(report.id, { line: '+1 617 555 0107', complain: true }, deps);
    expect(amended).toMatchObject({ kind: 'amended', report: { contactProof: 'none' } });
  });
});

test('a registry that cannot be read stops no report that cannot be sent again, and no other is taken without it', async () => {
  const { deps } = dependencies();
  const broken = {
    ...deps,
    registry: {
      lookUp: async () => {
        throw new Error('a damaged page');
      },
    },
  };
  const { report } = await taken(byText(), broken);
  expect(report.content?.registry).toEqual({ lists: [], statement: null });
  await expect(takeReport({ ...byText(), channel: 'api' }, broken)).rejects.toThrow('a damaged page');
  await expect(amendReport(report.id, { line: reporterLine }, broken)).rejects.toThrow('a damaged page');
});

test('a report by any other way keeps its line', async () => {
  const { deps } = dependencies();
  const { report } = await taken({ ...byText(), channel: 'web', contactProof: 'none' }, deps);
  expect(report.content?.line?.e164).toBe(reporterLine);
});
