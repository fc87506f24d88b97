import type { CountedSubject, OffenderSource } from '#shared/export/offender-source.ts';
import type { Subject, WholeSubjectReader } from '#shared/subject/subject-reader.ts';
import type { DynamoHeadStore } from './subject-store.ts';

/** Offenders from a scan of heads; the figures of wide subjects are read besides, and they are few. */
export function createOffenderSource(heads: DynamoHeadStore, reader: WholeSubjectReader): OffenderSource {
  return {
    async page(after, count) {
      const { heads: found, next } = await heads.page({ after, limit: count });
      const subjects: CountedSubject[] = [];
      for (const head of found) {
        const subject = counted(await reader.describe(head));
        if (subject !== null) {
          subjects.push(subject);
        }
      }
      return { subjects, last: next };
    },

    async one(id) {
      const subject = await reader.read(id);
      return subject === null ? null : counted(subject);
    },
  };
}

function counted({ sender, ...subject }: Subject): CountedSubject | null {
  return sender === null ? null : { ...subject, sender };
}
