/** A way to write the lines of a page, without days; measured beside others. */
export interface Encoding {
  readonly name: string;
  /** `lines` ascending. */
  encode(lines: readonly number[]): Uint8Array;
  /** Whether the page that begins with byte `at` lists the line. Three bytes after the page may be looked at. */
  has(view: DataView, at: number, line: number): boolean;
}
