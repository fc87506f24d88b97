import fc from 'fast-check';

/**
 * Everybody who runs the same tests generates the same cases: what fails was broken by the change that is tested.
 * `PROPERTY_SEED=fresh npm test` looks for new ones; a failure prints its seed, which `PROPERTY_SEED` plays again.
 */
const asked = process.env['PROPERTY_SEED'] ?? '20261122';
fc.configureGlobal({ seed: asked === 'fresh' ? Date.now() % 2 ** 31 : Number(asked) });
