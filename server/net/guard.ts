import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { NetError } from './errors.ts';

/** What may be reached. The public guard is for real districts, the open one for tests and the demo. */
export interface Guard {
  /** plain http besides https */
  http: boolean;
  /** ports besides 443 */
  anyPort: boolean;
  /** names that only mean something inside a network: `localhost`, `db`, `printer.local` */
  localNames: boolean;
  /** may this address, an IP in text form, be connected to? */
  address: (ip: string) => boolean;
}

export const PUBLIC_GUARD: Guard = {
  http: false,
  anyPort: false,
  localNames: false,
  address: isPublicAddress,
};
export const OPEN_GUARD: Guard = { http: true, anyPort: true, localNames: true, address: () => true };

const GLOBAL_UNICAST_V6 = ipaddr.IPv6.parseCIDR('2000::/3');
const LOCAL_NAME = /(^|\.)(localhost|local|internal|home\.arpa)$/;

/**
 * Whether an IP address lies on the public internet. Everything else is refused: private, loopback,
 * link-local, shared, documentation, multicast and reserved ranges, and every IPv6 form that carries an
 * IPv4 address inside (mapped, compatible, NAT64, 6to4, Teredo), since it may be translated to a private one.
 *
 * @param ip IPv4 dotted or IPv6 text; anything that is not an IP gives false
 * Source: IANA special-purpose registries (RFC 6890 and updates), as in GoToSocial's sanitiser.
 */
export function isPublicAddress(ip: string): boolean {
  if (isIP(ip) === 0) return false;
  const address = ipaddr.parse(ip);
  if (address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv4 || address.match(GLOBAL_UNICAST_V6);
}

/**
 * Checks the parts of a URL that can be judged before any connection, and drops its fragment. Addresses,
 * also those written as the host, are checked at the moment of connecting (`connect.ts`).
 *
 * @throws NetError `url`, `scheme`, `port` or `address`
 */
export function checkUrl(text: string, guard: Guard, maxLength: number): URL {
  if (text.length > maxLength) throw new NetError('url', 'the address is too long');
  const url = URL.parse(text);
  if (!url) throw new NetError('url', 'the address is not a proper web address');
  if (url.protocol !== 'https:' && !(guard.http && url.protocol === 'http:')) {
    throw new NetError(
      'scheme',
      guard.http ? 'the address is not http or https' : 'the address is not https',
    );
  }
  if (url.username || url.password) throw new NetError('url', 'the address contains a user name or password');
  if (url.port && !guard.anyPort) throw new NetError('port', `the address names port ${url.port}, not 443`);
  // A dot at the end makes another spelling of the same host, which would slip past a list of blocked hosts.
  if (url.hostname.endsWith('.')) throw new NetError('address', 'the host name ends with a dot');
  if (!guard.localNames && isLocalName(url.hostname)) {
    throw new NetError('address', 'the host name only has a meaning inside a private network');
  }
  url.hash = '';
  return url;
}

function isLocalName(hostname: string): boolean {
  if (hostname.startsWith('[')) return false;
  return !hostname.includes('.') || LOCAL_NAME.test(hostname);
}
