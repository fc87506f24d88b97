import { registries } from '#shared/registry/registries.ts';
import { createRegistryLookup } from '#shared/registry/registry-look-up.ts';
import type { RegistryContext } from './registry-context.ts';

/** `registry check`: the answer that a report about a call to this line would get. */
export async function checkNumber(args: readonly string[], { store, io, now }: RegistryContext): Promise<number> {
  const e164 = args.length === 0 ? null : readNumber(args.join(' '));
  if (e164 === null) {
    io.err('usage: registry check NUMBER, as +14135550142 or (413) 555-0142');
    return 2;
  }
  const lookup = createRegistryLookup(store, { registries: registries.map(({ id }) => id), clock: now });
  const answers = await lookup.lookUp({ e164, country: null });
  if (answers.length === 0) {
    io.out(`${e164}: unknown, no held list covers its area code`);
  }
  for (const { registry, registered, since, noLaterThan, asOf } of answers) {
    const from = since === null ? `, since ${noLaterThan} at the latest` : `, since ${since}`;
    io.out(`${e164}: ${registered ? `registered${from}` : 'not registered'} (${registry}, list of ${asOf})`);
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
