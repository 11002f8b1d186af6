import { describe, expect, test } from '@jest/globals';
import { administers, moderates } from '../../server/domain/moderating.ts';

const viewer = (role: 'member' | 'moderator' | 'admin') => ({ kind: 'member' as const, actorId: 'a', role });

describe('who moderates', () => {
  test.each([
    ['member', false, false],
    ['moderator', true, false],
    ['admin', true, true],
  ] as const)('a %s', (role, mayModerate, mayAdminister) => {
    for (const who of [viewer(role), { role }, { role, state: 'active' as const }])
      expect([moderates(who), administers(who)]).toEqual([mayModerate, mayAdminister]);
  });

  test('nobody who is not known, suspended, or whose account is closed', () => {
    const server = { kind: 'server' as const, host: 'h', actorUri: 'u' };
    const gone = (['closed', 'suspended'] as const).map((state) => ({ role: 'admin' as const, state }));
    for (const who of [null, { kind: 'anonymous' as const }, server, ...gone])
      expect([moderates(who), administers(who)]).toEqual([false, false]);
  });
});
