import fc from 'fast-check';

/** Few areas, pages and lines, so that histories meet; first and last of each among them. */
export const anyLine = fc
  .tuple(
    fc.constantFrom('202', '413', '617'),
    fc.constantFrom('000', '555', '556', '999'),
    fc.oneof(
      fc.constantFrom('0000', '0001', '5000', '9998', '9999'),
      fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, '0')),
    ),
  )
  .map(([areaCode, exchange, last]) => `${areaCode},${exchange}${last}`);

export const anyList = fc.uniqueArray(anyLine, { minLength: 1, maxLength: 60 });
