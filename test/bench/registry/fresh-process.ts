import { askArchive, loadArchive } from './page-archive.ts';

// Started by bench-registry: `empty`, `ask ARCHIVE NUMBER` or `hold ARCHIVE NUMBER`; prints what it has come to.

const [what = 'empty', path = '', e164 = ''] = process.argv.slice(2);
if (what === 'ask') {
  console.log(askArchive(path, e164));
} else if (what === 'hold') {
  const { dayOf } = loadArchive(path);
  console.log(dayOf(e164));
}
console.log(process.memoryUsage().rss);
