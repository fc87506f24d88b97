/** A copy of its own: a slice keeps the whole piece of the file that it was cut from in memory. */
export function detached(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
