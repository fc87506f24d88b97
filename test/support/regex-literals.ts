import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface RegexLiteral {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

const comment = /^\s*(?:\/\/|\/?\*).*$/gmu;
// A stroke where no division can stand begins a literal.
const literal = /(?:^|[(,=:[!&|?{};]|return)\s*\/(?![*/])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+)\/([dgimsuvy]*)/gmu;

/** Every regular expression that is written as a literal in the TypeScript files under these folders. */
export function regexLiterals(folders: readonly string[]): readonly RegexLiteral[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => {
        const file = join(folder, name);
        const code = readFileSync(file, 'utf8').replace(comment, '');
        return [...code.matchAll(literal)].map(([, source = '', flags = '']) => ({ file, source, flags }));
      }),
  );
}
