import { closeSync, fstatSync, openSync, renameSync, writeSync } from 'node:fs';

/** A log file that starts anew when it is full; one earlier file stays as `<path>.1`. */
export interface RotatingLog {
  write(text: string | Uint8Array): void;
  close(): void;
}

export function openRotatingLog(path: string, maximumBytes = 5_000_000): RotatingLog {
  let file = openSync(path, 'a', 0o600);
  let size = fstatSync(file).size;
  let open = true;
  return {
    write: (text) => {
      if (!open) {
        return;
      }
      const bytes = typeof text === 'string' ? Buffer.from(text) : text;
      if (size > 0 && size + bytes.length > maximumBytes) {
        closeSync(file);
        renameSync(path, `${path}.1`);
        file = openSync(path, 'a', 0o600);
        size = 0;
      }
      writeSync(file, bytes);
      size += bytes.length;
    },
    close: () => {
      if (open) {
        open = false;
        closeSync(file);
      }
    },
  };
}
