import { parseArgs } from 'node:util';
import { declareEntitlement, type Entitlement } from '#shared/registry/entitlement.ts';
import { findRegistry, type RegistryDefinition, registries } from '#shared/registry/registries.ts';
import type { UploadContext } from './upload-context.ts';

export const declareUsage = 'registry declare REGISTRY --subscription ID --basis TEXT';

/** In the local run lists are made up; whoever uploads a real one says so. */
export const syntheticList = { subscription: 'synthetic', basis: 'synthetic list, for tests and demonstration' };

/** `registry declare`: under what, and on what legal basis, the lists of a registry are held that will be uploaded. */
export async function declare(args: readonly string[], context: UploadContext): Promise<number> {
  const { io } = context;
  let call: { readonly positionals: string[]; readonly values: Partial<Record<keyof Entitlement, string>> };
  try {
    call = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { subscription: { type: 'string' }, basis: { type: 'string' } },
    });
  } catch {
    call = { positionals: [], values: {} };
  }
  const [id, ...more] = call.positionals;
  if (id === undefined || more.length > 0) {
    io.err(`usage: ${declareUsage}`);
    return 2;
  }
  const registry = knownRegistry(id, context);
  if (registry === null) {
    return 1;
  }
  const declared = await putDeclaration(registry, call.values, context);
  if (declared) {
    io.out(`${id}: lists that are uploaded are held under ${call.values.subscription ?? syntheticList.subscription}.`);
  }
  return declared ? 0 : 1;
}

export function knownRegistry(id: string, { io }: Pick<UploadContext, 'io'>): RegistryDefinition | null {
  const registry = findRegistry(id);
  if (registry === null) {
    io.err(`There is no registry ${id}; known: ${registries.map((each) => each.id).join(', ')}.`);
  }
  return registry;
}

/** False, and told why, if such a declaration opens nothing. */
export async function putDeclaration(
  registry: RegistryDefinition,
  words: Partial<Record<keyof Entitlement, string | undefined>>,
  { io, local, now, declarations }: UploadContext,
): Promise<boolean> {
  const given = local ? { ...syntheticList, ...definedOf(words) } : definedOf(words);
  const outcome = declareEntitlement(
    registry,
    { subscription: given.subscription, basis: given.basis },
    { madeUpLists: local },
  );
  if (outcome.kind === 'refused') {
    io.err(outcome.message);
    return false;
  }
  const declaredAt = now().toISOString();
  await declarations.put({ registry: registry.id, ...outcome.entitlement, declaredAt, madeUpLists: local });
  return true;
}

function definedOf(words: Partial<Record<keyof Entitlement, string | undefined>>): Partial<Entitlement> {
  return {
    ...(words.subscription === undefined ? {} : { subscription: words.subscription }),
    ...(words.basis === undefined ? {} : { basis: words.basis }),
  };
}
