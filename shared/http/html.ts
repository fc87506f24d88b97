/** Markup that is safe to send. Only the `html` tag makes it, so a string from outside can never pass for it. */
export class Html {
  readonly #markup: string;

  private constructor(markup: string) {
    this.#markup = markup;
  }

  /** The text between `strings` is ours; every value is escaped unless it is `Html` itself. */
  static from(strings: TemplateStringsArray, values: readonly HtmlValue[]): Html {
    return new Html(strings.map((part, index) => part + markupOf(values[index])).join(''));
  }

  toString(): string {
    return this.#markup;
  }
}

/** What may stand in a template. Lists are joined; null, undefined and false leave nothing. */
export type HtmlValue = Html | string | number | false | null | undefined | readonly HtmlValue[];

/**
 * A template whose values are escaped for element content and for attribute values in double quotes (threat T18). Values
 * must stand nowhere else: not in tag or attribute names, unquoted attributes, scripts, styles or addresses.
 */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  return Html.from(strings, values);
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

function markupOf(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) {
    return '';
  }
  if (value instanceof Html) {
    return value.toString();
  }
  if (typeof value === 'object') {
    return value.map(markupOf).join('');
  }
  return String(value).replaceAll(/[&<>"'`]/g, (character) => escapes[character] ?? '');
}
