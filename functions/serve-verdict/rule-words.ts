import type { Messages, Words } from '#shared/pages/messages/messages.ts';

type RuleName = keyof Messages['rules'];

/** Rules of several jurisdictions that forbid the same thing share their title. */
const names: Readonly<Record<string, RuleName>> = {
  'US-DNC-REG': 'registry',
  'US-TEXT-DNC': 'textRegistry',
  'US-ENTITY-DNC': 'stop',
  'US-HOURS': 'hours',
  'US-PRERECORDED': 'recorded',
  'US-CALLERID': 'callerId',
  'US-REVOKE': 'revoked',
  'US-AUTODIAL': 'autodial',
  'US-PRA-DNC': 'repeated',
  'MA-DNC': 'registry',
  'MA-HOURS': 'hours',
  'MA-RECORDED': 'recorded',
  'MA-CIDBLOCK': 'callerId',
  'MA-PRA': 'repeated',
  'CA-DNCL': 'registry',
  'UK-TPS': 'registry',
  'AU-DNCR': 'registry',
};

const jurisdictions = ['US', 'MA', 'CA', 'UK', 'AU'] as const;

/** A rule in the reader's words: what it forbids, and where it is in force. A rule without words keeps its id. */
export function ruleInWords(
  rule: string,
  m: Words<'jurisdictions' | 'rules'>,
): { readonly title: string; readonly place: string } {
  const name = names[rule];
  const place = jurisdictions.find((id) => rule.startsWith(`${id}-`));
  return {
    title: name === undefined ? rule : m.rules[name],
    place: place === undefined ? '' : m.jurisdictions[place],
  };
}
