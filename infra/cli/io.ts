/** Where a command writes: results to `out`, progress and complaints to `err`. */
export interface Io {
  out(line: string): void;
  err(line: string): void;
}
