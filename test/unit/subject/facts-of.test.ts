import { describe, expect, test } from 'vitest';
import { decodeFact, withdrawnRevision } from '#shared/subject/fact.ts';
import { factsOf } from '#shared/subject/facts-of.ts';
import { buildContent, buildReport, hashFor, subjectFor } from '#test/support/report-builder.ts';

const decoded = (...report: Parameters<typeof buildReport>) =>
  factsOf(buildReport(...report)).map((fact) => ({
    ...decodeFact(fact.bytes),
    subjectId: fact.subjectId,
    sender: fact.sender,
  }));

describe('the facts of a report version', () => {
  test('a first version speaks to its own subject', () => {
    expect(decoded()).toMatchObject([
      {
        subjectId: subjectFor('subject'),
        revision: 1,
        gone: false,
        day: '2026-11-20',
        topic: 'warranties',
        country: 'US',
        region: 'MA',
        registered: null,
        recorded: null,
        violation: false,
        sender: { value: '+12025550123' },
      },
    ]);
  });

  test('a correction of the sender takes the fact back from the subject before', () => {
    const [here, there] = decoded({ revision: 2, pastSubjectIds: [subjectFor('before')] });
    expect(here).toMatchObject({ subjectId: subjectFor('subject'), revision: 2, gone: false });
    expect(there).toMatchObject({
      subjectId: subjectFor('before'),
      revision: 2,
      gone: true,
      reporter: null,
      sender: null,
    });
  });

  test('a sender corrected away and back counts, even where the subject is named as past', () => {
    const facts = decoded({ revision: 3, pastSubjectIds: [subjectFor('subject'), subjectFor('before')] });
    expect(facts.map(({ subjectId, gone }) => [subjectId, gone])).toEqual([
      [subjectFor('subject'), false],
      [subjectFor('before'), true],
    ]);
  });

  test('a correction to an unknown sender only takes back', () => {
    const facts = decoded({ revision: 2, subjectId: null, pastSubjectIds: [subjectFor('before')] });
    expect(facts.map(({ gone }) => gone)).toEqual([true]);
  });

  test('a withdrawal has the last word on every subject it ever counted on', () => {
    const facts = decoded({
      revision: 3,
      reporter: null,
      subjectId: null,
      content: null,
      pastSubjectIds: [subjectFor('one'), subjectFor('two')],
    });
    expect(facts).toHaveLength(2);
    for (const fact of facts) {
      expect(fact).toMatchObject({
        revision: withdrawnRevision,
        gone: true,
        reporter: null,
        reportId: hashFor('report').slice(0, 10),
      });
    }
  });

  test('a report about nobody has none', () => {
    expect(decoded({ subjectId: null })).toEqual([]);
  });

  test.each([
    { lists: [true], statement: null, registered: true },
    { lists: [false], statement: null, registered: false },
    { lists: [false], statement: '2019-03-01', registered: false },
    { lists: [], statement: '2019-03-01', registered: true },
    { lists: [], statement: null, registered: null },
  ])('lists $lists and statement $statement: registered $registered', ({ lists, statement, registered }) => {
    const registry = {
      lists: lists.map((one) => ({
        registry: 'us-national',
        registered: one,
        since: null,
        noLaterThan: null,
        asOf: '2026-11-01',
      })),
      statement: statement === null ? null : { registry: 'us-national', since: statement },
    };
    expect(decoded({ content: buildContent({ registry }) })[0]?.registered).toBe(registered);
  });
});
