// A function of the local run's own test app: answers in every shape a function can.
import { appendFileSync } from 'node:fs';

let calls = 0;

const shapes = {
  echo: (event) => event,
  text: () => 'plain text',
  bytes: () => ({ statusCode: 200, headers: { 'content-type': 'image/png' }, body: 'AP+A', isBase64Encoded: true }),
  cookies: () => ({ statusCode: 200, cookies: ['a=1', 'b=2'], body: '' }),
  created: () => ({ statusCode: 201, headers: { 'X-Custom': 'yes', 'Content-Type': 'application/json' }, body: '{}' }),
  malformed: () => ({ statusCode: 'many' }),
  large: () => ({ statusCode: 200, body: 'x'.repeat(6_400_000) }),
  throws: () => {
    throw new Error('thrown on purpose');
  },
  exits: () => process.exit(3),
  hangs: () => new Promise(() => {}),
  slow: () => new Promise((resolve) => setTimeout(() => resolve({ statusCode: 200, body: 'slow' }), 300)),
  counts: () => {
    calls += 1;
    return { calls };
  },
  environment: (_event, context) => ({
    env: process.env,
    zone: new Date(0).getTimezoneOffset(),
    context: { ...context, remaining: context.getRemainingTimeInMillis() },
  }),
  logs: () => {
    console.log('a line on stdout');
    console.error('a line on stderr');
    return 'logged';
  },
  'large-body': (event) => ({ length: event.body.length }),
};

export const handler = async (event, context) => {
  if (event.detail !== undefined || event.fail === true) {
    appendFileSync(process.env.RECORD, `${JSON.stringify({ kind: 'direct', event })}\n`);
    if (event.fail === true) {
      throw new Error('an event that always fails');
    }
    return { seen: event };
  }
  const shape = shapes[event.pathParameters?.shape];
  if (shape === undefined) {
    return { statusCode: 404, body: `no shape for ${event.routeKey}` };
  }
  return shape(event, context);
};
