import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

test.each(['stdout', 'stderr'] as const)('a command whose %s nobody reads any more goes on to its end', async (cut) => {
  const command = spawn(process.execPath, ['infra/cli/main.ts', 'help'], { stdio: ['ignore', 'pipe', 'pipe'] });
  command[cut].destroy();
  expect(await once(command, 'exit')).toEqual([0, null]);
});
