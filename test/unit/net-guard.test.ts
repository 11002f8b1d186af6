import { NetError } from '../../server/net/errors.ts';
import { checkUrl, type Guard, isPublicAddress, OPEN_GUARD, PUBLIC_GUARD } from '../../server/net/guard.ts';
import { DISGUISED_HOSTS, PUBLIC_ADDRESSES, REFUSED_ADDRESSES } from '../support/net-addresses.ts';

function kindOf(url: string, guard: Guard): string | null {
  try {
    checkUrl(url, guard, 2_048);
    return null;
  } catch (error) {
    if (error instanceof NetError) return error.kind;
    throw error;
  }
}

describe('addresses', () => {
  test.each(REFUSED_ADDRESSES)('%s is not public', (ip) => {
    expect(isPublicAddress(ip)).toBe(false);
  });

  test.each(PUBLIC_ADDRESSES)('%s is public', (ip) => {
    expect(isPublicAddress(ip)).toBe(true);
  });

  test.each(['', 'example.org', '127.1', '0x7f000001', '8.8.8.8:443', ' 8.8.8.8', '8.8.8.8/8'])(
    'what is not an address in full form is not public: "%s"',
    (text) => {
      expect(isPublicAddress(text)).toBe(false);
    },
  );
});

describe('the address of a document', () => {
  test.each<[string, string]>([
    ['http://school.example/a', 'scheme'],
    ['ftp://school.example/a', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['data:application/activity+json,{}', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['https://school.example:8443/a', 'port'],
    ['https://school.example:80/a', 'port'],
    ['https://me:secret@school.example/a', 'url'],
    ['https://me@school.example/a', 'url'],
    ['https://school.example:99999/a', 'url'],
    ['https://', 'url'],
    ['/users/a', 'url'],
    ['', 'url'],
    [`https://school.example/${'a'.repeat(2_048)}`, 'url'],
  ])('%s is refused as "%s"', (url, kind) => {
    expect(kindOf(url, PUBLIC_GUARD)).toBe(kind);
  });

  test.each(DISGUISED_HOSTS)('the host %s is a local name, or turns out to be a refused address', (host) => {
    const kind = kindOf(`https://${host}/`, PUBLIC_GUARD);
    const ip = new URL(`https://${host}/`).hostname.replace(/^\[|\]$/g, '');
    expect(kind === 'address' || !isPublicAddress(ip)).toBe(true);
    expect(kind === 'address' || /^[\d.]+$|:/.test(ip)).toBe(true);
  });

  test('a public one passes, with the standard port left out and without its fragment', () => {
    const url = checkUrl('https://SCHOOL.example:443/users/a?b=c#main-key', PUBLIC_GUARD, 2_048);
    expect(url.href).toBe('https://school.example/users/a?b=c');
  });

  test.each(['http://127.0.0.1:3001/users/a', 'http://localhost:8080/', 'https://database/'])(
    'the open guard lets %s through',
    (url) => {
      expect(kindOf(url, OPEN_GUARD)).toBeNull();
    },
  );

  test('even the open guard wants http or https, and no password', () => {
    expect(kindOf('ftp://127.0.0.1/', OPEN_GUARD)).toBe('scheme');
    expect(kindOf('http://me:secret@127.0.0.1/', OPEN_GUARD)).toBe('url');
  });
});
