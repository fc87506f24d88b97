import { checkFields } from './form-checks.ts';

/**
 * Solves the challenge of a form that asks for a proof of work (`<input name="challenge" data-bits data-wait>` and an empty
 * `<input name="proof">`), then sends the form again. A slow device sends when the wait is over, as people do without
 * scripts. Whoever comes back to the page wanted to leave what follows it: then the button alone sends. No worker: 256
 * hashes at a time leave the page usable.
 */
export const proofScript = `
(() => {
  'use strict';
  const asked = document.querySelector('input[name="${checkFields.challenge}"][data-bits]');
  if (!asked || performance.getEntriesByType('navigation')[0]?.type === 'back_forward') { return; }
  const { form } = asked;
  const bits = Number(asked.dataset.bits);
  const until = Date.now() + Number(asked.dataset.wait) * 1000;
  const send = () => form.requestSubmit();
  if (!globalThis.crypto || !crypto.subtle) { setTimeout(send, until - Date.now()); return; }
  const text = new TextEncoder();
  const zeros = (bytes) => {
    const first = bytes.findIndex((byte) => byte !== 0);
    return first < 0 ? 256 : first * 8 + Math.clz32(bytes[first]) - 24;
  };
  const search = async (from) => {
    const hashes = await Promise.all(Array.from({ length: 256 }, (_, index) =>
      crypto.subtle.digest('SHA-256', text.encode(asked.value + ':' + (from + index)))));
    const found = hashes.findIndex((hash) => zeros(new Uint8Array(hash)) >= bits);
    if (found >= 0) { form.elements.namedItem('${checkFields.proof}').value = String(from + found); }
    if (found >= 0 || Date.now() >= until) { send(); } else { setTimeout(search, 0, from + 256); }
  };
  search(0);
})();
`
  .replaceAll(/\n\s+/g, '\n')
  .trim();
