import { describe, expect, test } from 'vitest';
import { type Language, languages } from '#shared/intake/language.ts';
import type { CaseFacts } from '#shared/law/case-facts.ts';
import { evaluate } from '#shared/law/evaluate.ts';
import { lawMessages } from '#shared/law/messages/in-languages.ts';
import { aCase, at, registeredSince } from './a-case.ts';

interface Told {
  readonly what: string;
  readonly facts: CaseFacts;
  readonly rule: string;
  readonly verdict: string;
  /** What the reason must say in each language, after the facts of the case. */
  readonly says: Readonly<Record<Language, readonly string[]>>;
}

const list = (since: string | null, registered = true): CaseFacts['registry'] => ({
  lists: [{ registry: 'us-ma', asOf: '2026-10-15', registered, since, noLaterThan: null }],
  statement: null,
});

const cases: readonly Told[] = [
  {
    what: 'on the registry for years',
    facts: aCase(),
    rule: 'US-DNC-REG',
    verdict: 'violation',
    says: {
      en: ['Do Not Call Registry', 'March 1, 2019', '31 days', 'November 20, 2026'],
      es: ['registro nacional de exclusión', '1 de marzo de 2019', '31 días', '20 de noviembre de 2026'],
      fr: ['liste nationale d’opposition', '1er mars 2019', '31 jours', '20 novembre 2026'],
      ru: ['национальном списке отказа', '1 марта 2019 года', '31 день', '20 ноября 2026 года'],
      hi: ['राष्ट्रीय डू-नॉट-कॉल सूची', '1 मार्च 2019', '31 दिन', '20 नवंबर 2026'],
      de: ['nationalen Sperrliste', '1. März 2019', '31 Tage', '20. November 2026'],
    },
  },
  {
    what: 'registered three weeks before',
    facts: aCase({ registry: registeredSince('2026-10-30') }),
    rule: 'US-DNC-REG',
    verdict: 'not_shown',
    says: {
      en: ['October 30, 2026', '31 days later'],
      es: ['30 de octubre de 2026', '31 días después'],
      fr: ['30 octobre 2026', '31 jours après'],
      ru: ['30 октября 2026 года', 'через 31 день'],
      hi: ['30 अक्टूबर 2026', '31 दिन'],
      de: ['30. Oktober 2026', '31 Tage danach'],
    },
  },
  {
    what: 'a political call',
    facts: aCase({ purpose: 'political' }),
    rule: 'US-DNC-REG',
    verdict: 'exempt',
    says: {
      en: ['political', 'US-EX-POL'],
      es: ['política', 'US-EX-POL'],
      fr: ['politique', 'US-EX-POL'],
      ru: ['политике', 'US-EX-POL'],
      hi: ['राजनीतिक', 'US-EX-POL'],
      de: ['Politik', 'US-EX-POL'],
    },
  },
  {
    what: 'from a firm bought from in June',
    facts: aCase({ relationship: 'customer', lastDealtOn: '2026-06-02' }),
    rule: 'US-DNC-REG',
    verdict: 'exempt',
    says: {
      en: ['customer', 'June 2, 2026', '18 months', 'US-EX-EBR'],
      es: ['cliente', '2 de junio de 2026', '18 meses', 'US-EX-EBR'],
      fr: ['client', '2 juin 2026', '18 mois', 'US-EX-EBR'],
      ru: ['клиент', '2 июня 2026 года', '18 месяцев', 'US-EX-EBR'],
      hi: ['ग्राहक', '2 जून 2026', '18 महीने', 'US-EX-EBR'],
      de: ['Kundin oder Kunde', '2. Juni 2026', '18 Monate', 'US-EX-EBR'],
    },
  },
  {
    what: 'after a request to stop',
    facts: aCase({ askedToStopOn: '2026-10-05' }),
    rule: 'US-REVOKE',
    verdict: 'violation',
    says: {
      en: ['October 5, 2026', '10 business days', 'federal holidays'],
      es: ['5 de octubre de 2026', '10 días hábiles', 'festivos federales'],
      fr: ['5 octobre 2026', '10 jours ouvrés', 'fériés fédéraux'],
      ru: ['5 октября 2026 года', '10 рабочих дней', 'федеральных праздников'],
      hi: ['5 अक्टूबर 2026', '10 कामकाजी दिनों', 'संघीय छुट्टियाँ'],
      de: ['5. Oktober 2026', '10 Arbeitstagen', 'Feiertage des Bundes'],
    },
  },
  {
    what: 'at half past eight in the evening in Boston',
    facts: aCase(at('2026-11-21T01:30:00Z')),
    rule: 'MA-HOURS',
    verdict: 'violation',
    says: {
      en: ['8:30 pm', 'New York', '8:00 am', '8:00 pm'],
      es: ['20:30', 'Nueva York', '8:00', '20:00'],
      fr: ['20:30', 'New York', '8:00', '20:00'],
      ru: ['20:30', 'Нью-Йорк', '8:00', '20:00'],
      hi: ['रात 8:30 बजे', 'न्यूयॉर्क', 'सुबह 8:00 बजे', 'रात 8:00 बजे'],
      de: ['20:30 Uhr', 'New York', '8:00 Uhr', '20:00 Uhr'],
    },
  },
  {
    what: 'the same for the whole country',
    facts: aCase(at('2026-11-21T01:30:00Z')),
    rule: 'US-HOURS',
    verdict: 'not_shown',
    says: {
      en: ['8:30 pm', '9:00 pm'],
      es: ['20:30', '21:00'],
      fr: ['20:30', '21:00'],
      ru: ['20:30', '21:00'],
      hi: ['रात 8:30 बजे', 'रात 9:00 बजे'],
      de: ['20:30 Uhr', '21:00 Uhr'],
    },
  },
  {
    what: 'in one of two zones',
    facts: aCase({ ...at('2026-11-21T01:30:00Z'), zones: ['America/New_York', 'America/Chicago'] }),
    rule: 'MA-HOURS',
    verdict: 'undetermined',
    says: {
      en: ['New York', 'Chicago', '7:30 pm'],
      es: ['Nueva York', 'Chicago', '19:30'],
      fr: ['New York', 'Chicago', '19:30'],
      ru: ['Нью-Йорк', 'Чикаго', '19:30'],
      hi: ['न्यूयॉर्क', 'शिकागो', '7:30'],
      de: ['New York', 'Chicago', '19:30'],
    },
  },
  {
    what: 'a recorded sales message',
    facts: aCase({ recorded: true }),
    rule: 'US-PRERECORDED',
    verdict: 'violation',
    says: {
      en: ['recorded message', 'sales call', 'no dealings'],
      es: ['grabación', 'de ventas', 'tratos'],
      fr: ['enregistrement', 'commercial', 'affaire à eux'],
      ru: ['запись', 'рекламой', 'дела'],
      hi: ['रिकॉर्ड', 'बिक्री', 'लेन-देन'],
      de: ['Aufzeichnung', 'Werbung', 'zu tun'],
    },
  },
  {
    what: 'without a number',
    facts: aCase({ callerIdShown: false }),
    rule: 'MA-CIDBLOCK',
    verdict: 'violation',
    says: {
      en: ['not shown'],
      es: ['No se mostró'],
      fr: ['ne s’est pas affiché'],
      ru: ['не был показан'],
      hi: ['नहीं दिखा'],
      de: ['nicht angezeigt'],
    },
  },
  {
    what: 'not on the list of the state',
    facts: aCase({ registry: list(null, false) }),
    rule: 'MA-DNC',
    verdict: 'not_shown',
    says: {
      en: ['Massachusetts', 'October 15, 2026'],
      es: ['Massachusetts', '15 de octubre de 2026'],
      fr: ['Massachusetts', '15 octobre 2026'],
      ru: ['Массачусетс', '15 октября 2026 года'],
      hi: ['मैसाचुसेट्स', '15 अक्टूबर 2026'],
      de: ['Massachusetts', '15. Oktober 2026'],
    },
  },
  {
    what: 'reported twice before',
    facts: aCase({ priorContacts: ['2026-09-02', '2026-10-03'] }),
    rule: 'US-PRA-DNC',
    verdict: 'violation',
    says: {
      en: ['September 2, 2026', 'October 3, 2026', '12 months', 'US-DNC-REG', 'private suit'],
      es: ['2 de septiembre de 2026', '3 de octubre de 2026', '12 meses', 'US-DNC-REG', 'demanda propia'],
      fr: ['2 septembre 2026', '3 octobre 2026', '12 mois', 'US-DNC-REG', 'en justice'],
      ru: ['2 сентября 2026 года', '3 октября 2026 года', '12 месяцев', 'US-DNC-REG', 'собственный иск'],
      hi: ['2 सितंबर 2026', '3 अक्टूबर 2026', '12 महीने', 'US-DNC-REG', 'मुकदमा'],
      de: ['2. September 2026', '3. Oktober 2026', '12 Monate', 'US-DNC-REG', 'selbst klagen'],
    },
  },
];

describe.each(cases)('a call $what ($rule: $verdict)', ({ facts, rule, verdict, says }) => {
  test.each(languages)('%s', (language) => {
    const found = evaluate(facts, lawMessages[language]).find((one) => one.rule === rule);
    const missing = says[language].filter((words) => found?.reason.includes(words) !== true);
    expect([found?.verdict, missing, found?.reason]).toEqual([verdict, [], found?.reason]);
  });

  test('all languages find the same, cite the same and ask about the same', () => {
    const inEnglish = evaluate(facts, lawMessages.en);
    for (const language of languages) {
      const found = evaluate(facts, lawMessages[language]);
      const bare = (all: typeof found) =>
        all.map((one) => [one.rule, one.verdict, one.citation, one.question?.pointer ?? null]);
      expect(bare(found)).toEqual(bare(inEnglish));
    }
  });
});
