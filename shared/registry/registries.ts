/** A do-not-call registry whose lists can be held. See reference pages of its authority for sizes and formats. */
export interface RegistryDefinition {
  readonly id: string;
  readonly name: string;
  /** Calling code that the file leaves out. */
  readonly callingCode: string;
  /** Callers must use a list no older than this on the day of the call. */
  readonly maxListAgeDays: number;
  readonly maxListAgeCitation: string;
  /** Why a list may only be held by a subscriber. */
  readonly whoMay: string;
}

export const usNational: RegistryDefinition = {
  id: 'us-national',
  name: 'United States National Do Not Call Registry',
  callingCode: '1',
  maxListAgeDays: 31,
  maxListAgeCitation: '16 CFR 310.4(b)(3)(iv)',
  whoMay:
    'The National Do Not Call Registry may be used only to comply with the do-not-call rules: ' +
    '47 USC 227(c)(3)(K) prohibits any other use, and the Telemarketing Sales Rule (16 CFR 310.4) makes misusing ' +
    "the list a violation of its own. Only an organisation with its own subscription may hold it; without one, a reporter's " +
    'own statement of registration is used.',
};

export const registries: readonly RegistryDefinition[] = [usNational];

export function findRegistry(id: string): RegistryDefinition | null {
  return registries.find((registry) => registry.id === id) ?? null;
}
