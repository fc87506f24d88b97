/** The FTC's fifteen subjects, in its order, then ours. Positions are stored in facts: append only. */
export const topics = [
  'impersonation',
  'charities',
  'tech_support',
  'dropped_call',
  'energy',
  'home_improvement',
  'home_security',
  'lotteries',
  'medical',
  'none_given',
  'other',
  'debt_relief',
  'travel',
  'warranties',
  'work_from_home',
  'bank',
  'parcel',
  'crypto',
] as const;

export type Topic = (typeof topics)[number];
