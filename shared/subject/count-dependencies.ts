import type { Clock } from '#shared/runtime/clock.ts';
import type { CountLimits } from './count-limits.ts';
import type { CountMemory } from './count-memory.ts';
import type { SubjectStores } from './ports.ts';

export interface CountAllDependencies extends SubjectStores {
  readonly clock: Clock;
  readonly limits: CountLimits;
}

export interface CountDependencies extends CountAllDependencies {
  readonly memory: CountMemory;
}
