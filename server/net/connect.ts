import { Resolver, lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { NetError } from './errors.ts';
import type { Guard } from './guard.ts';
import type { Limits } from './limits.ts';

/** Host name in, its IP addresses in text form out; an empty list when the name is not known. */
export type Lookup = (hostname: string) => Promise<readonly string[]>;

/**
 * Asks the name servers directly. Unlike `dns.lookup` this occupies no thread of the pool, which signing and
 * files share, so a slow foreign name server slows nothing else down. IPv4 comes first.
 *
 * @param servers addresses with ports; default: those of the machine
 */
export function publicLookup(limits: Limits, servers?: readonly string[]): Lookup {
  const resolver = new Resolver({ timeout: Math.ceil(limits.dnsMs / 3), tries: 2 });
  if (servers) resolver.setServers(servers);
  return async (hostname) => {
    const answers = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
    const addresses = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
    if (addresses.length > 0) return addresses;
    const failures = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
    const failure = failures.find((error) => error.code !== 'ENOTFOUND' && error.code !== 'ENODATA');
    if (failure) throw failure;
    return [];
  };
}

/** Asks the operating system, which knows `localhost` and the hosts file: for tests and the demo. */
export async function localLookup(hostname: string): Promise<readonly string[]> {
  const found = await systemLookup(hostname, { all: true });
  return found.map((entry) => entry.address);
}

/**
 * The one place where addresses are judged: the very addresses that the socket is about to connect to. A name
 * that answers differently the second time (DNS rebinding) therefore gains nothing.
 */
export function guardedConnector(guard: Guard, limits: Limits, lookup: Lookup): buildConnector.connector {
  const connect = buildConnector({
    timeout: limits.dnsMs + limits.connectMs,
    lookup: guardedLookup(guard, limits, lookup),
    autoSelectFamily: true,
    // Node's 250 ms gives up on every distant server that has more than one address.
    autoSelectFamilyAttemptTimeout: 1_000,
  });
  return (options, callback) => {
    // No lookup takes place for a host that is an IP address already.
    if (isIP(options.hostname) !== 0 && !guard.address(options.hostname)) {
      process.nextTick(callback, refusedAddress(), null);
      return;
    }
    connect(options, callback);
  };
}

function guardedLookup(guard: Guard, limits: Limits, lookup: Lookup): LookupFunction {
  return (hostname, options, callback) => {
    resolveInTime(hostname, lookup, limits.dnsMs).then(
      (addresses) => {
        const allowed = addresses.filter((ip) => isIP(ip) !== 0 && guard.address(ip));
        const first = allowed[0];
        if (first === undefined) {
          callback(addresses.length > 0 ? refusedAddress() : unknownName(), '', 0);
        } else if (options.all) {
          callback(
            null,
            allowed.map((address) => ({ address, family: isIP(address) })),
          );
        } else {
          callback(null, first, isIP(first));
        }
      },
      (error: NetError) => callback(error, '', 0),
    );
  };
}

async function resolveInTime(hostname: string, lookup: Lookup, ms: number): Promise<readonly string[]> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(reject, ms, new NetError('dns', 'their name server did not answer in time'));
  try {
    return await Promise.race([lookup(hostname), late]);
  } catch (error) {
    if (error instanceof NetError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOTFOUND' || code === 'ENODATA') throw unknownName(error);
    throw new NetError('dns', 'their name server gave no usable answer', { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

function refusedAddress(): NetError {
  return new NetError('address', 'the address lies in a private or reserved network');
}

function unknownName(cause?: unknown): NetError {
  return new NetError('dns', 'their name is not known on the internet', { cause });
}
