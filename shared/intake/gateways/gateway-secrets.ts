import * as z from 'zod/mini';
import { onFirstUse } from '#shared/runtime/on-first-use.ts';

/** Given by the gateway: as long as it makes them. Never empty, which would verify what anybody signs. */
const given = z.string().check(z.minLength(1), z.maxLength(1000));
/** Chosen by the operator. */
const chosen = z.string().check(z.minLength(16), z.maxLength(1000));

/** Two are valid at a time, so that a secret changes without a message lost. */
const rotating = <T extends z.ZodMiniType<string>>(secret: T) => ({ current: secret, previous: z.optional(secret) });

const schemas = onFirstUse(() => ({
  /** The account's auth tokens: primary, and secondary while it is promoted. */
  twilio: z.strictObject(rotating(given)),
  /** The signature secrets of the account, and its API key and secret, with which replies go out. */
  vonage: z.strictObject({ ...rotating(given), apiKey: given, apiSecret: given }),
  /** Whole values of the `Authorization` header that Infobip sends us, and the API key with which replies go out. */
  infobip: z.strictObject({ ...rotating(chosen), apiKey: given }),
  /** Keys of the HMAC, or whole values of the header where nothing is signed. */
  generic: z.strictObject(rotating(chosen)),
}));

type Schemas = ReturnType<typeof schemas>;
export type GatewaySecret = z.infer<Schemas['twilio']>;
export type VonageSecret = z.infer<Schemas['vonage']>;
export type InfobipSecret = z.infer<Schemas['infobip']>;

export const readTwilioSecret = (text: string): GatewaySecret => read(schemas().twilio, text);
/** Both of Vonage's APIs: they share account and signature secrets. */
export const readVonageSecret = (text: string): VonageSecret => read(schemas().vonage, text);
export const readInfobipSecret = (text: string): InfobipSecret => read(schemas().infobip, text);
export const readGenericSecret = (text: string): GatewaySecret => read(schemas().generic, text);

/** The secrets to verify with, the current one first. */
export function validSecrets({ current, previous }: GatewaySecret): readonly string[] {
  return previous === undefined ? [current] : [current, previous];
}

/** The secret cannot be used. Logs show names of errors and no messages, so the name tells which field and why; never a value. */
class GatewaySecretFault extends Error {
  override readonly name: string;

  constructor(faults: string) {
    super(`the secret of an SMS gateway cannot be used (docs/gateways.md): ${faults}`);
    this.name = `GatewaySecretFault (${faults})`;
  }
}

/** Throws without quoting anything of the text. */
function read<T>(schema: z.ZodMiniType<T>, text: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new GatewaySecretFault('not JSON');
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    throw new GatewaySecretFault(
      parsed.error.issues.map(({ path, code }) => `${path.join('.') || 'secret'}: ${code}`).join(', '),
    );
  }
  return parsed.data;
}
