import { zonesOfAreaCode } from '#shared/law/zones.ts';
import type { TakeRequest } from '#shared/report/take-report.ts';
import { phoneSender } from '#shared/sender/phone-facts.ts';
import type { FtcRow } from './ftc-row.ts';
import { stateCode } from './us-states.ts';

/**
 * A row of the FTC's file as a report. `repeat` counts identical rows from 0: each is a report of its own, and the same
 * file gives the same reports however often it is read.
 */
export function ftcReport(row: FtcRow, repeat: number): TakeRequest {
  const state = stateCode(row.state);
  const timeKnown = row.calledAt.includes('T');
  return {
    input: {
      kind: 'call',
      sender: `+1${row.number}`,
      country: 'US',
      occurredAt: row.calledAt,
      // The file's times are the consumer's wall clock; any zone of the area keeps them as they are.
      ...(timeKnown ? { timeZone: zonesOfAreaCode(row.areaCode)[0] ?? 'UTC' } : {}),
      topic: row.topic,
      ...(row.recorded === undefined ? {} : { recorded: row.recorded }),
      ...(state === undefined ? {} : { lineRegion: state }),
    },
    sender: phoneSender(`+1${row.number}`),
    channel: 'replay',
    contactProof: 'none',
    idempotencyKey: `ftc/${row.fingerprint}/${repeat}`,
    reporter: { kind: 'cell', state: row.state, city: row.city, areaCode: row.areaCode },
    // The file gives no zone for its own clock either; it is read as UTC.
    reportedAt: `${row.createdAt}Z`,
  };
}
