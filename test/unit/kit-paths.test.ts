import { describe, expect, test } from '@jest/globals';
import { personUrl, replyUrl, tryUrl, workUrl } from '../../server/domain/addresses.ts';
import { paths } from '../../web/paths.ts';

const ORIGIN = 'https://ajar.pinehollow.example';

describe('paths', () => {
  test('of lasting things are those that other servers are told', () => {
    expect(ORIGIN + paths.person('ruth')).toBe(personUrl(ORIGIN, 'ruth'));
    expect(ORIGIN + paths.work('chen', '一题三解')).toBe(workUrl(ORIGIN, 'chen', '一题三解'));
    expect(ORIGIN + paths.adaptation('ruth', '01x')).toBe(tryUrl(ORIGIN, 'ruth', '01x'));
    expect(ORIGIN + paths.reply('ruth', '01x')).toBe(replyUrl(ORIGIN, 'ruth', '01x'));
  });

  test('keep whatever stands in them from leading elsewhere', () => {
    expect(paths.work('ruth', '../../admin?x#y')).toBe('/@ruth/..%2F..%2Fadmin%3Fx%23y');
    expect(paths.remotePerson('sam', 'localhost:3001')).toBe('/@sam@localhost:3001');
    expect(paths.remotePerson('sam', 'a/b')).toBe('/@sam@a%2Fb');
  });

  test('carry a query only where there is something to ask', () => {
    expect(paths.tried()).toBe('/write/tried');
    expect(paths.tried('https://a.example/x?y=1&z=2')).toBe(
      '/write/tried?of=https%3A%2F%2Fa.example%2Fx%3Fy%3D1%26z%3D2',
    );
  });
});
