import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { blockActor } from '../../server/actions/block-actor.ts';
import { closeAccount } from '../../server/actions/close-account.ts';
import { followActor } from '../../server/actions/follow-actor.ts';
import { withdrawQuote } from '../../server/actions/quotes.ts';
import { reportContent } from '../../server/actions/report-content.ts';
import { liftDomainRule, setDomainRule } from '../../server/actions/set-domain-rule.ts';
import { actorByUri } from '../../server/store/actors.ts';
import { updateDistrict } from '../../server/store/districts.ts';
import { followBetween } from '../../server/store/follows.ts';
import { openReports } from '../../server/store/reports.ts';
import { updateWork } from '../../server/store/works.ts';
import { aTeacher, openDistrict, PASSWORD, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { openPeer, type Peer } from '../support/peer.ts';
import { AS, type Json, type PeerActor, PUBLIC } from '../support/peer-actor.ts';

const RULE = {
  severity: 'suspend' as const,
  rejectMedia: false,
  rejectReports: false,
  publicComment: 'spam',
  privateComment: '',
  obfuscate: false,
};

describe('guarding oneself', () => {
  let pine: TestDistrict;
  let peer: Peer;
  let ruth: string;
  let priya: string;
  let bob: PeerActor;
  let count = 0;

  beforeAll(async () => {
    [pine, peer] = await Promise.all([openDistrict(), openPeer()]);
    ruth = await aTeacher(pine.ctx, 'ruth');
    priya = await aTeacher(pine.ctx, 'priya', { role: 'admin' });
    bob = peer.actor('bob');
  });

  afterAll(async () => {
    await Promise.all([pine?.stop(), peer?.close()]);
  });

  const send = async (activity: Json, by = bob) => {
    const json = { '@context': AS, id: `${by.uri}/activities/${++count}`, actor: by.uri, ...activity };
    expect((await peer.send(by, `${pine.origin}/ap/inbox`, json)).status).toBe(202);
    return eventually(`${activity.type} was handled`, async () => {
      const row = await pine.ctx.db
        .selectFrom('inbox_activity')
        .select(['state', 'outcome'])
        .where('uri', '=', json.id)
        .executeTakeFirst();
      return row && row.state !== 'waiting' && `${row.outcome}`;
    });
  };
  const uriOf = async (actorId: string) =>
    (await pine.ctx.db.selectFrom('actor').select('uri').where('id', '=', actorId).executeTakeFirstOrThrow())
      .uri;
  const came = (type: string, fits: (activity: Json) => boolean = () => true) =>
    eventually(`${type} at the peer`, async () => peer.of(type).findLast(fits));

  test('nobody may quote unless the author opens it', async () => {
    const { id, uri } = await publish(pine.ctx, ruth);
    const ask = () =>
      send({
        id: `${bob.uri}/quote_requests/${++count}`,
        type: 'QuoteRequest',
        object: uri,
        instrument: `${bob.uri}/statuses/1160`,
      });
    expect(await ask()).toBe('quote refused');
    const refused = await came('Reject', (activity) => activity.object.type === 'QuoteRequest');
    expect(refused).toMatchObject({ object: { object: uri, instrument: `${bob.uri}/statuses/1160` } });

    await updateWork(pine.ctx.db, id, { quote_policy: 'everyone' });
    expect(await ask()).toBe('quote allowed');
    const { result } = await came('Accept', (activity) => activity.object.type === 'QuoteRequest');
    const stamp = await fetch(result, { headers: { accept: 'application/activity+json' } });
    expect(await stamp.json()).toMatchObject({
      type: 'QuoteAuthorization',
      id: result,
      attributedTo: await uriOf(ruth),
      interactingObject: `${bob.uri}/statuses/1160`,
      interactionTarget: uri,
    });
    await expect(withdrawQuote(pine.ctx, priya, result)).rejects.toMatchObject({ kind: 'not-found' });
    await withdrawQuote(pine.ctx, ruth, result);
    expect(await came('Delete', (activity) => activity.object === result)).toBeDefined();
    await eventually('the stamp is gone', async () => (await fetch(result)).status === 404);
  });

  test('a quote of a post on another server is not answered', async () => {
    const { uri } = await publish(pine.ctx, ruth);
    expect(
      await send({ type: 'QuoteRequest', object: uri, instrument: 'https://elsewhere.example/notes/1' }),
    ).toMatch(/^dropped/);
  });

  test('a report from elsewhere waits for the moderators, plain and merged', async () => {
    const about = [await uriOf(ruth)];
    expect(await send({ type: 'Flag', object: about, content: '<b>rude</b>' }, peer.instance)).toBe(
      'reported',
    );
    expect(
      await send(
        { type: 'Flag', object: [...about, 'https://elsewhere.example/x'], content: 'again' },
        peer.instance,
      ),
    ).toBe('reported');
    const open = (await openReports(pine.ctx.db, 10)).filter((report) => report.fromHost === peer.host);
    expect(open).toHaveLength(1);
    expect(open[0]).toMatchObject({ targetId: ruth, aboutUris: about, text: 'rude\n\nagain' });
    expect(
      await send({ type: 'Flag', object: ['https://elsewhere.example/x'], content: 'who?' }, peer.instance),
    ).toMatch(/^dropped/);
  });

  test('a report that is passed on comes from the node, and does not name the reporter', async () => {
    await pine.ctx.lookup.actor(bob.uri);
    const ours = await publish(pine.ctx, ruth);
    await reportContent(pine.ctx, ruth, {
      about: [bob.uri, ours.uri, `${bob.uri}/notes/1`, 'https://third.example/notes/1'],
      reason: 'unkind',
      text: 'Please look at this.',
      forward: true,
    });
    const flag = await came('Flag');
    expect(flag).toMatchObject({
      actor: `${pine.origin}/ap/actor`,
      object: [bob.uri, `${bob.uri}/notes/1`],
      content: 'Please look at this.',
    });
    expect(JSON.stringify(flag)).not.toContain(await uriOf(ruth));
  });

  test('blocking ends follows both ways, and what they send is refused', async () => {
    const known = await pine.ctx.lookup.actor(bob.uri);
    await followActor(pine.ctx, ruth, known);
    await send({ type: 'Accept', object: (await came('Follow')).id });
    await send({ type: 'Follow', object: await uriOf(ruth) });
    await came('Accept', (activity) => activity.object.type === 'Follow');
    await blockActor(pine.ctx, ruth, known, true);
    await came(
      'Reject',
      (activity) => activity.object.type === 'Follow' && activity.object.actor === bob.uri,
    );
    await came('Undo', (activity) => activity.object.type === 'Follow');
    expect(await came('Block')).toMatchObject({ actor: await uriOf(ruth), object: bob.uri });
    const { uri } = await publish(pine.ctx, ruth);
    const note = {
      id: `${bob.uri}/notes/${++count}`,
      type: 'Note',
      attributedTo: bob.uri,
      inReplyTo: uri,
      content: '<p>me again</p>',
      to: [PUBLIC],
    };
    expect(await send({ type: 'Create', object: note })).toBe('blocked');
    await send({ type: 'Follow', object: await uriOf(ruth) });
    expect(await followBetween(pine.ctx.db, known.id, ruth)).toBeNull();
  });

  test('being blocked ends follows both ways', async () => {
    const eve = peer.actor('eve');
    const known = await pine.ctx.lookup.actor(eve.uri);
    await followActor(pine.ctx, priya, known);
    await send({ type: 'Follow', object: await uriOf(priya) }, eve);
    expect(await send({ type: 'Block', object: await uriOf(priya) }, eve)).toBe('blocked');
    expect(await followBetween(pine.ctx.db, priya, known.id)).toBeNull();
    expect(await followBetween(pine.ctx.db, known.id, priya)).toBeNull();
  });

  test('followers go along with somebody who moves, when both accounts say so', async () => {
    const old = peer.actor('old');
    const fresh = peer.actor('fresh', { document: { alsoKnownAs: [old.uri] } });
    const liar = peer.actor('liar');
    const known = await pine.ctx.lookup.actor(old.uri);
    await followActor(pine.ctx, ruth, known);
    old.document.movedTo = liar.uri;
    expect(await send({ type: 'Move', object: old.uri, target: liar.uri }, old)).toMatch(/^dropped/);
    expect(await followBetween(pine.ctx.db, ruth, known.id)).not.toBeNull();
    old.document.movedTo = fresh.uri;
    await pine.ctx.db
      .updateTable('actor')
      .set({ fetched_at: new Date(0) })
      .where('id', '=', known.id)
      .execute();
    expect(await send({ type: 'Move', object: old.uri, target: fresh.uri }, old)).toBe('moved');
    const target = await actorByUri(pine.ctx.db, fresh.uri);
    expect(await followBetween(pine.ctx.db, ruth, known.id)).toBeNull();
    expect(await followBetween(pine.ctx.db, ruth, target?.id ?? '')).toMatchObject({ state: 'requested' });
    await came('Follow', (activity) => activity.object === fresh.uri);
  });

  test.each(['new', 'old'] as const)('a move waits while the %s server is away', async (which) => {
    const elsewhere = await openPeer();
    const old = peer.actor(`leaving-${which}`);
    const fresh = elsewhere.actor('new', { document: { alsoKnownAs: [old.uri] } });
    const known = await pine.ctx.lookup.actor(old.uri);
    await followActor(pine.ctx, ruth, known);
    old.document.movedTo = fresh.uri;
    const [at, name, away] = which === 'new' ? [elsewhere, 'new', fresh] : [peer, old.name, old];
    at.actors.delete(name);
    at.serve(away.uri, { status: 503, body: '' });
    const id = `${old.uri}/move`;
    const move = { '@context': AS, id, type: 'Move', actor: old.uri, object: old.uri, target: fresh.uri };
    expect((await peer.send(old, `${pine.origin}/ap/inbox`, move)).status).toBe(202);
    const row = await eventually('it was looked at', async () => {
      const found = await pine.ctx.db
        .selectFrom('inbox_activity')
        .select(['state', 'attempts'])
        .where('uri', '=', id)
        .executeTakeFirst();
      return found && (found.state !== 'waiting' || found.attempts > 0) && found;
    });
    expect(row).toEqual({ state: 'waiting', attempts: 1 });
    expect(await followBetween(pine.ctx.db, ruth, known.id)).not.toBeNull();
    await elsewhere.close();
  });

  test('nobody follows whom they have blocked, by themselves or because somebody moves', async () => {
    const old = peer.actor('dora');
    const fresh = peer.actor('dora2', { document: { alsoKnownAs: [old.uri] } });
    const [from, target] = [await pine.ctx.lookup.actor(old.uri), await pine.ctx.lookup.actor(fresh.uri)];
    for (const one of [ruth, priya]) await followActor(pine.ctx, one, from);
    await blockActor(pine.ctx, ruth, target);
    await expect(followActor(pine.ctx, ruth, target)).rejects.toMatchObject({ say: 'you-blocked-them' });
    old.document.movedTo = fresh.uri;
    expect(await send({ type: 'Move', object: old.uri, target: fresh.uri }, old)).toBe('moved');
    expect(await followBetween(pine.ctx.db, priya, target.id)).not.toBeNull();
    expect(await followBetween(pine.ctx.db, ruth, target.id)).toBeNull();
  });

  test('a server that is suspended gets nothing, and nothing of it is taken, until the rule is lifted', async () => {
    const carol = peer.actor('carol');
    const known = await pine.ctx.lookup.actor(carol.uri);
    await send({ type: 'Follow', object: await uriOf(priya) }, carol);
    const rule = { ...RULE, domain: peer.host };
    await expect(setDomainRule(pine.ctx, ruth, rule)).rejects.toMatchObject({ kind: 'not-allowed' });
    await setDomainRule(pine.ctx, priya, rule);
    const activity = {
      '@context': AS,
      id: `${carol.uri}/activities/x`,
      type: 'Follow',
      actor: carol.uri,
      object: await uriOf(priya),
    };
    expect((await peer.send(carol, `${pine.origin}/ap/inbox`, activity)).status).toBe(403);
    expect((await actorByUri(pine.ctx.db, carol.uri))?.state).toBe('suspended');
    expect(await followBetween(pine.ctx.db, known.id, priya)).toBeNull();
    await expect(pine.ctx.lookup.actor(`${peer.origin}/users/bob2`)).rejects.toMatchObject({
      kind: 'not-found',
    });
    await liftDomainRule(pine.ctx, priya, peer.host);
    expect(await send({ type: 'Follow', object: await uriOf(priya) }, carol)).toBe('followed');
  });

  test('in authorized-fetch mode documents are for signed requests of servers that are not blocked', async () => {
    const { uri } = await publish(pine.ctx, priya);
    const plain = () => fetch(uri, { headers: { accept: 'application/activity+json' } });
    expect((await plain()).status).toBe(200);
    await updateDistrict(pine.ctx.db, { authorized_fetch: true });
    await eventually('the mode is on', async () => (await plain()).status === 401);
    const refused = await plain();
    expect(refused.headers.get('vary')).toContain('Signature');
    const signed = await peer.get(uri);
    expect(signed.status).toBe(200);
    expect(signed.headers.get('cache-control')).toContain('private');
    expect(signed.headers.get('vary')).toContain('Signature');
    expect((await fetch(`${pine.origin}/ap/actor`)).status).toBe(200);
    // whose key is known here may be blocked since
    const blocked = await openPeer();
    expect((await blocked.get(uri)).status).toBe(200);
    await setDomainRule(pine.ctx, priya, { ...RULE, domain: blocked.host });
    expect((await blocked.get(uri)).status).toBe(401);
    expect((await peer.get(uri)).status).toBe(200);
    await blocked.close();
    await updateDistrict(pine.ctx.db, { authorized_fetch: false });
    await eventually('the mode is off', async () => (await plain()).status === 200);
  });

  test('a closed account is gone everywhere: told, 410, and its name never given again', async () => {
    const dora = await aTeacher(pine.ctx, 'dora');
    const doraUri = await uriOf(dora);
    const { uri } = await publish(pine.ctx, dora);
    await send({ type: 'Follow', object: doraUri }, peer.actor('frank'));
    await expect(closeAccount(pine.ctx, dora, 'wrong password')).rejects.toMatchObject({
      kind: 'not-allowed',
    });
    // known here by one look, and has never asked for anything: so not for her key either
    const elsewhere = await openPeer();
    await pine.ctx.lookup.actor(elsewhere.actor('gil').uri);
    await closeAccount(pine.ctx, dora, PASSWORD);
    const told = () => elsewhere.of('Delete').find(({ object }) => object === doraUri);
    expect(await eventually('the Delete, believed', async () => told())).toMatchObject({ actor: doraUri });
    await elsewhere.close();
    expect(await came('Delete', (activity) => activity.object === doraUri)).toMatchObject({ actor: doraUri });
    const json = { headers: { accept: 'application/activity+json' } };
    await eventually('410 everywhere', async () => {
      const answers = await Promise.all([
        fetch(doraUri, json),
        fetch(uri, json),
        fetch(`${pine.origin}/.well-known/webfinger?resource=acct:dora@${pine.ctx.host}`),
        fetch(`${pine.origin}/@dora`),
      ]);
      return answers.every((answer) => answer.status === 410);
    });
    await expect(aTeacher(pine.ctx, 'dora', { email: 'other@school.example' })).rejects.toMatchObject({
      kind: 'conflict',
    });
  });
});
