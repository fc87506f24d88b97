import type { Regulator } from '#shared/law/rulebook.ts';
import type { ReportContent } from '#shared/report/report.ts';

/** What a complaint needs whoever receives it: the line that was called, and the complainant's word that it may go. */
const always: Regulator['required'] = [['/line'], ['/complainant/consent']];

/** JSON pointers of what this regulator needs and the report lacks; of a group, the first. */
export function missingFields(required: Regulator['required'], content: ReportContent): string[] {
  const missing = [...required, ...always]
    .filter((group) => !group.some((pointer) => isFilled(pointer, content)))
    .flatMap(([first]) => (first === undefined ? [] : [first]));
  return [...new Set(missing)];
}

function isFilled(pointer: string, content: ReportContent): boolean {
  switch (pointer) {
    // Text that was given but could not be read as a line, a line not kept whole, or a withheld sender, names nobody.
    case '/line':
      return content.line !== null && content.line.kept === undefined;
    case '/sender':
      return content.sender.value !== null;
    case '/complainant/consent':
      return content.input.complainant?.consent === true;
    default:
      return hasText(valueAt(content.input, pointer));
  }
}

function valueAt(value: unknown, pointer: string): unknown {
  let here = value;
  for (const part of pointer.slice(1).split('/')) {
    here = typeof here === 'object' && here !== null ? new Map(Object.entries(here)).get(part) : undefined;
  }
  return here;
}

function hasText(value: unknown): boolean {
  return typeof value === 'string' ? value.trim() !== '' : value !== undefined && value !== null && value !== false;
}
