/** The process dying: thrown out of a port, never caught by the code under test. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/** Counts port calls and cuts the process at one of them, before or after it took effect. */
export class Fuse {
  calls = 0;
  #at: number;
  #when: 'before' | 'after';

  constructor(at = Number.POSITIVE_INFINITY, when: 'before' | 'after' = 'before') {
    this.#at = at;
    this.#when = when;
  }

  async run<T>(effect: () => Promise<T>): Promise<T> {
    this.calls += 1;
    const cut = this.calls === this.#at;
    if (cut && this.#when === 'before') {
      throw new Crash();
    }
    const result = await effect();
    if (cut) {
      throw new Crash();
    }
    return result;
  }
}

/** The same port, with every call through the fuse; `turn` decides when a call gets its turn among those that wait. */
export function fused<P extends object>(port: P, fuse: () => Fuse, turn: () => Promise<unknown> = async () => {}): P {
  return new Proxy(port, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      return typeof member === 'function'
        ? async (...args: unknown[]) => {
            await turn();
            return fuse().run(async () => Reflect.apply(member, target, args));
          }
        : member;
    },
  });
}
