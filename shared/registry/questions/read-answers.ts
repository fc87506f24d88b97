import type { QuestionForm } from './forms.ts';
import { type RegistryAnswer, RegistryFault } from './ports.ts';

/**
 * Reads lines of a number and Y or N for each kind of contact: `0255501234,Y`. `count` of the numbers must be answered, each
 * once, and no other; else nothing of the answer counts. Throws RegistryFault, which tells lines, never numbers.
 */
export function readAnswers(
  form: QuestionForm,
  text: string,
  e164s: readonly string[],
  count = e164s.length,
): readonly RegistryAnswer[] {
  const left = new Map(e164s.map((e164) => [`${form.trunk}${e164.slice(form.prefix.length)}`, e164]));
  const answers: RegistryAnswer[] = [];
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const [number = '', ...marks] = line.split(',').map((cell) => cell.trim());
    if (line.trim() === '' || (index === 0 && !/\d/.test(number))) {
      continue;
    }
    const e164 = left.get(number);
    if (e164 === undefined) {
      throw fault(form, `line ${index + 1} answers for a number that was not asked, or twice`);
    }
    if (marks.length !== form.kinds.length || !marks.every((mark) => mark === 'Y' || mark === 'N')) {
      throw fault(form, `line ${index + 1} is no number with ${form.kinds.length} times Y or N`);
    }
    left.delete(number);
    answers.push({ e164, asked: form.kinds, registered: form.kinds.filter((_, column) => marks[column] === 'Y') });
  }
  if (answers.length !== count) {
    throw fault(form, `${answers.length} of ${count} numbers were answered`);
  }
  return answers;
}

function fault({ registry }: QuestionForm, why: string): RegistryFault {
  return new RegistryFault(`The answer of ${registry} does not fit the question: ${why}.`);
}
