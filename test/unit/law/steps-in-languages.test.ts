import { expect, test } from 'vitest';
import { languages } from '#shared/intake/language.ts';
import { regulators } from '#shared/law/rulebooks.ts';
import { stepsIn } from '#shared/law/steps-in-languages.ts';

const [first] = regulators();
const digits = (steps: readonly string[]) => steps.join(' ').replaceAll(/\D/g, '');

test.each(
  languages.flatMap((language) => regulators().map((regulator) => [language, regulator.id, regulator] as const)),
)('in %s, the steps of %s are those of the rulebook', (language, _id, regulator) => {
  const own = stepsIn(language, regulator);
  expect(own.language).toBe(language);
  expect(own.steps).toHaveLength(regulator.steps.length);
  expect(digits(own.steps)).toBe(digits(regulator.steps));
  expect(own.steps.filter((step) => regulator.steps.includes(step))).toEqual(language === 'en' ? regulator.steps : []);
});

test('steps that nobody has translated are English, and say so', () => {
  const steps = first?.steps ?? [];
  expect(stepsIn('es', { id: 'xx-new', steps })).toEqual({ language: 'en', steps });
});
