import { createHash } from 'node:crypto';
import { proofScript } from '#shared/http/proof-script.ts';
import { icon } from './icon.ts';
import { script } from './script.ts';

interface Asset {
  readonly type: string;
  readonly body: string;
}

const scripts = `${script}\n${proofScript}`;

const assets: Readonly<Record<string, Asset>> = {
  'script.js': { type: 'text/javascript; charset=utf-8', body: scripts },
  'icon.svg': { type: 'image/svg+xml', body: icon.toString() },
};

/** Of all assets together: pages of one deployment never meet the script of another. */
const assetVersion = createHash('sha256')
  .update(JSON.stringify([scripts, icon.toString()]))
  .digest('base64url')
  .slice(0, 12);

export function assetPath(name: 'script.js' | 'icon.svg'): string {
  return `/assets/${assetVersion}/${name}`;
}

/** Null for another version, too: what is cached for ever must be what its address says. */
export function findAsset(version: string, name: string): Asset | null {
  return version === assetVersion && Object.hasOwn(assets, name) ? (assets[name] ?? null) : null;
}
