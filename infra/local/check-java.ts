import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LocalRunError } from './local-run-error.ts';

const OLDEST = 17;
const HOW =
  'Debian/Ubuntu: sudo apt-get install openjdk-17-jre-headless; macOS: brew install openjdk@17; ' +
  'Windows: winget install EclipseAdoptium.Temurin.17.JRE';

/** `17.0.15` → 17, `1.8.0_402` → 8, undefined when it says nothing. */
export function javaMajor(words: string): number | undefined {
  const version = /version "(\d+)(?:\.(\d+))?/.exec(words);
  const [, first, second] = version ?? [];
  if (first === undefined) {
    return undefined;
  }
  return first === '1' && second !== undefined ? Number(second) : Number(first);
}

function ask(java: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(java, ['-version'], { stdio: ['ignore', 'pipe', 'pipe'] });
    let words = '';
    child.stdout.on('data', (chunk: Buffer) => {
      words += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      words += chunk.toString();
    });
    child.once('error', () => resolve(undefined));
    child.once('close', (code) => resolve(code === 0 ? words : undefined));
  });
}

/** Finds a Java that can run DynamoDB Local; answers the command that starts it. */
export async function findJava(environment: NodeJS.ProcessEnv): Promise<string> {
  const home = environment['JAVA_HOME'];
  const ofHome = home === undefined ? undefined : join(home, 'bin', 'java');
  const java = ofHome !== undefined && existsSync(ofHome) ? ofHome : 'java';
  const words = await ask(java);
  const major = words === undefined ? undefined : javaMajor(words);
  if (major === undefined) {
    throw new LocalRunError(`Java ${OLDEST} or newer is needed for DynamoDB Local and was not found. ${HOW}`);
  }
  if (major < OLDEST) {
    throw new LocalRunError(`Java ${OLDEST} or newer is needed for DynamoDB Local; ${java} is ${major}. ${HOW}`);
  }
  return java;
}
