import { basicCharacters, extensionCharacters } from '../gsm-alphabet.ts';

/** How a text travels: 3GPP TS 23.038 (alphabets) and TS 23.040, 9.2.3.24.1 and .8 (parts). */
export interface Segments {
  readonly encoding: 'gsm7' | 'ucs2';
  /** Septets of GSM 7-bit, or UTF-16 units of UCS-2. */
  readonly units: number;
  readonly segments: number;
}

/** Units of a text that travels alone, and of each part with a header of an 8-bit or a 16-bit reference. */
const capacities = {
  gsm7: { alone: 160, 8: 153, 16: 152 },
  ucs2: { alone: 70, 8: 67, 16: 66 },
} as const;

/** True where every character is one septet, so that a text holding this one can still be GSM 7-bit. */
export function isBasicGsm(text: string): boolean {
  return [...text].every((character) => basicCharacters.has(character));
}

/** Counts as a phone does; nothing that takes two units is torn apart between parts. An empty text is one segment. */
export function countSegments(text: string, referenceBits: 8 | 16 = 8): Segments {
  const characters = [...text];
  const encoding = characters.every((each) => basicCharacters.has(each) || extensionCharacters.has(each))
    ? 'gsm7'
    : 'ucs2';
  const sizes = characters.map((each) => (encoding === 'gsm7' ? (extensionCharacters.has(each) ? 2 : 1) : each.length));
  const units = sizes.reduce((sum, size) => sum + size, 0);
  if (units <= capacities[encoding].alone) {
    return { encoding, units, segments: 1 };
  }
  const capacity = capacities[encoding][referenceBits];
  let segments = 1;
  let left = capacity;
  for (const size of sizes) {
    if (size > left) {
      segments += 1;
      left = capacity;
    }
    left -= size;
  }
  return { encoding, units, segments };
}
