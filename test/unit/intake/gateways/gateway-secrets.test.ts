import { describe, expect, it } from 'vitest';
import {
  readGenericSecret,
  readInfobipSecret,
  readTwilioSecret,
  readVonageSecret,
} from '#shared/intake/gateways/gateway-secrets.ts';

const secret = 'only-the-gateway-knows-it';

/** Logs have an error's name and never its message. */
function nameOfFault(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    return error instanceof Error ? error.name : typeof error;
  }
  return 'none';
}

describe('a secret of a gateway that cannot be used', () => {
  it.each([
    ['not JSON', 'GatewaySecretFault (not JSON)', () => readTwilioSecret(secret)],
    ['a field is empty', 'GatewaySecretFault (current: too_small)', () => readTwilioSecret('{"current":""}')],
    [
      'a field is missing',
      'GatewaySecretFault (apiKey: invalid_type)',
      () => readInfobipSecret(JSON.stringify({ current: secret })),
    ],
    [
      'two are missing',
      'GatewaySecretFault (apiKey: invalid_type, apiSecret: invalid_type)',
      () => readVonageSecret(JSON.stringify({ current: secret })),
    ],
    [
      'a field is misspelt',
      'GatewaySecretFault (secret: unrecognized_keys)',
      () => readGenericSecret(JSON.stringify({ current: secret, previos: secret })),
    ],
  ])('%s: the name of the fault tells it, as that is what is logged', (_, name, read) => {
    expect(nameOfFault(read)).toBe(name);
    expect(read).toThrow(expect.not.objectContaining({ message: expect.stringContaining(secret) }));
  });
});
