import type { Made } from '../template/make-resources.ts';

export function made(ref: string, attributes: Readonly<Record<string, string | undefined>> = {}): Made {
  return { ref, attribute: (name) => attributes[name] };
}
