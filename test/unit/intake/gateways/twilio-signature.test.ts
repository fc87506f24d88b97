import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Parameter } from '#shared/intake/gateways/request-content.ts';
import { isTwilioBody, isTwilioSignature, twilioSignature } from '#shared/intake/gateways/twilio-signature.ts';
import { cyrillicForm, cyrillicToken, cyrillicUrl } from '#test/support/gateways/twilio-webhook.ts';

const token = '12345';
const url = 'https://mycompany.com/myapp.php?foo=1&bar=2';
const call: readonly Parameter[] = [
  ['CallSid', 'CA1234567890ABCDE'],
  ['Caller', '+14158675309'],
  ['Digits', '1234'],
  ['From', '+14158675309'],
  ['To', '+18005551212'],
];
const repeated: readonly Parameter[] = [
  ['Sid', 'CA123'],
  ['SidAccount', 'AC123'],
  ['Digits', '5678'],
  ['Digits', '1234'],
  ['Digits', '1234'],
];
const json = '{"property": "value", "boolean": true}';
const jsonHash = '0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620';

test.each([
  [url, call, 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
  ['https://mycompany.com:443/myapp.php?foo=1&bar=2', call, 'kvajT1Ptam85bY51eRf/AJRuM3w='],
  ['http://mycompany.com/myapp.php?foo=1&bar=2', call, 'OyGYPqTF6ztdbRNCvuQO/oPvqQ4='],
  ['http://mycompany.com:80/myapp.php?foo=1&bar=2', call, '0ZXoZLH/DfblKGATFgpif+LLRf4='],
  ['http://mycompany.com:1234/myapp.php?foo=1&bar=2', call, 'Zmvh+3yNM1Phv2jhDCwEM3q5ebU='],
  ['https://user:pass@mycompany.com/myapp.php?foo=1&bar=2', call, 'CukzLTc1tT5dXEDIHm/tKBanW10='],
  [url, repeated, 'IK+Dwps556ElfBT0I3Rgjkr1wJU='],
  [`${url}&bodySHA256=${jsonHash}`, [], 'a9nBmqA0ju/hNViExpshrM61xv4='],
] as const)('signs %s as the vendor does', (signedUrl, parameters, signature) => {
  expect(twilioSignature(token, signedUrl, parameters)).toBe(signature);
  expect(isTwilioSignature(signature, [token], signedUrl, [...parameters].reverse())).toBe(true);
  expect(isTwilioSignature(signature, ['54321'], signedUrl, parameters)).toBe(false);
});

test.each([
  ['https://mycompany.com/myapp.php?foo=1&bar=2', 'kvajT1Ptam85bY51eRf/AJRuM3w='],
  ['https://mycompany.com:443/myapp.php?foo=1&bar=2', 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
  ['http://mycompany.com/myapp.php?foo=1&bar=2', '0ZXoZLH/DfblKGATFgpif+LLRf4='],
  ['http://mycompany.com:1234/myapp.php?foo=1&bar=2', 'OyGYPqTF6ztdbRNCvuQO/oPvqQ4='],
])('%s may be signed with its port or without', (configured, signature) => {
  expect(isTwilioSignature(signature, [token], configured, call)).toBe(true);
});

test('the standard port goes between host and path, past a name, a password and an IPv6 address', () => {
  const signature = twilioSignature(token, 'https://user:pass@[2001:db8::1]:443/a?b=c:9', []);
  expect(isTwilioSignature(signature, [token], 'https://user:pass@[2001:db8::1]/a?b=c:9', [])).toBe(true);
});

test('no URL is made nicer before it is signed', () => {
  const signature = twilioSignature(token, "https://mycompany.com/it's?a=%7Eb", []);
  expect(isTwilioSignature(signature, [token], "https://mycompany.com/it's?a=%7Eb", [])).toBe(true);
  expect(isTwilioSignature(signature, [token], 'https://mycompany.com/it%27s?a=~b', [])).toBe(false);
});

test('a JSON body is held to the hash in its URL', () => {
  expect(isTwilioBody(Buffer.from(json), jsonHash)).toBe(true);
  expect(isTwilioBody(Buffer.from(`${json} `), jsonHash)).toBe(false);
  expect(isTwilioBody(Buffer.from(json), '')).toBe(false);
});

test('text outside ASCII is signed as UTF-8, never as Latin-1', () => {
  const body = cyrillicForm.find(([name]) => name === 'Body')?.[1] ?? '';
  expect([body.length, Buffer.byteLength(body), body.normalize('NFC') === body]).toEqual([51, 70, true]);
  const sorted = [...cyrillicForm].sort(([a], [b]) => (a < b ? -1 : 1)).flat();
  const signed = cyrillicUrl + sorted.join('');
  expect([Buffer.byteLength(signed), createHash('sha256').update(signed).digest('hex')]).toEqual([
    460,
    '55f9c02f2fd7de0561aef6ba1d5dd5b467ee1544e2da827c4c3e3dd912161b4b',
  ]);
  const accepts = (signature: string) => isTwilioSignature(signature, [cyrillicToken], cyrillicUrl, cyrillicForm);
  expect(accepts('yUpngNFKbdhUgQV7epR/gQY/efQ=')).toBe(true);
  expect(accepts('emwUiBnI5XeYSpOp7JQUJRVaF4c=')).toBe(false);
});
