import ipaddr from 'ipaddr.js';

/** Addresses of a proxy in front, of this machine or of the network around it: they stand for nobody in particular. */
const NEAR = new Set(['unspecified', 'loopback', 'private', 'linkLocal', 'uniqueLocal', 'carrierGradeNat']);

/** The part of an address that one visitor has: IPv4 whole, IPv6 its first 64 bits. */
export function addressKey(ip: string | undefined): string {
  return (ip !== undefined && keyOf(ip)?.key) || 'unknown';
}

/** The same, null where the address says nothing of who is behind it, such as that of a proxy. */
export function distantAddressKey(ip: string | undefined): string | null {
  const found = ip === undefined ? null : keyOf(ip);
  return found && !NEAR.has(found.range) ? found.key : null;
}

function keyOf(ip: string): { key: string; range: string } | null {
  if (!ipaddr.isValid(ip)) return null;
  const address = ipaddr.process(ip);
  const range = address.range();
  if (address instanceof ipaddr.IPv4) return { key: address.toString(), range };
  const network = address.parts.slice(0, 4).map((part) => part.toString(16));
  return { key: network.join(':'), range };
}
