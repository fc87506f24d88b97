import type { HistoryEntry } from './complaint.ts';
import type { ComplaintEvent } from './lifecycle.ts';

/** Bytes of a history as JSON: a third of what an item may hold, and over a thousand plain entries. */
const mostBytes = 128 * 1024;

const ours: readonly ComplaintEvent[] = ['completed', 'corrected', 'withdrawn', 'refiled'];
const ofReporter: readonly ComplaintEvent[] = [...ours, 'taken'];

/**
 * The history with one more entry. It never stops growing at the cost of an answer: our moves in a row leave one entry,
 * and a history that is full loses the oldest entry that a later one of the same kind stands for, first what the
 * reporter's corrections left (`taken` keeps the proof of every version), then the regulator's own repetitions.
 */
export function appended(history: readonly HistoryEntry[], entry: HistoryEntry): readonly HistoryEntry[] {
  const last = history.at(-1);
  const inARow = last !== undefined && ours.includes(entry.event) && last.event === entry.event;
  return shortened([...(inARow ? history.slice(0, -1) : history), entry]);
}

/** What was said since the case was last opened: an answer to the matter before is none to this one. */
export function sinceRefiled(history: readonly HistoryEntry[]): readonly HistoryEntry[] {
  return history.slice(history.findLastIndex(({ event }) => event === 'refiled') + 1);
}

function shortened(history: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const sizes = history.map((entry) => Buffer.byteLength(JSON.stringify(entry), 'utf8') + 1);
  let bytes = sizes.reduce((sum, size) => sum + size, 2);
  if (bytes <= mostBytes) {
    return history;
  }
  const lastOfKind = new Map(history.map(({ event }, index) => [event, index]));
  const repeated = history.flatMap(({ event }, index) => (lastOfKind.get(event) === index ? [] : [index]));
  const isOfReporter = (index: number) => ofReporter.some((event) => event === history[index]?.event);
  const dropped = new Set<number>();
  for (const index of [...repeated.filter(isOfReporter), ...repeated.filter((each) => !isOfReporter(each))]) {
    if (bytes <= mostBytes) {
      break;
    }
    dropped.add(index);
    bytes -= sizes[index] ?? 0;
  }
  return history.filter((_, index) => !dropped.has(index));
}
