import { zeroBits } from '#shared/http/form-challenge.ts';

/** What a browser's script finds. */
export function solveChallenge(challenge: string, bits: number): string {
  for (let number = 0; ; number += 1) {
    if (zeroBits(challenge, String(number)) >= bits) {
      return String(number);
    }
  }
}
