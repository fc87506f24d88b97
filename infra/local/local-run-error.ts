/** A reason not to start, in one clear line that says what to do; the start prints it and exits with 1. */
export class LocalRunError extends Error {
  override readonly name = 'LocalRunError';
}
