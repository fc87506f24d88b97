import { createReadStream, readFileSync } from 'node:fs';
import { parseDocument } from 'htmlparser2';
import { SaxesParser } from 'saxes';
import { logLimits } from '#shared/intake/call-logs/limits.ts';
import { readCallLog } from '#shared/intake/call-logs/read-call-log.ts';
import { scanLog } from '#shared/intake/call-logs/scan-log.ts';

/** Ways to read the calls of a log; each answers how many it found. */
export type Way = (path: string) => Promise<number>;

const limits = { ...logLimits, fileBytes: 512 * 1024 * 1024 };
const reading = { line: null, zoneKnown: false, country: 'US' };

export const ways: Readonly<Record<string, { readonly about: string; readonly run: Way }>> = {
  rows: {
    about: 'every row, streamed',
    run: async (path) => {
      let found = 0;
      await scanLog(createReadStream(path), reading, limits, (row) => {
        found += row.kind === 'row' ? 1 : 0;
      });
      return found;
    },
  },
  page: {
    about: 'the first page of reports, streamed',
    run: async (path) => {
      const deps = { clock: () => new Date('2026-11-22T00:00:00Z'), country: 'US', limits };
      const outcome = await readCallLog(createReadStream(path), {}, deps);
      return outcome.kind === 'read' ? outcome.page.rows : 0;
    },
  },
  'saxes-stream': {
    about: 'saxes, streamed, tags only',
    run: async (path) => {
      const { parser, found } = counter();
      for await (const piece of createReadStream(path, 'utf8')) {
        parser.write(piece);
      }
      parser.close();
      return found();
    },
  },
  'saxes-whole': {
    about: 'saxes, the whole file, tags only',
    run: async (path) => {
      const { parser, found } = counter();
      parser.write(readFileSync(path, 'utf8')).close();
      return found();
    },
  },
  'document-whole': {
    about: 'htmlparser2, the whole file as a document',
    run: async (path) => {
      const document = parseDocument(readFileSync(path, 'utf8'), { xmlMode: true });
      const root = document.children.find((node) => node.type === 'tag' && node.name === 'calls');
      return root !== undefined && 'children' in root ? root.children.filter(({ type }) => type === 'tag').length : 0;
    },
  },
};

function counter() {
  const parser = new SaxesParser();
  let calls = 0;
  parser.on('error', () => {});
  parser.on('opentag', ({ name }) => {
    calls += name === 'call' ? 1 : 0;
  });
  return { parser, found: () => calls };
}
