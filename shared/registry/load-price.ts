/** On demand in us-east-1, dollars a million units; other regions cost up to twice as much. */
const writeUnits = 0.625;
const readUnits = 0.125;

/** As an operator reads it: `$0.0312`. */
export function priceOf({ read, write }: { readonly read: number; readonly write: number }): string {
  const dollars = (write * writeUnits + read * readUnits) / 1_000_000;
  return `$${dollars.toFixed(4)}`;
}

/** Of a page at most 1,940 bytes, and what its item has besides: two units to write, one to read it back or before. */
export function estimateFull(pages: number): { readonly read: number; readonly write: number } {
  return { write: 2 * pages, read: 2 * pages };
}

/** A changed page carries what undoes the change: at most the page as it was, so that both together stay below 4 KB. */
export function estimateChange(pages: number): { readonly read: number; readonly write: number } {
  return { write: 4 * pages, read: 2 * pages };
}
