import { expect, test, vi } from 'vitest';
import { createHandler } from '#functions/take-report/handler.ts';
import { powertoolsLog } from '#shared/runtime/powertools-log.ts';
import { httpEvent } from '#test/support/http-event.ts';
import { takeDependencies } from '#test/support/take-dependencies.ts';

const forged = '\n{"level":"ERROR","message":"forged"}\n';

/** Everything that goes to the log while the work is done. */
async function loggedDuring(work: () => Promise<unknown>): Promise<string[]> {
  let written = '';
  // The logger has a console of its own over the process's streams.
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      written += String(chunk);
      return true;
    }),
  );
  await work();
  for (const spy of spies) {
    spy.mockRestore();
  }
  const lines = written.split('\n').filter((line) => line !== '');
  return lines;
}

test('T7: text with line ends and forged entries makes one line an event, and none of its own', async () => {
  const handler = createHandler(takeDependencies({ log: powertoolsLog() }));
  const bodies = [
    { kind: 'text', occurredAt: '2026-11-20', text: forged, sender: 'ACME' },
    { kind: 'call', occurredAt: forged, sender: forged, callerName: forged },
  ];
  for (const body of bodies) {
    const lines = await loggedDuring(() =>
      handler(httpEvent({ route: 'POST /v1/reports', body: JSON.stringify(body), headers: { 'user-agent': forged } })),
    );
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'INFO', message: 'request_answered' });
    expect(lines[0]).not.toContain('forged');
  }
});

test('T7: an error whose message holds what a person wrote is logged without it', async () => {
  const registry = {
    lookUp: async () => {
      throw new Error(`lookup of +14135550142 failed ${forged}`, { cause: new RangeError('+14135550142') });
    },
  };
  const handler = createHandler(takeDependencies({ registry, log: powertoolsLog() }));
  const body = JSON.stringify({ kind: 'call', occurredAt: '2026-11-20', line: '+1 413 555 0142' });
  const lines = await loggedDuring(() => handler(httpEvent({ route: 'POST /v1/reports', body })));
  const failed = lines.map((line) => JSON.parse(line)).find(({ message }) => message === 'request_failed');
  expect(failed).toMatchObject({ level: 'ERROR', errorName: 'Error < RangeError', requestId: 'request-1' });
  expect(lines.join('\n')).not.toMatch(/5550142|forged/);
});
