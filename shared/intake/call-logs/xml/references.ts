const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const reference = /&(?:#(?:x([0-9a-f]{1,8})|([0-9]{1,10}))|([a-z]{2,4}));/gi;
const lastCodePoint = 0x10ffff;

/**
 * The value of an attribute with its references resolved: the five of XML 1.0 (section 4.6) and numeric ones; null where
 * another one stands, since only a declaration could define it. Emoji written as two surrogates become one again.
 */
export function resolveReferences(value: string): string | null {
  if (!value.includes('&')) {
    return value;
  }
  let resolved = 0;
  const text = value.replace(reference, (whole, hex: string | undefined, decimal: string | undefined, name = '') => {
    const letter = name === '' ? letterOf(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)) : named[name];
    resolved += letter === undefined ? 0 : 1;
    return letter ?? whole;
  });
  return resolved === ampersands(value) ? text.toWellFormed() : null;
}

function letterOf(code: number): string | undefined {
  return code <= lastCodePoint ? String.fromCodePoint(code) : undefined;
}

function ampersands(text: string): number {
  let count = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
    count += 1;
  }
  return count;
}
