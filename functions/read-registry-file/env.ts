import * as z from 'zod/mini';

const name = z.string().check(z.minLength(1));

const schema = z.object({
  REGISTRATIONS_TABLE: name,
  REGISTRY_BUCKET: name,
  LIST_BUCKET: name,
  LIST_QUEUE_URL: name,
  AREA_QUEUE_URL: name,
});

export const env = schema.parse(process.env);
