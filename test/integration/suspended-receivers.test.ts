import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setDomainRule } from '../../server/actions/set-domain-rule.ts';
import { addressees, everyKnownInbox, whoKnows } from '../../server/reads/addressees.ts';
import { saveFollow } from '../../server/store/follows.ts';
import { aTeacher, openDistrict, type TestDistrict } from '../support/district.ts';
import { aStranger } from '../support/strangers.ts';

describe('nothing goes to a suspended server', () => {
  let node: TestDistrict;
  let ruth: string;

  beforeAll(async () => {
    node = await openDistrict();
    ruth = await aTeacher(node.ctx, 'ruth');
  });
  afterAll(() => node?.stop());

  test('nor to any name below it or port of it, by whatever way it would be reached', async () => {
    const { ctx } = node;
    const priya = await aTeacher(ctx, 'priya', { role: 'admin' });
    const hosts = ['a.b.nasty.example', 'nasty.example:8443', 'notnasty.example'];
    const people = [];
    for (const [n, host] of hosts.entries()) {
      const uri = `https://${host}/users/sam${n}`;
      const sam = await aStranger(ctx, `sam${n}`, { host, uri, inbox: `${uri}/inbox` });
      people.push(sam);
    }
    await setDomainRule(ctx, priya, {
      domain: 'nasty.example',
      severity: 'suspend',
      rejectMedia: false,
      rejectReports: false,
      publicComment: '',
      privateComment: '',
      obfuscate: false,
    });
    // whoever came by another way than a follow that the rule ended
    for (const sam of people) {
      await ctx.db.updateTable('actor').set({ state: 'active' }).where('id', '=', sam.id).execute();
      await saveFollow(
        ctx.db,
        { followerId: sam.id, followedId: ruth, uri: `${sam.uri}#f`, state: 'accepted' },
        ctx.clock.now(),
      );
    }
    const actors = people.map((sam) => ({ ...sam, state: 'active' as const }));
    const reached = {
      'as followers': await addressees(ctx.db, { followersOf: [ruth], actors: [] }),
      'as named': await addressees(ctx.db, { followersOf: [], actors }),
      'as those who know her': await whoKnows(ctx.db, ruth),
      'as known at all': await everyKnownInbox(ctx.db),
    };
    for (const [how, to] of Object.entries(reached))
      expect([how, to.map(({ host }) => host)]).toEqual([how, ['notnasty.example']]);
  });
});
