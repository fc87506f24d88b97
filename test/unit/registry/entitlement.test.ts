import { describe, expect, it } from 'vitest';
import { declareEntitlement } from '#shared/registry/entitlement.ts';
import { listFormatIds } from '#shared/registry/formats/list-formats.ts';
import { findRegistry, registries, usNational } from '#shared/registry/registries.ts';

const declared = { subscription: '12345678-9', basis: 'own telemarketing' };
const synthetic = { subscription: 'synthetic', basis: 'test' };
const kindOf = (id: string, entitlement: typeof declared, madeUpLists = false) =>
  declareEntitlement(findRegistry(id) ?? usNational, entitlement, { madeUpLists }).kind;

describe('who may hold a list', () => {
  it.each(['us-national', 'us-ma', 'ca-dncl', 'uk-tps'])('%s: who declares a subscription and a legal basis', (id) => {
    const registry = findRegistry(id) ?? usNational;
    expect(declareEntitlement(registry, declared)).toEqual({ kind: 'entitled', entitlement: declared });
    for (const missing of [
      { ...declared, subscription: ' ' },
      { ...declared, basis: undefined },
    ]) {
      expect(declareEntitlement(registry, missing)).toMatchObject({
        kind: 'refused',
        message: expect.stringMatching(/ may (?:hold|be used).*Name --(?:subscription|basis)/),
      });
    }
  });

  it.each(['au-dncr', 'sg-dnc', 'in-ncpr', 'fr-bloctel'])('%s: nobody, since it is never handed out', (id) => {
    const registry = findRegistry(id) ?? usNational;
    expect(declareEntitlement(registry, declared)).toEqual({ kind: 'refused', message: registry.whoMay });
    expect(kindOf(id, synthetic)).toBe('refused');
    expect(kindOf(id, declared, true)).toBe('refused');
  });

  it('but where lists are made up, a made-up one may stand for any', () => {
    expect(registries.map(({ id }) => kindOf(id, synthetic, true))).toEqual(registries.map(() => 'entitled'));
  });
});

describe('the registries', () => {
  it('have different ids, formats that exist, and a citation for each age they ask for', () => {
    expect(new Set(registries.map(({ id }) => id)).size).toBe(registries.length);
    for (const registry of registries) {
      expect(listFormatIds).toEqual(expect.arrayContaining([...registry.formats]));
      expect(registry.maxListAgeDays === null).toBe(registry.maxListAgeCitation === null);
    }
  });
});
