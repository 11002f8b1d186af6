import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { INBOUND_LIMITS } from '../../federation/inbound-limits.ts';
import { TokenBuckets } from '../../federation/token-buckets.ts';
import { parseHandle } from '../../server/domain/handle.ts';
import { updateDistrict } from '../../server/store/districts.ts';
import { followBetween } from '../../server/store/follows.ts';
import { openReports } from '../../server/store/reports.ts';
import { digestOf, signedHeaders } from '../support/cavage.ts';
import { eventually } from '../support/eventually.ts';
import { type KnownSender, openKnownSender } from '../support/known-sender.ts';
import { openPeer } from '../support/peer.ts';
import { AS, type Json, type PeerActor } from '../support/peer-actor.ts';

describe('senders that are not what they say', () => {
  let known: KnownSender;

  beforeAll(async () => {
    known = await openKnownSender();
  });

  afterAll(() => known?.stop());

  const asked = () => known.peer.requests.filter((one) => one.startsWith('GET'));
  const there = (actor: PeerActor) => known.pine.ctx.lookup.actor(actor.uri);

  test('a digest that stands twice, or is too short, is 401', async () => {
    const activity = known.activity('Like', known.story.uri);
    const digest = digestOf(JSON.stringify(activity));
    for (const value of [`${digest}, ${digest}`, `${digest},SHA-256=AAAA`, digest.slice(0, 20)]) {
      const headers = { digest: value };
      const answer = await known.peer.send(known.bob, known.inbox, activity, { headers });
      expect([value, answer.status]).toEqual([value, 401]);
    }
    const both = { digest: `MD5=AAAA,${digest}` };
    expect((await known.peer.send(known.bob, known.inbox, activity, { headers: both })).status).toBe(202);
  });

  test('the very same request again is 202 and one activity', async () => {
    const activity = known.activity('Like', known.story.uri);
    const body = JSON.stringify(activity);
    const headers = signedHeaders('POST', new URL(known.inbox), body, known.bob.key);
    for (let n = 0; n < 3; n += 1)
      expect((await fetch(known.inbox, { method: 'POST', headers, body })).status).toBe(202);
    expect(await known.rows(activity.id)).toHaveLength(1);
  });

  test('a signature inside a document lends it nothing', async () => {
    const eve = known.peer.actor('eve');
    const inside = {
      signature: { type: 'RsaSignature2017', creator: known.bob.key.id, signatureValue: 'AAAA' },
      proof: { type: 'DataIntegrityProof', cryptosuite: 'eddsa-jcs-2022', proofValue: 'z1' },
    };
    const note = known.aNote({ inReplyTo: known.story.uri });
    const create = known.creates(note);
    for (const [name, value] of Object.entries(inside))
      expect([name, await known.status({ ...create, [name]: value }, eve)]).toEqual([name, 401]);
    for (const name of ['@graph', '@included', '@reverse']) {
      const wrapped = { ...known.activity('Create', undefined, eve), ...inside, [name]: [create] };
      expect([name, await known.done(wrapped, eve)]).toEqual([name, expect.stringMatching(/^dropped/)]);
      // nor is what its author signed read when something more is hidden in it
      const own = known.creates(known.aNote({ inReplyTo: known.story.uri }));
      expect([name, await known.done({ ...own, [name]: [] })]).toEqual([name, 'dropped: not read here']);
      expect(await known.holds(own.object.id)).toBe(0);
    }
    expect(await known.holds(note.id)).toBe(0);
    expect(await known.done(create)).toBe('stored');
  });

  test('an Accept of a follow that was never sent does nothing', async () => {
    const never = { id: `${known.pine.origin}/ap/objects/nothing`, type: 'Follow', object: known.bob.uri };
    for (const object of [never, never.id, { ...never, actor: `${known.pine.origin}/ap/actors/nobody` }])
      expect(await known.done(known.activity('Accept', object))).toMatch(/^dropped/);
  });

  test('a handle that leads to somebody of another name is nobody', async () => {
    const { peer, pine } = known;
    peer.actor('carl', { document: { preferredUsername: 'somebody_else' } });
    await expect(pine.ctx.lookup.actor(`carl@${peer.host}`)).rejects.toMatchObject({ kind: 'not-found' });
    // who is found under a handle elsewhere is still of their own host
    const elsewhere = await openPeer();
    peer.actors.set('ceo', elsewhere.actor('ceo'));
    const found = await pine.ctx.lookup.actor(`ceo@${peer.host}`);
    expect([found.handle, found.host]).toEqual(['ceo', elsewhere.host]);
    await elsewhere.close();
  });

  test('handles are read in one script, hosts in one form', async () => {
    const { peer, pine } = known;
    expect(parseHandle('@ruth＠EXAMPLE.Org.')).toEqual({ user: 'ruth', host: 'example.org' });
    expect(parseHandle('ruth@ＥＸＡＭＰＬＥ.org')).toEqual({ user: 'ruth', host: 'example.org' });
    expect(parseHandle('ruth@bücher.example')).toEqual({ user: 'ruth', host: 'xn--bcher-kva.example' });
    expect(parseHandle('ruth@ехample.org')?.host).toMatch(/^xn--/);
    for (const bad of ['аlice@example.org', 'ru th@example.org', 'ruth@exa mple.org', 'ruth@a@b', 'ruth@a/b'])
      expect([bad, parseHandle(bad)]).toEqual([bad, null]);
    expect((await pine.ctx.lookup.actor(`@bob＠${peer.host}`)).uri).toBe(known.bob.uri);
  });

  test('an actor whose inbox lies elsewhere is nobody; a shared inbox elsewhere is left out', async () => {
    const { peer } = known;
    const victim = 'https://victim.example/inbox';
    const reflector = peer.actor('reflector', { document: { inbox: victim } });
    const sent = known.activity('Like', known.story.uri, reflector);
    expect(await known.status(sent, reflector)).toBe(401);
    const sharer = peer.actor('sharer', { document: { endpoints: { sharedInbox: victim }, outbox: victim } });
    expect(await there(sharer)).toMatchObject({ inbox: sharer.inbox, sharedInbox: null, outbox: null });
  });

  test('two people of one name stay two; a new name or type is the same person', async () => {
    const { peer } = known;
    const one = peer.actor('twin');
    const two = peer.actor('twin-two', { document: { preferredUsername: 'twin' } });
    const [first, second] = [await there(one), await there(two)];
    expect([first.handle, second.handle]).toEqual(['twin', 'twin']);
    expect(first.id).not.toBe(second.id);
    Object.assign(two.document, { preferredUsername: 'renamed', type: 'Service', name: 'Renamed' });
    await known.done(known.activity('Update', two.document, two), two);
    expect(await there(two)).toMatchObject({
      id: second.id,
      handle: 'renamed',
      kind: 'service',
      name: 'Renamed',
    });
    expect(await there(one)).toEqual(first);
  });

  test('somebody who is suspended says nothing, by themselves or by a boost', async () => {
    const { peer, pine } = known;
    const quiet = peer.actor('quiet');
    const { id } = await there(quiet);
    await pine.ctx.db.updateTable('actor').set({ state: 'suspended' }).where('id', '=', id).execute();
    const note = known.aNote({ inReplyTo: known.story.uri }, quiet);
    const article = known.aNote({ type: 'Article', name: 'An article' }, quiet);
    peer.serve(article.id, { '@context': AS, ...article });
    for (const activity of [known.creates(note, quiet), known.activity('Like', known.story.uri, quiet)])
      expect(await known.done(activity, quiet)).toMatch(/^dropped/);
    expect(await known.done(known.activity('Announce', article.id))).toMatch(/^dropped/);
    expect([await known.holds(note.id), await known.holds(article.id)]).toEqual([0, 0]);
  });

  test('a rule about a domain holds for every port and name below it', async () => {
    const { db } = known.pine.ctx;
    await db.insertInto('domain_rule').values({ domain: '127.0.0.1', severity: 'suspend' }).execute();
    const like = known.activity('Like', known.story.uri);
    expect(await known.status(like)).toBe(403);
    // forwarded by a host that is not blocked
    const signed = { ...like, actor: 'https://elsewhere.example/users/x', id: 'https://elsewhere.example/1' };
    expect(await known.status(signed)).toBe(401);
    await db.deleteFrom('domain_rule').where('domain', '=', '127.0.0.1').execute();
    expect(await known.status(like)).toBe(202);
  });

  test('a second Move too soon, and a Move to somebody who has moved on, are dropped', async () => {
    const { peer, ruth, pine } = known;
    const old = peer.actor('old');
    const listing = (name: string, more: Json = {}) =>
      peer.actor(name, { document: { alsoKnownAs: [old.uri], ...more } });
    const moveTo = async (target: PeerActor) => {
      old.document.movedTo = target.uri;
      return known.done({ ...known.activity('Move', old.uri, old), target: target.uri }, old);
    };
    const passing = listing('passing', { movedTo: `${peer.origin}/users/further` });
    expect(await moveTo(passing)).toMatch(/^dropped/);
    expect(await moveTo(listing('new-home'))).toBe('moved');
    const third = listing('third-home');
    expect(await moveTo(third)).toMatch(/^dropped/);
    expect(await followBetween(pine.ctx.db, ruth, (await there(third)).id)).toBeNull();
  });

  test('a false word on who follows drops nobody, and nothing is fetched because of it', async () => {
    const { peer, pine, bob, ruth } = known;
    const ours = `${pine.origin}/ap/actors/${ruth}`;
    expect(await known.done(known.activity('Follow', ours))).toBe('followed');
    const { id } = await there(bob);
    const before = asked().length;
    const sync = `collectionId="${bob.followers}", url="${peer.origin}/sync", digest="${'0'.repeat(64)}"`;
    const headers = { 'collection-synchronization': sync };
    const like = known.activity('Like', known.story.uri);
    expect((await peer.send(bob, known.inbox, like, { headers })).status).toBe(202);
    expect(await known.outcome(like.id)).toBe('appreciated');
    expect(await followBetween(pine.ctx.db, id, ruth)).toMatchObject({
      state: 'accepted',
    });
    expect(asked().slice(before)).toEqual([]);
  });

  test('reports are cut and plain', async () => {
    const { pine, ruth, peer } = known;
    const ours = `${pine.origin}/ap/actors/${ruth}`;
    const many = Array.from({ length: 150 }, (_, n) => `https://elsewhere.example/${n}`);
    const flag = (object: string[]) => ({
      ...known.activity('Flag', object, peer.instance),
      content: '<b>rude</b> '.repeat(4_000),
    });
    expect(await known.done(flag([...many, ours]), peer.instance)).toMatch(/^dropped/);
    expect(await known.done(flag([ours, ...many]), peer.instance)).toBe('reported');
    const [report] = await openReports(pine.ctx.db, 10);
    expect(report?.text).toMatch(/^rude rude/);
    expect(report?.text.length).toBeLessThanOrEqual(5_000);
    expect(report?.aboutUris).toEqual([ours]);
  });

  test('a flood from one host is 429 for that host, with a time to come back', async () => {
    const limits = new TokenBuckets(INBOUND_LIMITS.host);
    const now = new Date('2026-11-20T12:00:00Z');
    const passed = (at: Date) =>
      Array.from({ length: 1_000 }, () => limits.take('flood.example', at)).filter((wait) => wait === 0)
        .length;
    expect(passed(now)).toBe(500);
    expect(passed(new Date(now.getTime() + 1_000))).toBe(50);
    expect(limits.take('other.example', now)).toBe(0);
    const stranger = await openPeer();
    const flo = stranger.actor('flo');
    const body = JSON.stringify(known.activity('Like', known.story.uri, flo));
    const headers = signedHeaders('POST', new URL(known.inbox), body, flo.key);
    const flood = () => fetch(known.inbox, { method: 'POST', headers, body });
    let refused: Response | undefined;
    for (let n = 0; n < 100 && !refused; n += 1)
      refused = (await Promise.all(Array.from({ length: 50 }, flood))).find(({ status }) => status === 429);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await known.status(known.activity('Like', known.story.uri))).toBe(202);
    await stranger.close();
  });

  test('two nodes that ask each other for keys come to an end', async () => {
    const { pine } = known;
    const stranger = await openPeer();
    await updateDistrict(pine.ctx.db, { authorized_fetch: true });
    const actor = `${pine.origin}/ap/actor`;
    const accept = 'application/activity+json';
    const plain = async () => (await fetch(known.story.uri, { headers: { accept } })).status;
    await eventually('the mode is on', async () => (await plain()) === 401);
    expect((await stranger.get(actor)).status).toBe(200);
    expect(stranger.requests).toEqual([]);
    // whoever asks for more is asked for their key once, and for nothing else
    expect((await stranger.get(known.story.uri)).status).toBe(200);
    expect(stranger.requests).toEqual(['GET /actor']);
    await updateDistrict(pine.ctx.db, { authorized_fetch: false });
    await eventually('the mode is off', async () => (await plain()) === 200);
    await stranger.close();
  });
});
