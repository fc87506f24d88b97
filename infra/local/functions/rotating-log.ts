import { closeSync, fstatSync, openSync, renameSync, writeSync } from 'node:fs';

/** A log file that starts anew when it is full; one earlier file stays as `<path>.1`. */
export interface RotatingLog {
  write(text: string | Uint8Array): void;
  close(): void;
}

/** Never throws: a log that cannot be written (a full disk, a folder moved away) is not what a run should die of. */
export function openRotatingLog(path: string, maximumBytes = 5_000_000): RotatingLog {
  let file: number | undefined;
  let size = 0;

  function open(): number | undefined {
    try {
      file = openSync(path, 'a', 0o600);
      size = fstatSync(file).size;
    } catch {
      file = undefined;
    }
    return file;
  }

  function rotate(full: number): number | undefined {
    closeSync(full);
    renameSync(path, `${path}.1`);
    return open();
  }

  let closed = false;
  open();
  return {
    write: (text) => {
      const bytes = typeof text === 'string' ? Buffer.from(text) : text;
      try {
        const current = closed ? undefined : (file ?? open());
        const target =
          current !== undefined && size > 0 && size + bytes.length > maximumBytes ? rotate(current) : current;
        if (target !== undefined) {
          writeSync(target, bytes);
          size += bytes.length;
        }
      } catch {
        file = undefined;
      }
    },
    close: () => {
      closed = true;
      if (file !== undefined) {
        closeSync(file);
        file = undefined;
      }
    },
  };
}
