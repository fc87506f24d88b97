import type { Options } from '../components/field.ts';
import type { Words } from '../messages/messages.ts';

export const purposes = ['sale', 'charity', 'political', 'survey', 'debt', 'information', 'unknown'] as const;
export const relationships = ['none', 'customer', 'inquiry', 'permission', 'debt', 'unknown'] as const;
export const lineTypes = ['wireless', 'residential', 'business'] as const;

export function purposeOptions(m: Words<'common' | 'purposes'>): Options {
  return [...Object.entries(m.purposes), ['unknown', m.common.unknown]];
}

export function relationshipOptions(m: Words<'common' | 'relationships'>): Options {
  return [...Object.entries(m.relationships), ['unknown', m.common.unknown]];
}

export function lineTypeOptions(m: Words<'lineTypes'>): Options {
  return lineTypes.map((type) => [type, m.lineTypes[type]]);
}

export function yesNoOptions(m: Words<'common'>): Options {
  return [
    ['yes', m.common.yes],
    ['no', m.common.no],
    ['unknown', m.common.unknown],
  ];
}
