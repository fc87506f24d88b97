import { BlockList, isIP } from 'node:net';

/** Whether one of the addresses or networks (`192.0.2.0/24`, `2001:db8::/32`) holds `address`. With none every address will do. */
export function isAllowedAddress(address: string, allowed: readonly string[]): boolean {
  if (allowed.length === 0) {
    return true;
  }
  const family = familyOf(address);
  const list = new BlockList();
  for (const entry of allowed) {
    const [network = '', bits] = entry.split('/');
    const ofNetwork = familyOf(network);
    if (ofNetwork !== undefined) {
      list.addSubnet(network, bits === undefined ? (ofNetwork === 'ipv4' ? 32 : 128) : Number(bits), ofNetwork);
    }
  }
  return family !== undefined && list.check(address, family);
}

/** Whether a setting names an address or a network. */
export function isNetwork(text: string): boolean {
  const [network = '', bits, ...rest] = text.split('/');
  const family = familyOf(network);
  return (
    family !== undefined &&
    rest.length === 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 'ipv4' ? 32 : 128)))
  );
}

function familyOf(address: string): 'ipv4' | 'ipv6' | undefined {
  const version = isIP(address);
  return version === 4 ? 'ipv4' : version === 6 ? 'ipv6' : undefined;
}
