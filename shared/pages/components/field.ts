import { type Html, html } from '#shared/http/html.ts';
import type { Words } from '../messages/messages.ts';

/** What every field has: a name (also its id), words, and what is wrong with it. */
export interface FieldParts {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly optional?: boolean | undefined;
}

export interface InputParts extends FieldParts {
  readonly value: string;
  readonly type?: 'text' | 'tel' | 'email' | 'date' | 'time';
  readonly autocomplete?: string;
  /** Set for what is written from left to right in any language: numbers, addresses. */
  readonly direction?: 'ltr';
}

export function inputField(m: Words<'common'>, parts: InputParts): Html {
  return framed(
    m,
    parts,
    html`<input id="${parts.name}" name="${parts.name}" type="${parts.type ?? 'text'}" value="${parts.value}"${
      parts.autocomplete !== undefined && html` autocomplete="${parts.autocomplete}"`
    }${parts.direction !== undefined && html` dir="${parts.direction}"`}${state(parts)}>`,
  );
}

interface AreaParts extends FieldParts {
  readonly value: string;
  /** Characters it may have. */
  readonly most: number;
  readonly autocomplete?: string;
}

export function areaField(m: Words<'common'>, parts: AreaParts): Html {
  const left = `${parts.name}-left`;
  const [before = '', after = ''] = m.common.charactersLeft(parts.most).split(/\d[\d\s.,\u00a0\u202f]*\d/u);
  // The line end after the tag is not part of the value; without it a first line end of the value would be lost.
  return framed(
    m,
    parts,
    html`<textarea id="${parts.name}" name="${parts.name}" rows="5" data-most="${parts.most}" data-left="${left}"${
      parts.autocomplete !== undefined && html` autocomplete="${parts.autocomplete}"`
    } dir="auto"${state(parts)}>
${parts.value}</textarea>
<p class="hint" id="${left}" aria-live="polite" hidden>${before}<span></span>${after}</p>`,
  );
}

/** Values and the words for them. */
export type Options = readonly (readonly [value: string, label: string])[];

interface ChoiceParts extends FieldParts {
  readonly value: string;
  readonly options: Options;
}

export function radioField(m: Words<'common'>, parts: ChoiceParts): Html {
  const { name, value, options } = parts;
  return html`<fieldset class="field${bad(parts)}"${described(parts)}>
<legend>${parts.label}${optionalMark(m, parts)}</legend>
${notes(m, parts)}
${options.map(([option, label], index) => {
  const id = index === 0 ? name : `${name}-${option}`;
  return html`<div class="choice"><input type="radio" id="${id}" name="${name}" value="${option}"${
    option === value && html` checked`
  }><label for="${id}">${label}</label></div>
`;
})}</fieldset>
`;
}

export function selectField(m: Words<'common'>, parts: ChoiceParts & { readonly zone?: boolean }): Html {
  const { name, value, options } = parts;
  return framed(
    m,
    parts,
    html`<select id="${name}" name="${name}"${parts.zone === true && html` data-zone`}${state(parts)}>
<option value="">${m.common.chooseOne}</option>
${options.map(
  ([option, label]) => html`<option value="${option}"${option === value && html` selected`}>${label}</option>
`,
)}</select>`,
  );
}

interface TickParts {
  readonly name: string;
  readonly label: string;
  readonly ticked: boolean;
  readonly error?: string | undefined;
  /** Id of the field that this stands in for. */
  readonly insteadOf?: string;
}

export function tick(m: Words<'common'>, { name, label, ticked, error, insteadOf }: TickParts): Html {
  const parts = { name, label, error };
  return html`<div class="field${bad(parts)}">${notes(m, parts)}<div class="choice"><input type="checkbox" id="${name}" name="${name}" value="yes"${
    ticked && html` checked`
  }${insteadOf !== undefined && html` data-instead-of="${insteadOf}"`}${state(parts)}><label for="${name}">${label}</label></div></div>
`;
}

function framed(m: Words<'common'>, parts: FieldParts, control: Html): Html {
  return html`<div class="field${bad(parts)}">
<label for="${parts.name}">${parts.label}${optionalMark(m, parts)}</label>
${notes(m, parts)}
${control}
</div>
`;
}

function notes(m: Words<'common'>, { name, hint, error }: FieldParts): Html {
  return html`${hint !== undefined && html`<p class="hint" id="${name}-hint">${wholeExamples(hint)}</p>`}${
    error !== undefined &&
    html`<p class="error" id="${name}-error"><span class="hidden">${m.common.errorPrefix}</span>${error}</p>`
  }`;
}

/** A number or receipt that stands for an example: broken at its blanks and hyphens it would show no example. */
const example = /(\(\d{3}\) \d{3}-\d{4}|\+\d(?: \d{3,4}){3}|(?:[A-Z\d]{4}-){3}[A-Z\d]{4})/;

function wholeExamples(hint: string): (Html | string)[] {
  return hint.split(example).map((part, index) => (index % 2 === 0 ? part : html`<span class="whole">${part}</span>`));
}

function optionalMark(m: Words<'common'>, { optional }: FieldParts): Html {
  return html`${optional === true && html` <span class="optional">${m.common.optional}</span>`}`;
}

const bad = ({ error }: FieldParts) => (error === undefined ? '' : ' bad');

function state(parts: FieldParts): Html {
  return html`${described(parts)}${parts.error !== undefined && html` aria-invalid="true"`}`;
}

function described({ name, hint, error }: FieldParts): Html {
  const ids = [hint === undefined ? null : `${name}-hint`, error === undefined ? null : `${name}-error`];
  const list = ids.filter((id) => id !== null).join(' ');
  return html`${list !== '' && html` aria-describedby="${list}"`}`;
}
