import * as z from 'zod/mini';

// Apart from the plain ones: bundles that have no room hold only what they read.

export const json = z.pipe(
  z.string(),
  z.transform((text): unknown => JSON.parse(text)),
);

export const flag = z.pipe(
  z.enum(['true', 'false']),
  z.transform((text: 'true' | 'false') => text === 'true'),
);
