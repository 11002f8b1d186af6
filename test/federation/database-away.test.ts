import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setUpDistrict } from '../../server/actions/set-up-district.ts';
import { takeBackWork } from '../../server/actions/take-back-work.ts';
import { createDistrict, type District } from '../../server/district.ts';
import { type DatabaseProxy, openDatabaseProxy } from '../support/database-proxy.ts';
import { aStory, aTeacher, publish } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { freePort } from '../support/free-port.ts';
import { AP_ACCEPT, openPeer, type Peer } from '../support/peer.ts';
import { AS, type PeerActor } from '../support/peer-actor.ts';
import { freshDatabase } from '../support/postgres.ts';

describe('while the database is away', () => {
  let district: District;
  let database: DatabaseProxy;
  let peer: Peer;
  let bob: PeerActor;
  let origin: string;
  let addresses: { seen: string[]; unseen: string[]; gone: string };
  let story: { id: string; uri: string; url: string };

  const get = (address: string) => fetch(address, { headers: { accept: AP_ACCEPT } });
  const aLike = (n: number) => ({
    '@context': AS,
    id: `${bob.uri}#likes/${n}`,
    type: 'Like',
    actor: bob.uri,
    object: story.uri,
  });

  const done = (uri: string) =>
    eventually(`${uri} is done`, async () => {
      const { db } = district.ctx;
      const row = await db
        .selectFrom('inbox_activity')
        .select('state')
        .where('uri', '=', uri)
        .executeTakeFirst();
      return row?.state === 'done';
    });

  beforeAll(async () => {
    database = await openDatabaseProxy(await freshDatabase());
    const port = await freePort();
    origin = `http://localhost:${port}`;
    district = await createDistrict({
      origin,
      port,
      host: '127.0.0.1',
      databaseUrl: database.url,
      dataDir: '/nonexistent',
      allowPrivateAddresses: true,
      role: 'all',
      smtpUrl: null,
      trustProxy: 0,
    });
    const { ctx } = district;
    await setUpDistrict(ctx, {
      districtName: 'Pine Hollow',
      shortName: 'pinehollow',
      country: '',
      timezone: 'UTC',
      language: 'en',
    });
    await district.start();
    peer = await openPeer();
    bob = peer.actor('bob');
    const [ruth, sam] = [await aTeacher(ctx, 'ruth'), await aTeacher(ctx, 'sam')];
    story = await publish(ctx, ruth);
    const other = await publish(ctx, sam, aStory({ title: 'Never asked for' }));
    const takenBack = await publish(ctx, ruth, aStory({ title: 'Taken back' }));
    await takeBackWork(ctx, ruth, takenBack.id, 'mistake');
    const of = (id: string, name: string, work: { uri: string; url: string }) => {
      const actor = `${origin}/ap/actors/${id}`;
      return [
        `${origin}/.well-known/webfinger?resource=acct:${name}@${ctx.host}`,
        `${origin}/@${name}`,
        actor,
        ...['outbox', 'outbox?page=first', 'followers', 'following', 'featured'].map(
          (one) => `${actor}/${one}`,
        ),
        work.uri,
        work.url,
        ...['replies', 'tries', 'context', 'activities/create'].map((one) => `${work.uri}/${one}`),
      ];
    };
    addresses = {
      seen: [...of(ruth, 'ruth', story), `${origin}/ap/actor`, `${origin}/nodeinfo/2.1`],
      unseen: [
        ...of(sam, 'sam', other),
        ...[
          '/',
          '/district',
          '/about',
          '/nodeinfo/2.0',
          '/ap/actor/outbox',
          '/@nobody',
          '/ap/objects/01jd5xw0000000000000000000',
        ].map((path) => origin + path),
        `${origin}/.well-known/webfinger?resource=acct:nobody@${ctx.host}`,
        takenBack.uri,
      ],
      gone: takenBack.url,
    };
    // what a worker makes of it changes what is shown: the activities, what stands first on a profile
    await eventually('that all is said', async () => {
      const open = await ctx.db
        .selectFrom('outgoing_event')
        .select('id')
        .where('done_at', 'is', null)
        .execute();
      return open.length === 0;
    });
    for (const address of addresses.seen)
      expect([address, (await get(address)).status]).toEqual([address, 200]);
    expect((await get(addresses.gone)).status).toBe(410);
    expect((await peer.send(bob, `${origin}/ap/inbox`, aLike(1))).status).toBe(202);
    await done(aLike(1).id);
    await database.cut();
  });

  afterAll(async () => {
    await database?.mend().catch(() => undefined);
    await district?.stop();
    await peer?.close();
    await database?.cut();
  });

  test('what was seen before is served as it was', async () => {
    for (const address of addresses.seen)
      expect([address, (await get(address)).status]).toEqual([address, 200]);
    expect((await get(addresses.gone)).status).toBe(410);
    expect(await (await get(story.uri)).json()).toMatchObject({ id: story.uri, type: 'Article' });
  });

  test('everything else is 503, also what is not there: nobody deletes a copy because of us', async () => {
    for (const address of addresses.unseen) {
      const answer = await get(address);
      expect([address, answer.status]).toEqual([address, 503]);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
  });

  test('every inbox is 503, so that senders come again', async () => {
    for (const path of [
      '/ap/inbox',
      '/ap/actor/inbox',
      '/ap/actors/01jd5xw0000000000000000000/inbox',
      new URL(`${addresses.seen[2]}/inbox`).pathname,
    ]) {
      const answer = await peer.send(bob, origin + path, aLike(2));
      expect([path, answer.status]).toEqual([path, 503]);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
  });

  test('when it is back, everything is as it was, and nothing that was sent is lost', async () => {
    await database.mend();
    await eventually('the node is itself again', async () => (await get(`${origin}/@sam`)).status === 200);
    const missing = [`${origin}/@nobody`, `${origin}/ap/objects/01jd5xw0000000000000000000`];
    for (const address of missing) expect((await get(address)).status).toBe(404);
    expect((await get(addresses.gone)).status).toBe(410);
    const like = aLike(3);
    expect((await peer.send(bob, `${origin}/ap/inbox`, like)).status).toBe(202);
    await done(like.id);
  });
});
