import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { followActor } from '../../server/actions/follow-actor.ts';
import { liftSuspension } from '../../server/actions/lift-suspension.ts';
import { saveDraft } from '../../server/actions/save-draft.ts';
import { publishScheduled } from '../../server/actions/schedule-story.ts';
import { suspendPerson } from '../../server/actions/suspend-person.ts';
import { writeReply } from '../../server/actions/write-reply.ts';
import { actorById, actorByUri } from '../../server/store/actors.ts';
import { followBetween } from '../../server/store/follows.ts';
import { updateWork, workById } from '../../server/store/works.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { type KnownSender, openKnownSender } from '../support/known-sender.ts';
import { type Mastodon, openMastodon } from '../support/mastodon.ts';
import { openPeer, type Peer } from '../support/peer.ts';
import type { Json } from '../support/peer-actor.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

const AP = { accept: 'application/activity+json' };
const WHY = { reason: 'unkind', note: 'Please write to us.' } as const;

describe('somebody of ours who is suspended for a while', () => {
  let pine: TestDistrict;
  let koivu: TestDistrict;
  let mastodon: Mastodon;
  let reader: Peer;
  let ruth: string;
  let priya: string;
  let marja: string;
  let uri: string;
  let story: { id: string; uri: string; url: string };
  let answer: { uri: string };

  beforeAll(async () => {
    [pine, koivu, mastodon, reader] = await Promise.all([
      openDistrict(),
      openDistrict('Koivuranta', 'koivuranta'),
      openMastodon(),
      openPeer(),
    ]);
    ruth = await aTeacher(pine.ctx, 'ruth', { bio: 'I wait seven seconds.' });
    priya = await aTeacher(pine.ctx, 'priya', { role: 'admin' });
    const marcus = await aTeacher(pine.ctx, 'marcus');
    marja = await aTeacher(koivu.ctx, 'marja');
    uri = (await actorById(pine.ctx.db, ruth))?.uri ?? '';
    const there = await mastodon.search(`ruth@${pine.ctx.host}`);
    const bob = mastodon.actor('bob');
    await mastodon.follow(bob, there);
    await followActor(koivu.ctx, marja, await koivu.ctx.lookup.actor(uri));
    await eventually('both follow', async () => {
      const follow = await followBetween(koivu.ctx.db, marja, (await known()).id);
      return mastodon.following.get(bob.uri)?.has(uri) && follow?.state === 'accepted';
    });
    story = await publish(pine.ctx, ruth);
    answer = await writeReply(pine.ctx, marcus, story.uri, { text: 'I tried it too.', lang: 'en' });
    await eventually('the story is at both', async () => {
      const row = await koivu.ctx.db.selectFrom('work').select('id').where('uri', '=', story.uri).execute();
      return mastodon.statuses.has(story.uri) && row.length > 0;
    });
    // a server where nobody follows, which fetched the story with a signature
    expect((await reader.get(story.uri)).status).toBe(200);
    await eventually('the fetch is remembered', async () => {
      const rows = await pine.ctx.db.selectFrom('object_reader').select('host').execute();
      return rows.some(({ host }) => host === reader.host);
    });
  });

  afterAll(async () => {
    await Promise.all([pine?.stop(), koivu?.stop(), mastodon?.close(), reader?.close()]);
  });

  const known = async () => {
    const actor = await actorByUri(koivu.ctx.db, uri);
    if (!actor) throw new Error('Ruth is not known at Koivuranta');
    return actor;
  };
  const document = (address: string) => fetch(address, { headers: AP, redirect: 'manual' });
  const json = async (address: string): Promise<Json> => (await document(address)).json() as Promise<Json>;
  const suspended = () => suspendPerson(pine.ctx, priya, ruth, WHY);
  const back = () => liftSuspension(pine.ctx, priya, ruth);
  const said = (peer: Peer, value: boolean) =>
    eventually(`suspended: ${value} is told`, async () =>
      peer.of('Update').findLast(({ object }) => object.id === uri && object.suspended === value),
    );
  const isShownAtKoivu = async () => {
    const visitor = await signedIn(koivu.origin, 'marja');
    const { id } = await koivu.ctx.db
      .selectFrom('work')
      .select('id')
      .where('uri', '=', story.uri)
      .executeTakeFirstOrThrow();
    const [home, page, person] = [
      await visitor.get('/'),
      await visitor.get(`/r/${id}`),
      await visitor.get(`/@ruth@${pine.ctx.host}`),
    ];
    const there = [home.text.includes('Seven silent seconds'), page.status === 200, person.status === 200];
    if (new Set(there).size !== 1) throw new Error(`half shown: ${there}`);
    return there[0];
  };

  test('is marked so, with a bare profile, and everybody who has anything of theirs is told', async () => {
    expect(await isShownAtKoivu()).toBe(true);
    await suspended();
    for (const peer of [mastodon, reader]) {
      const update = await said(peer, true);
      expect(update).toMatchObject({ type: 'Update', actor: uri });
      expect(JSON.stringify(update)).not.toContain('seven seconds');
    }
    expect(mastodon.accounts.get(uri)).toMatchObject({ suspended: true, note: '', discoverable: false });
    await eventually('Koivuranta goes along', async () => (await known()).state === 'suspended');
    expect(await isShownAtKoivu()).toBe(false);
    const profile = await json(uri);
    expect(profile).toMatchObject({ id: uri, suspended: true, name: 'ruth', summary: '', attachment: [] });
    expect(profile.publicKey.publicKeyPem).toMatch(/BEGIN PUBLIC KEY/);
    const found = await fetch(`${pine.origin}/.well-known/webfinger?resource=acct:ruth@${pine.ctx.host}`);
    expect(found.status).toBe(200);
  });

  test('shares nothing: 403 where a 404 would drop copies for good, 404 on pages, empty collections', async () => {
    const { pathname } = new URL(story.url);
    for (const address of [
      story.uri,
      story.url,
      `${story.uri}/replies`,
      `${story.uri}/tries`,
      `${story.uri}/context`,
      `${story.uri}/activities/create`,
      // what a colleague said under it is kept back with it, and not gone
      answer.uri,
    ])
      expect([address, (await document(address)).status]).toEqual([address, 403]);
    const visitor = new Visitor(pine.origin);
    for (const path of [pathname, '/@ruth'])
      expect([path, (await visitor.get(path)).status]).toEqual([path, 404]);
    for (const path of ['/', '/district']) {
      const page = await visitor.get(path);
      expect([path, page.status, page.text.includes('Seven silent seconds')]).toEqual([path, 200, false]);
    }
    for (const name of ['outbox', 'followers', 'following', 'featured'])
      expect([name, (await json(`${uri}/${name}`)).totalItems]).toEqual([name, 0]);
    expect((await json(`${uri}/outbox?page=first`)).orderedItems).toEqual([]);
    const district = await json(`${pine.origin}/district`);
    expect((await json(`${district.id}/outbox?page=first`)).orderedItems).toEqual([]);
    expect((await json(`${pine.origin}/nodeinfo/2.1`)).usage.localPosts).toBe(0);
    // both servers keep their copies
    expect(mastodon.statuses.has(story.uri)).toBe(true);
  });

  test('is back when it is lifted, here and there', async () => {
    await back();
    await said(mastodon, false);
    await said(reader, false);
    await eventually('Koivuranta shows it again', async () => (await known()).state === 'active');
    expect(await isShownAtKoivu()).toBe(true);
    expect(mastodon.accounts.get(uri)).toMatchObject({ suspended: false, displayName: 'Ruth' });
    for (const address of [story.uri, story.url, answer.uri])
      await eventually(`${address} is there`, async () => (await document(address)).status === 200);
    expect((await json(`${uri}/outbox`)).totalItems).toBe(1);
    expect((await new Visitor(pine.origin).get('/@ruth')).text).toContain('Seven silent seconds');
  });

  test('sends nothing meanwhile, by a slow server or a timetable; what was cut off comes when it is over', async () => {
    mastodon.answer = ({ method }) => (method === 'POST' ? 503 : null);
    const late = await publish(pine.ctx, ruth, aStory({ title: 'On its way' }));
    await eventually('it was tried', async () => {
      const rows = await pine.ctx.db
        .selectFrom('delivery')
        .innerJoin('outgoing_activity as a', 'a.id', 'delivery.activity_id')
        .select('delivery.attempts')
        .where('a.object_uri', '=', late.uri)
        .where('delivery.host', '=', mastodon.host)
        .execute();
      return rows.some(({ attempts }) => attempts > 0);
    });
    const draft = await saveDraft(pine.ctx, ruth, aStory({ title: 'On Monday' }));
    await updateWork(pine.ctx.db, draft, { scheduled_at: new Date(Date.now() - 60_000) });
    await suspended();
    expect(await publishScheduled(pine.ctx)).toBe(0);
    expect(await workById(pine.ctx.db, draft)).toMatchObject({ state: 'draft', scheduledAt: null });
    mastodon.answer = null;
    await wakeDeliveries();
    await said(mastodon, true);
    expect(mastodon.statuses.has(late.uri)).toBe(false);
    await back();
    await wakeDeliveries();
    await eventually('it came after all', async () => mastodon.statuses.has(late.uri));
    const creates = mastodon.of('Create').filter(({ object }) => object.id === late.uri);
    expect(creates).toHaveLength(1);
    expect(mastodon.of('Create').filter(({ object }) => object.id === story.uri)).toHaveLength(1);
  });

  /** Whatever waits is due now. */
  const wakeDeliveries = () =>
    eventually('deliveries are due', async () => {
      const { db } = pine.ctx;
      await db
        .updateTable('delivery')
        .set({ next_at: new Date(0) })
        .where('state', '=', 'waiting')
        .execute();
      await db
        .updateTable('remote_host')
        .set({ due_at: new Date(0), failures: 0, opened_at: null })
        .where('lease_until', 'is', null)
        .execute();
      const waiting = await db
        .selectFrom('delivery')
        .select('id')
        .where('state', '=', 'waiting')
        .where('host', '=', mastodon.host)
        .execute();
      const events = await db
        .selectFrom('outgoing_event')
        .select('id')
        .where('done_at', 'is', null)
        .execute();
      return waiting.length === 0 && events.length === 0;
    });
});

describe('somebody elsewhere whom their own server suspends', () => {
  let elsewhere: KnownSender;
  let note: Json;

  beforeAll(async () => {
    elsewhere = await openKnownSender();
    note = elsewhere.aNote({ inReplyTo: elsewhere.story.uri, content: '<p>zqspoken</p>' });
    expect(await elsewhere.done(elsewhere.creates(note))).toBe('stored');
  });
  afterAll(() => elsewhere?.stop());

  const page = async () => {
    const { url } = await elsewhere.pine.ctx.db
      .selectFrom('work')
      .select('url')
      .where('uri', '=', elsewhere.story.uri)
      .executeTakeFirstOrThrow();
    return (await new Visitor(elsewhere.pine.origin).get(new URL(url ?? '').pathname)).text;
  };
  const tell = (suspended: boolean) => {
    elsewhere.bob.document.suspended = suspended;
    return elsewhere.done(elsewhere.activity('Update', elsewhere.bob.document));
  };

  test('is not shown, gets nothing and says nothing, until their server says that it is over', async () => {
    const { pine, bob, peer } = elsewhere;
    const ruthUri = (await actorById(pine.ctx.db, elsewhere.ruth))?.uri ?? '';
    await elsewhere.done(elsewhere.activity('Follow', ruthUri));
    expect(await page()).toContain('zqspoken');
    await tell(true);
    await eventually('it is gone', async () => !(await page()).includes('zqspoken'));
    const replies = await fetch(`${elsewhere.story.uri}/replies`, { headers: AP });
    expect(await replies.text()).not.toContain(note.id);
    const ruth = await signedIn(pine.origin, 'ruth');
    expect((await ruth.get(`/@bob@${peer.host}`)).status).toBe(404);
    expect((await ruth.get('/search?q=bob')).text).not.toContain(`/@bob@${peer.host}`);
    expect(await elsewhere.done(elsewhere.activity('Like', elsewhere.story.uri))).toMatch(/^dropped/);
    const next = await publish(pine.ctx, elsewhere.ruth, aStory({ title: 'Another one' }));
    await eventually('it was written out', async () => {
      const sent = await pine.ctx.db
        .selectFrom('outgoing_activity')
        .select('id')
        .where('object_uri', '=', next.uri)
        .execute();
      return sent.length > 0;
    });
    const deliveries = await pine.ctx.db
      .selectFrom('delivery')
      .innerJoin('outgoing_activity as a', 'a.id', 'delivery.activity_id')
      .select('delivery.id')
      .where('a.object_uri', '=', next.uri)
      .execute();
    expect(deliveries).toEqual([]);
    await tell(false);
    await eventually('it is back', async () => (await page()).includes('zqspoken'));
    expect(await elsewhere.done(elsewhere.activity('Like', elsewhere.story.uri))).toBe('appreciated');
    expect((await actorByUri(pine.ctx.db, bob.uri))?.state).toBe('active');
  });

  test('can still take back what they said', async () => {
    await tell(true);
    expect(await elsewhere.done(elsewhere.activity('Delete', { id: note.id, type: 'Tombstone' }))).toBe(
      'taken-back',
    );
    await tell(false);
    expect(await page()).not.toContain('zqspoken');
  });
});
