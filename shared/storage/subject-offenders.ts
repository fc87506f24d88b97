import type { CountedSubject, OffenderSource } from '#shared/export/offender-source.ts';
import type { Subject, SubjectDescriber } from '#shared/subject/subject-reader.ts';
import type { DynamoHeadStore } from './subject-store.ts';

/** Offenders from a scan of heads; the figures of wide subjects are read besides, and they are few. */
export function createOffenderSource(heads: Pick<DynamoHeadStore, 'page'>, reader: SubjectDescriber): OffenderSource {
  return {
    async page(after, count, isEnough = () => false) {
      const { heads: found, next } = await heads.page({ after, limit: count });
      const subjects: CountedSubject[] = [];
      for (const head of found) {
        const subject = counted(await reader.describe(head));
        if (subject !== null) {
          subjects.push(subject);
        }
        // A wide subject may take seconds; a page that ends here goes on after it.
        if (isEnough() && head !== found.at(-1)) {
          return { subjects, last: head.subjectId };
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
