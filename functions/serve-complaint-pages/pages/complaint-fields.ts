import type { FormFields } from '#shared/http/form-body.ts';
import { type Html, html } from '#shared/http/html.ts';
import type { FieldErrors } from '#shared/pages/components/error-summary.ts';
import { areaField, inputField } from '#shared/pages/components/field.ts';
import { fieldNamed } from '#shared/pages/forms/field-problem.ts';
import { written } from '#shared/pages/forms/written.ts';
import { listIn } from '#shared/pages/messages/formats.ts';
import type { Needed } from '../complaint-draft.ts';
import type { ComplaintVisit } from '../words.ts';

/** The fields of the complaint form, in the order of the page. */
const complaintFieldNames = ['line', 'sellerName', 'name', 'email', 'postalAddress', 'region'] as const;
/** Asked for where the complaint rests on what its complainant says of the registry. */
const confirmation = 'registryConfirmation';
type FieldName = (typeof complaintFieldNames)[number];

/** Of each pointer that may be missing, the fields that fill it. */
const asked: Readonly<Record<string, readonly FieldName[]>> = {
  '/line': ['line'],
  '/sender': ['sellerName'],
  '/complainant/name': ['name'],
  '/complainant/email': ['email', 'postalAddress'],
  '/complainant/postalAddress': ['postalAddress'],
  '/complainant/region': ['region'],
};

/** Which fields are asked for, and who needs each; nothing that is there already. */
function askedFields(needed: readonly Needed[]): ReadonlyMap<FieldName, readonly string[]> {
  const found = new Map<FieldName, string[]>();
  for (const { regulator, missing } of needed) {
    for (const field of missing.flatMap((pointer) => asked[pointer] ?? [])) {
      found.set(field, [...(found.get(field) ?? []), regulator.name]);
    }
  }
  return found;
}

export function complaintFields(
  needed: readonly Needed[],
  stated: boolean,
  errors: FieldErrors,
  visit: ComplaintVisit,
): Html {
  const { m, fields, language } = visit;
  const askFor = askedFields(needed);
  const frame = (name: FieldName, label: string, hint?: string) => ({
    name,
    label,
    value: fields.get(name) ?? '',
    error: errors.get(name),
    hint: [hint, m.complaint.neededBy(listIn(language, askFor.get(name) ?? []))]
      .filter((part) => part !== undefined)
      .join(' '),
  });
  const inputs: Readonly<Record<FieldName, () => Html>> = {
    line: () =>
      inputField(m, { ...frame('line', m.complaint.line), type: 'tel', autocomplete: 'tel', direction: 'ltr' }),
    sellerName: () => inputField(m, frame('sellerName', m.complaint.seller)),
    name: () => inputField(m, { ...frame('name', m.complaint.name), autocomplete: 'name' }),
    email: () =>
      inputField(m, {
        ...frame('email', m.complaint.email, askFor.has('postalAddress') ? m.complaint.emailHint : undefined),
        type: 'email',
        autocomplete: 'email',
        direction: 'ltr',
      }),
    postalAddress: () =>
      areaField(m, {
        ...frame('postalAddress', m.complaint.postalAddress),
        hint: undefined,
        most: 500,
        optional: true,
        autocomplete: 'street-address',
      }),
    region: () => inputField(m, frame('region', m.complaint.region)),
  };
  return html`${complaintFieldNames.filter((name) => askFor.has(name)).map((name) => inputs[name]())}${
    stated && confirmationField(errors, visit)
  }`;
}

function confirmationField(errors: FieldErrors, { m, fields }: ComplaintVisit): Html {
  return areaField(m, {
    name: confirmation,
    label: m.asking.confirmation,
    hint: m.asking.confirmationHint,
    value: fields.get(confirmation) ?? '',
    error: errors.get(confirmation),
    most: 2000,
    optional: true,
  });
}

/** Carries the answers of the form through the page that shows the letter. */
export function hiddenFields(fields: FormFields): Html {
  return html`${[...complaintFieldNames, confirmation].map(
    (name) => fields.has(name) && html`<input type="hidden" name="${name}" value="${fields.get(name) ?? ''}">`,
  )}`;
}

/** As a merge patch of the report; whoever agrees reads its language, so the mail about it is written in that. */
export function complaintPatch({ fields, language }: ComplaintVisit): Record<string, unknown> {
  const complainant = Object.fromEntries(
    (['name', 'email', 'postalAddress', 'region'] as const).flatMap((name) => {
      const value = written(fields, name);
      return value === undefined ? [] : [[name, name === 'region' ? value.toUpperCase() : value]];
    }),
  );
  const line = written(fields, 'line');
  const sellerName = written(fields, 'sellerName');
  const registryConfirmation = written(fields, confirmation);
  return {
    complain: true,
    locale: language,
    complainant: { ...complainant, consent: true },
    ...(line === undefined ? {} : { line }),
    ...(sellerName === undefined ? {} : { sellerName }),
    ...(registryConfirmation === undefined ? {} : { registryConfirmation }),
  };
}

/** What is still lacking although it was asked for, by field. */
export function lackingFields(needed: readonly Needed[], { m }: ComplaintVisit): FieldErrors {
  const says: Readonly<Record<string, string>> = {
    '/line': m.errors.lineMissing,
    '/sender': m.errors.sellerMissing,
    '/complainant/name': m.errors.nameMissing,
    '/complainant/email': m.errors.emailMissing,
  };
  const pointers = new Set(needed.flatMap(({ missing }) => missing));
  return new Map(
    [...pointers].map((pointer) => [asked[pointer]?.[0] ?? fieldNamed(pointer), says[pointer] ?? m.errors.choose]),
  );
}
