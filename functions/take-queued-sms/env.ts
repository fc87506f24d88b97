import * as z from 'zod/mini';
import { smsVariables } from '#shared/storage/sms-variables.ts';

const schema = z.object(smsVariables);

export const env = schema.parse(process.env);
