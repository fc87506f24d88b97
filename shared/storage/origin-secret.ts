import { readSecret } from './secret-store.ts';

/** The edge's secret, read once; empty where a deployment has no edge. */
export function originSecret(arn: string | undefined): { readonly originSecret?: () => Promise<string> } {
  if (arn === undefined) {
    return {};
  }
  let reading: Promise<string> | undefined;
  return {
    originSecret: () => {
      reading ??= readSecret(arn).catch((error: unknown) => {
        // A failed read is tried again by the next request.
        reading = undefined;
        throw error;
      });
      return reading;
    },
  };
}
