/** Thrown out of waits and calls when the local run stops; whoever sees it leaves without a word. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** Something that can be asked to stop, and waits that end early when it is. */
export interface Stoppable {
  readonly isStopping: boolean;
  stop(): void;
  /** Rejects with Stopped. */
  pause(milliseconds: number): Promise<void>;
}

export function createStoppable(): Stoppable {
  const stopping = new AbortController();
  const { signal } = stopping;
  return {
    get isStopping() {
      return signal.aborted;
    },
    stop: () => stopping.abort(),
    pause: (milliseconds) =>
      new Promise((resolve, reject) => {
        const onAbort = () => {
          clearTimeout(timer);
          reject(new Stopped());
        };
        const timer = setTimeout(() => {
          signal.removeEventListener('abort', onAbort);
          resolve();
        }, milliseconds);
        if (signal.aborted) {
          onAbort();
        } else {
          signal.addEventListener('abort', onAbort, { once: true });
        }
      }),
  };
}
