/** Ends the reading of a list: `message` tells the operator why it cannot be relied on. Never holds what its lines say. */
export class ListRefused extends Error {
  override readonly name = 'ListRefused';
}
