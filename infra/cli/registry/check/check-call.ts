import { parseArgs } from 'node:util';

export const checkFileUsage = `usage: registry check-file REGISTRY FILE
         [--out FILE]              where the answers go; else they are printed
         [--contact call|text]     what the lines must be registered against; else calls
         [--with-numbers]          the number after each answer, in E.164`;

export interface CheckFileCall {
  readonly registry: string;
  readonly file: string;
  readonly contact: 'call' | 'text';
  readonly out: string | undefined;
  readonly withNumbers: boolean;
}

/** Null for a call that is not one. */
export function readCheckFileCall(args: readonly string[]): CheckFileCall | null {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        contact: { type: 'string', default: 'call' },
        'with-numbers': { type: 'boolean', default: false },
      },
    });
    const [registry, file, ...more] = positionals;
    const { contact, out } = values;
    return registry === undefined || file === undefined || more.length > 0 || (contact !== 'call' && contact !== 'text')
      ? null
      : { registry, file, contact, out, withNumbers: values['with-numbers'] };
  } catch {
    return null;
  }
}
