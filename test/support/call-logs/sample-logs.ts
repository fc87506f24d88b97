/** A call of a sample log; minutes before noon of 20 November 2026, UTC. */
interface SampleCall {
  readonly number: string;
  readonly minutes?: number;
  /** As SMS Backup & Restore counts them: 1 in, 2 out, 3 missed, 5 rejected. */
  readonly type?: number;
  readonly duration?: number;
  readonly contact?: string;
}

const noon = Date.UTC(2026, 10, 20, 12);
const quoted = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('>', '&gt;');

/** A backup of calls as an Android phone writes it. */
export function phoneLog(calls: readonly SampleCall[], now = noon): string {
  const rows = calls.map(
    ({ number, minutes = 0, type = 1, duration = 12, contact = '(Unknown)' }) =>
      `  <call number="${quoted(number)}" duration="${duration}" date="${now - minutes * 60_000}" type="${type}" presentation="1" contact_name="${quoted(contact)}" />`,
  );
  return `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<calls count="${rows.length}">\n${rows.join('\n')}\n</calls>\n`;
}

/** Forty calls: six from three unwanted numbers, twelve of other strangers, ten contacts, twelve that the person made. */
export function fortyCalls(now = noon): string {
  const of = (count: number, call: (index: number) => SampleCall) => Array.from({ length: count }, (_, at) => call(at));
  return phoneLog(
    [
      ...of(3, (at) => ({ number: '+12025550143', minutes: 60 + at * 1500, type: 3, duration: 0 })),
      ...of(2, (at) => ({ number: '+12025550144', minutes: 90 + at * 4000, duration: 41 })),
      ...of(1, () => ({ number: '+12025550145', minutes: 120, type: 5, duration: 0 })),
      ...of(12, (at) => ({ number: `+1617555010${at % 10}`, minutes: 5000 + at * 700, duration: 130 + at })),
      ...of(10, (at) => ({ number: `+1413555015${at % 4}`, minutes: 300 + at * 900, contact: 'Aunt Example' })),
      ...of(12, (at) => ({ number: `+1413555016${at % 5}`, minutes: 200 + at * 800, type: 2, duration: 65 })),
    ],
    now,
  );
}

/** A carrier's table, whose columns are guessed, with two rows that cannot be read. */
export const carrierTable = [
  'Date,Time,Number,Direction,Duration',
  '11/20/2026,10:15,(202) 555-0143,Incoming,0:41',
  '11/20/2026,10:20,(202) 555-0143,Incoming,0:12',
  '11/19/2026,18:05,(413) 555-0151,Outgoing,3:05',
  'yesterday,09:00,(202) 555-0199,Incoming,0:10',
  '11/18/2026,08:00,none of your business,Incoming,0:10',
].join('\r\n');
