import { isObject, type Json, parseJson } from './json.ts';
import type { Plan } from './resources/plan.ts';

/** The parameter in which the app says where everything is; null if it has none. */
export function directoryOf(plan: Plan): Json {
  const entry = [...plan.parameters].find(([name]) => name.endsWith('/directory'));
  return entry === undefined ? null : parseJson(entry[1]);
}

/** Where regulator keys are kept. */
export function accessTableOf(directory: Json): string | undefined {
  const tables = isObject(directory) ? directory['tables'] : undefined;
  const table = isObject(tables) ? tables['Access'] : undefined;
  return typeof table === 'string' ? table : undefined;
}

/** The secret that is shared with Twilio, which the phone simulator plays. */
export function twilioSecretOf(directory: Json): string | undefined {
  const sms = isObject(directory) ? directory['sms'] : undefined;
  const secrets = isObject(sms) ? sms['secrets'] : undefined;
  const secret = isObject(secrets) ? secrets['twilio'] : undefined;
  return typeof secret === 'string' ? secret : undefined;
}
