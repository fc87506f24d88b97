/** Why a spelling cannot be taken. Codes are stable: transports and languages key their messages on them. */
export type RefusalReason =
  | 'too_long'
  | 'control_character'
  | 'bidi_control'
  | 'foreign_letters'
  | 'not_a_number'
  | 'too_many_digits'
  | 'emergency_number'
  | 'country_needed'
  | 'name_in_call'
  | 'not_an_address'
  | 'not_a_line'
  | 'impossible_number';

/** `detail` is a plain English sentence for a problem document; it never repeats what was typed. */
export interface Refused {
  readonly kind: 'refused';
  readonly reason: RefusalReason;
  readonly detail: string;
}

const details: Readonly<Record<RefusalReason, string>> = {
  too_long: 'This is too long to be a sender or a number.',
  control_character: 'This holds control characters; type it again by hand.',
  bidi_control: 'This holds invisible characters that turn the reading direction; type it again by hand.',
  foreign_letters: 'This holds letters that no phone number and no sender name can have.',
  not_a_number: 'This does not identify a sender or a line.',
  too_many_digits: 'A phone number has at most 15 digits, those of its country code included.',
  emergency_number: 'This is the number of an emergency service.',
  country_needed: 'Write the number with + and its country code, or say which country it belongs to.',
  name_in_call: 'A call shows a number. Put a name into callerName.',
  not_an_address: 'This is not an e-mail address.',
  not_a_line: 'A line is an ordinary phone number.',
  impossible_number: 'No phone number in that country has this many digits.',
};

export function refuse(reason: RefusalReason): Refused {
  return { kind: 'refused', reason, detail: details[reason] };
}
