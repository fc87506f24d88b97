import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reportInputSchema } from '#shared/report/report-input.ts';
import { anyContact } from '#test/support/call-logs/any-contact.ts';
import { logWriters } from '#test/support/call-logs/log-writers.ts';
import { asRead } from '#test/support/call-logs/logged-contact.ts';
import { readLog } from '#test/support/call-logs/read-log.ts';

const request = { line: '+1 413 555 0142', timeZone: 'UTC' };

test.each(logWriters.map((writer, index) => [`${writer.format} (${index})`, writer] as const))(
  '%s: what was written is read, and each report can be posted',
  async (_name, writer) => {
    const contacts = fc
      .array(anyContact, { maxLength: writer.single === true ? 60 : 40 })
      .map((all) => all.filter(writer.holds))
      .map((all) => (writer.single === true ? all.slice(0, 1) : all))
      .filter((all) => all.length > 0);
    await fc.assert(
      fc.asyncProperty(contacts, fc.boolean(), async (held, packed) => {
        const file = Buffer.from(writer.write(held));
        const { format, rows, calls, skipped, complete } = await readLog(packed ? gzipSync(file) : file, request);
        expect({ format, rows, skipped, complete }).toEqual({
          format: writer.format,
          rows: held.length,
          skipped: [],
          complete: true,
        });
        expect(calls.map(asRead)).toEqual(held.map(writer.tells));
        for (const { report } of calls) {
          expect(reportInputSchema.safeParse(report).error).toBeUndefined();
        }
      }),
      { numRuns: 60 },
    );
  },
);
