import type { CountedSubject, OffenderSource } from '#shared/export/offender-source.ts';
import type { Sender } from '#shared/sender/sender.ts';
import type { Figures } from '#shared/subject/figures.ts';

/** Twelve reports by eight people on an invented number. */
export function someFigures(changes: Partial<Figures> = {}): Figures {
  return {
    reports: 12,
    reporters: 8,
    firstReported: '2026-11-01T10:00:00Z',
    lastReported: '2026-11-20T20:41:00Z',
    kinds: { call: 12, text: 0 },
    topics: [
      { topic: 'warranties', reports: 9 },
      { topic: 'other', reports: 3 },
    ],
    recordedShare: 2 / 3,
    registeredShare: null,
    violations: 7,
    days: [
      { day: '2026-11-01', reports: 5 },
      { day: '2026-11-20', reports: 7 },
    ],
    regions: [{ country: 'US', region: 'MA', reports: 8, reporters: 6 }],
    ...changes,
  };
}

export function aSender(changes: Partial<Sender> = {}): Sender {
  return { type: 'phone', value: '+14135550142', validity: 'valid', country: 'US', ...changes };
}

export function aSubject(changes: Partial<CountedSubject> = {}): CountedSubject {
  return {
    id: subjectId(1),
    sender: aSender(),
    figures: someFigures(),
    updatedAt: '2026-11-21T00:00:00Z',
    ...changes,
  };
}

/** 26 characters of Crockford base32 that sort as the numbers do. */
export function subjectId(number: number): string {
  const digits = [...number.toString(32)].map(
    (digit) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[Number.parseInt(digit, 32)],
  );
  return digits.join('').padStart(26, '0');
}

/** Subjects in memory, at most `most` to a page, whatever was asked for. */
export function fakeSource(subjects: readonly CountedSubject[], most = 1000): OffenderSource {
  const ordered = [...subjects].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    async page(after, count, isEnough = () => false) {
      const rest = ordered.filter(({ id }) => after === null || id > after);
      const found = rest.slice(0, Math.min(count, most));
      const end = found.findIndex(() => isEnough());
      const page = end === -1 ? found : found.slice(0, end + 1);
      return { subjects: page, last: rest.length > page.length ? (page.at(-1)?.id ?? null) : null };
    },
    async one(id) {
      return ordered.find((subject) => subject.id === id) ?? null;
    },
  };
}
