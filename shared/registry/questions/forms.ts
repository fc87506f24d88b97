import { faxes, type ListKind, textMessages, voiceCalls } from '../page-kinds.ts';

/** How a registry is asked, as far as it is published, and what it allows. */
export interface QuestionForm {
  readonly registry: string;
  /** Calling code with plus, which questions leave out. */
  readonly prefix: string;
  /** National digits of the numbers it can be asked about. */
  readonly national: RegExp;
  /** What is written before the national digits. */
  readonly trunk: string;
  /** Numbers of the look-up that answers at once. */
  readonly mostAtOnce: number;
  /** Each answer has a column for each of these, in this order. */
  readonly kinds: readonly ListKind[];
  /** Numbers a year (UTC) that cost nothing; operators who pay for more say so. */
  readonly freeAYear: number;
  /** An answer counts this long, in days from the one on which it was given; then it is asked again. */
  readonly validDays: number;
  /** What no published source says and is therefore taken to be so. */
  readonly assumption: string;
}

const shape =
  'Addresses and the columns of answers are not published; a POST of one column, answered by number and Y or N, is a form of this program.';

export const questionForms: readonly QuestionForm[] = [
  {
    registry: 'au-dncr',
    prefix: '+61',
    national: /^\d{9}$/,
    trunk: '0',
    // "Quick check": fewer than 10 numbers.
    mostAtOnce: 9,
    kinds: [voiceCalls],
    freeAYear: 500,
    // Callers have 30 days to honour a registration.
    validDays: 30,
    assumption: `${shape} How long a washed list counts is taken from the 30 days that callers have.`,
  },
  {
    registry: 'sg-dnc',
    prefix: '+65',
    national: /^[3689]\d{7}$/,
    trunk: '',
    // "Small Number Lookup".
    mostAtOnce: 10,
    kinds: [voiceCalls, textMessages, faxes],
    freeAYear: 1000,
    validDays: 21,
    assumption: `${shape} That results count for 21 days stands in a secondary source only.`,
  },
];

export function findQuestionForm(registry: string): QuestionForm | null {
  return questionForms.find((form) => form.registry === registry) ?? null;
}

/** The form of the registry that covers a line; null for lines that none of them does. */
export function formOfLine(e164: string): QuestionForm | null {
  return questionForms.find((form) => nationalDigits(form, e164) !== null) ?? null;
}

function nationalDigits({ prefix, national }: QuestionForm, e164: string): string | null {
  const digits = e164.startsWith(prefix) ? e164.slice(prefix.length) : '';
  return national.test(digits) ? digits : null;
}

/** One column, a number a line. Throws for numbers that the registry cannot be asked about. */
export function writeQuestion(form: QuestionForm, e164s: readonly string[]): string {
  return e164s
    .map((e164) => {
      const digits = nationalDigits(form, e164);
      if (digits === null) {
        throw new RangeError(`${form.registry} cannot be asked about this number`);
      }
      return `${form.trunk}${digits}\n`;
    })
    .join('');
}
