import { dayOf, formatListDay } from '#shared/registry/list-day.ts';
import { withKeptAnswers } from '#shared/registry/questions/answered-look-up.ts';
import { formOfLine } from '#shared/registry/questions/forms.ts';
import type { AnswerStore } from '#shared/registry/questions/ports.ts';
import { registries } from '#shared/registry/registries.ts';
import { createRegistryLookup } from '#shared/registry/registry-look-up.ts';
import type { RegistryContext } from './registry-context.ts';

export interface CheckContext extends Pick<RegistryContext, 'store' | 'io' | 'now'> {
  /** Null where the master secret, by which answers are kept, is not at hand. */
  readonly answers: Pick<AnswerStore, 'answers'> | null;
}

/** `registry check`: the answer that a report about a call to this line would get. */
export async function checkNumber(args: readonly string[], context: CheckContext): Promise<number> {
  const { store, answers, io, now } = context;
  const e164 = args.length === 0 ? null : readNumber(args.join(' '));
  if (e164 === null) {
    io.err('usage: registry check NUMBER, as +14135550142 or (413) 555-0142');
    return 2;
  }
  const lists = createRegistryLookup(store, { registries: registries.map(({ id }) => id), clock: now });
  const lookup = answers === null ? lists : withKeptAnswers(lists, { store: answers, clock: now });
  const told = await lookup.lookUp({ e164, country: null });
  if (told.length === 0) {
    const asked = formOfLine(e164);
    io.out(
      `${e164}: unknown, ${asked === null ? 'no held list covers its area code' : `no answer of ${asked.registry} counts`}`,
    );
  }
  const today = formatListDay(dayOf(now()));
  for (const { registry, registered, since, noLaterThan, asOf, staleFrom, source } of told) {
    const from = since === null ? `, since ${noLaterThan} at the latest` : `, since ${since}`;
    const held = `${registry}, ${source === 'query' ? 'its answer' : 'list'} of ${asOf}`;
    const stale = typeof staleFrom === 'string' && staleFrom <= today ? ', too old to go by' : '';
    io.out(`${e164}: ${registered ? `registered${from}` : 'not registered'} (${held})${stale}`);
  }
  return 0;
}

/** E.164, or a North American number as people write it. */
function readNumber(shown: string): string | null {
  const compact = shown.replace(/[\s().-]/g, '');
  if (/^\+[1-9]\d{7,14}$/.test(compact)) {
    return compact;
  }
  return /^1?\d{10}$/.test(compact) ? `+1${compact.slice(-10)}` : null;
}
