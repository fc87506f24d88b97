import type { FunctionSpec } from './function-spec.ts';
import { anyone } from './routes-for.ts';

/** What the service says about itself. */
export const service: readonly FunctionSpec[] = [
  {
    name: 'describe-service',
    memory: 512,
    timeoutSeconds: 10,
    // `$default` answers every address that is not a route with a 404 of ours, page or problem, instead of the gateway's own body.
    routes: anyone('GET /healthz', 'GET /openapi.json', '$default'),
    harm: 'Programs that read the API description, and health checks, get errors.',
  },
];
