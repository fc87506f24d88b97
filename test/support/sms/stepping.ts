import type { Process } from '#test/support/counting/interleaving.ts';

/** A port as one process sees it: it may be interrupted, or die, before and after each call. */
export function stepping<P extends object>(port: P, { step }: Pick<Process, 'step'>): P {
  return new Proxy(port, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      return typeof member === 'function'
        ? async (...args: unknown[]) => {
            await step();
            const result: unknown = await Reflect.apply(member, target, args);
            await step();
            return result;
          }
        : member;
    },
  });
}
