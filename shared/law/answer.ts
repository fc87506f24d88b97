import type { Messages } from './messages/messages.ts';

/** A sentence that waits for its language. */
export type Said = (messages: Messages) => string;

/** The report fields a rule may ask for, most deciding first: what settles the event itself, then what ends most rules. */
export const askable = [
  '/occurredAt',
  '/timeZone',
  '/recorded',
  '/callerIdShown',
  '/purpose',
  '/surveyAlsoSells',
  '/registeredSince',
  '/lineType',
  '/relationship',
  '/lastDealtOn',
  '/optOutOffered',
] as const;

export interface Ask {
  readonly pointer: (typeof askable)[number];
  readonly text: Said;
}

/** Three-valued: a missing fact is neither yes nor no, and names the question that would settle it. */
export type Answer =
  | { readonly is: 'yes'; readonly because: readonly Said[] }
  | { readonly is: 'no'; readonly because: readonly Said[] }
  | { readonly is: 'unknown'; readonly because: readonly Said[]; readonly asks: readonly Ask[] };

export const yes = (...because: readonly Said[]): Answer => ({ is: 'yes', because });
export const no = (...because: readonly Said[]): Answer => ({ is: 'no', because });
export const unknown = (because: Said, ask: Ask): Answer => ({ is: 'unknown', because: [because], asks: [ask] });

/** Yes if every answer is; a single no decides whatever else is unknown. */
export function every(answers: readonly Answer[]): Answer {
  const refusal = answers.find((answer) => answer.is === 'no');
  return refusal ?? undecided(answers) ?? yes(...answers.flatMap((answer) => answer.because));
}

/** No if every answer is; a single yes decides whatever else is unknown. */
export function either(answers: readonly Answer[]): Answer {
  const consent = answers.find((answer) => answer.is === 'yes');
  return consent ?? undecided(answers) ?? no(...answers.flatMap((answer) => answer.because));
}

export function not(answer: Answer): Answer {
  switch (answer.is) {
    case 'yes':
      return no(...answer.because);
    case 'no':
      return yes(...answer.because);
    case 'unknown':
      return answer;
  }
}

function undecided(answers: readonly Answer[]): Answer | undefined {
  const open = answers.flatMap((answer) => (answer.is === 'unknown' ? [answer] : []));
  return open.length === 0
    ? undefined
    : {
        is: 'unknown',
        because: answers.flatMap((answer) => answer.because),
        asks: open.flatMap((answer) => answer.asks),
      };
}
