import { onFirstUse } from './on-first-use.ts';

/** Sentences by plural category (Unicode CLDR); `#` stands for the number. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** Says a number the way a language does. */
export function counting(language: string): (count: number, forms: Forms) => string {
  const intl = onFirstUse(() => ({
    rules: new Intl.PluralRules(language),
    numbers: new Intl.NumberFormat(language),
  }));
  return (count, forms) => {
    const { rules, numbers } = intl();
    return (forms[rules.select(count)] ?? forms.other).replaceAll('#', numbers.format(count));
  };
}
