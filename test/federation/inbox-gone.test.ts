import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { openPeer, type Peer } from '../support/peer.ts';
import { AS, type PeerActor } from '../support/peer-actor.ts';

describe('an inbox that says that nobody is there', () => {
  let pine: TestDistrict;
  let ruth: string;
  const peers: Peer[] = [];

  beforeAll(async () => {
    pine = await openDistrict();
    ruth = await aTeacher(pine.ctx, 'ruth');
  });
  afterAll(async () => {
    await pine?.stop();
    await Promise.all(peers.map((peer) => peer.close()));
  });

  /** Somebody on a server of their own who follows Ruth. */
  async function aFollower(name: string, peer?: Peer): Promise<{ peer: Peer; who: PeerActor }> {
    const server = peer ?? (await openPeer());
    if (!peer) peers.push(server);
    const who = server.actor(name);
    const follow = { type: 'Follow', actor: who.uri, object: `${pine.origin}/ap/actors/${ruth}` };
    const before = server.of('Accept').length;
    await server.send(who, `${pine.origin}/ap/inbox`, { '@context': AS, id: `${who.uri}#follow`, ...follow });
    await eventually('the yes', async () => server.of('Accept').length > before);
    return { peer: server, who };
  }

  const tell = async (title: string) => (await publish(pine.ctx, ruth, aStory({ title }))).uri;
  const follows = async (uri: string) =>
    (
      await pine.ctx.db
        .selectFrom('follow')
        .innerJoin('actor', 'actor.id', 'follow.follower_id')
        .select('follow.uri')
        .where('actor.uri', '=', uri)
        .execute()
    ).length;
  const deliveries = (host: string, object: string) =>
    pine.ctx.db
      .selectFrom('delivery')
      .innerJoin('outgoing_activity', 'outgoing_activity.id', 'delivery.activity_id')
      .select(['delivery.inbox', 'delivery.state'])
      .where('host', '=', host)
      .where('object_uri', '=', object)
      .where('type', '=', 'Create')
      .orderBy('delivery.id')
      .execute();
  /** Waits until nothing waits for a host, and nobody is at it. */
  const quiet = (host: string) =>
    eventually(`quiet at ${host}`, async () => {
      const found = await sql<{ busy: boolean }>`
        select exists (select from outgoing_event where done_at is null)
          or exists (select from delivery where host = ${host} and state = 'waiting')
          or exists (select from remote_host where host = ${host} and lease_until > now()) as busy`.execute(
        pine.ctx.db,
      );
      return found.rows[0]?.busy === false;
    });
  const refuses = (peer: Peer, status: number, path = '/inbox') => {
    peer.answer = ({ target }) => (target === path ? status : null);
  };
  const lookedFor = (peer: Peer, who: PeerActor) =>
    peer.requests.filter((one) => one === `GET ${new URL(who.uri).pathname}`).length;
  /** As if all that happened with this server had happened so many days earlier. */
  const longAgo = async (peer: Peer, days: number) => {
    await sql`update delivery set finished_at = finished_at - ${days} * interval '1 day' where host = ${peer.host}`.execute(
      pine.ctx.db,
    );
    await sql`
      update refusing_inbox set since = since - ${days} * interval '1 day', checked_at = checked_at - ${days} * interval '1 day'
      where inbox like ${`${peer.origin}%`}`.execute(pine.ctx.db);
  };

  test.each([410, 404])(
    'of somebody whose account answers %d: they are no follower any more',
    async (status) => {
      const { peer, who } = await aFollower('gone');
      peer.actors.delete('gone');
      peer.serve(who.uri, { status, body: '' });
      refuses(peer, status);
      const uri = await tell('Nobody there');
      await eventually('the follow ends', async () => (await follows(who.uri)) === 0);
      await quiet(peer.host);
      expect(await deliveries(peer.host, uri)).toEqual([{ inbox: `${peer.origin}/inbox`, state: 'refused' }]);
      const next = await tell('Not for them');
      await quiet(peer.host);
      expect(await deliveries(peer.host, next)).toEqual([]);
    },
  );

  test('of people who have another one now: there they get what the old one refused, and all that follows', async () => {
    const { peer, who } = await aFollower('moving');
    const { who: other } = await aFollower('along', peer);
    for (const one of [who, other]) one.document.endpoints = { sharedInbox: `${peer.origin}/new/inbox` };
    refuses(peer, 410);
    const first = await tell('On the way');
    const second = await tell('A moment later');
    await eventually('it arrives', async () => peer.of('Create').length === 2);
    await quiet(peer.host);
    expect(peer.of('Create').map(({ object }) => object.id)).toEqual([first, second]);
    expect(
      new Set(peer.seen.filter((one) => one.activity.type === 'Create').map((one) => one.inbox)),
    ).toEqual(new Set(['/new/inbox']));
    const third = await tell('All that follows');
    await quiet(peer.host);
    expect(await deliveries(peer.host, third)).toEqual([
      { inbox: `${peer.origin}/new/inbox`, state: 'delivered' },
    ]);
    expect([await follows(who.uri), await follows(other.uri)]).toEqual([1, 1]);
  });

  test('of people whose server shares none any more: each gets it at their own', async () => {
    const { peer, who } = await aFollower('ines');
    const { who: other } = await aFollower('omar', peer);
    for (const one of [who, other]) delete one.document.endpoints;
    refuses(peer, 404);
    const uri = await tell('Each their own');
    await eventually('both have it', async () => peer.of('Create').length === 2);
    await quiet(peer.host);
    expect((await deliveries(peer.host, uri)).map(({ inbox, state }) => [inbox, state]).sort()).toEqual(
      [
        [`${peer.origin}/inbox`, 'refused'],
        [who.inbox, 'delivered'],
        [other.inbox, 'delivered'],
      ].sort(),
    );
  });

  test('of somebody who is still there: they stay, and are asked once, not for every message', async () => {
    const { peer, who } = await aFollower('patient');
    const before = lookedFor(peer, who);
    refuses(peer, 404);
    for (const title of ['One', 'Two', 'Three']) {
      await tell(title);
      await quiet(peer.host);
    }
    expect(lookedFor(peer, who) - before).toBe(1);
    expect(await follows(who.uri)).toBe(1);
    // back, and refusing again long after: that is a new beginning
    refuses(peer, 202);
    await tell('Back');
    await quiet(peer.host);
    await longAgo(peer, 8);
    refuses(peer, 404);
    await tell('Again');
    await eventually('they are asked again', async () => lookedFor(peer, who) - before === 2);
    await quiet(peer.host);
    expect(await follows(who.uri)).toBe(1);
    // and refusing for more than a week, with nothing taken meanwhile
    await longAgo(peer, 8);
    await tell('For good');
    await eventually('the follow ends', async () => (await follows(who.uri)) === 0);
  });

  test('of somebody whose server does not answer: nothing is concluded, and they are asked the next time', async () => {
    const { peer, who } = await aFollower('silent');
    peer.actors.delete('silent');
    peer.serve(who.uri, { status: 503, body: '' });
    refuses(peer, 410);
    await tell('Who knows');
    await quiet(peer.host);
    const asked = lookedFor(peer, who);
    expect(await follows(who.uri)).toBe(1);
    peer.serve(who.uri, { status: 410, body: '' });
    await tell('Now it is known');
    await eventually('the follow ends', async () => (await follows(who.uri)) === 0);
    expect(lookedFor(peer, who)).toBeGreaterThan(asked);
  });
});
