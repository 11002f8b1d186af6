import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { followActor } from '../../server/actions/follow-actor.ts';
import { eventually } from '../support/eventually.ts';
import { type KnownSender, openKnownSender } from '../support/known-sender.ts';
import { openPeer, type Peer } from '../support/peer.ts';
import { AS, type Json, type PeerActor } from '../support/peer-actor.ts';

describe('a good signature gives no right to', () => {
  let known: KnownSender;
  /** on Bob's own server */
  let eve: PeerActor;

  beforeAll(async () => {
    known = await openKnownSender();
    eve = known.peer.actor('eve');
  });

  afterAll(async () => {
    await known?.stop();
    await Promise.all(others.map((one) => one.close()));
  });

  const others: Peer[] = [];
  const openElsewhere = async (): Promise<Peer> => {
    const other = await openPeer();
    others.push(other);
    return other;
  };
  const fromElsewhere = async (sent: Json, by: PeerActor): Promise<string> => {
    await others[0]?.send(by, known.inbox, sent);
    return known.outcome(sent.id);
  };

  test('bring back what was deleted before it came', async () => {
    const note = known.aNote();
    const tombstone = { id: note.id, type: 'Tombstone' };
    expect(await known.done(known.activity('Delete', tombstone))).toBe('remembered');
    expect(await known.done(known.creates(note))).toBe('taken-back');
    expect(await known.holds(note.id)).toBe(0);
  });

  test('store an object of another host, of another author, or not for everybody', async () => {
    const { bob, aNote, story, pine, ruth } = known;
    const elsewhere = 'https://victim.example/notes/1';
    const cases: [what: string, object: unknown, said: RegExp][] = [
      ['another host', aNote({ id: elsewhere }), /another host/],
      ['another host, by address', elsewhere, /^dropped/],
      ['another author', aNote({ attributedTo: eve.uri }), /somebody else/],
      ['an author elsewhere', aNote({ attributedTo: 'https://victim.example/users/v' }), /somebody else/],
      ['an embedded author', aNote({ attributedTo: { id: eve.uri } }), /somebody else/],
      ['another author before him', aNote({ attributedTo: [eve.uri, bob.uri] }), /somebody else/],
      ['no author', aNote({ attributedTo: undefined }), /^dropped/],
      ['followers only', aNote({ to: [bob.followers] }), /not public/],
      [
        'for one person',
        aNote({ to: [`${pine.origin}/ap/actors/${ruth}`], inReplyTo: story.uri }),
        /not public/,
      ],
      ['for nobody', aNote({ to: undefined, cc: undefined }), /not public/],
      ['another type', aNote({ type: 'Audio' }), /^dropped/],
      ['a list', [aNote()], /^dropped/],
      ['nothing', undefined, /^dropped/],
    ];
    for (const [what, object, said] of cases) {
      expect([what, await known.done(known.creates(object))]).toEqual([what, expect.stringMatching(said)]);
      const id = (object as Json | undefined)?.id;
      if (id) expect([what, await known.holds(id)]).toEqual([what, 0]);
    }
    const { db } = pine.ctx;
    expect(await db.selectFrom('remote_note').select('uri').execute()).toEqual([]);
  });

  test('store what concerns nobody here', async () => {
    const stranger = known.aNote({}, eve);
    expect(await known.done(known.creates(stranger, eve), eve)).toMatch(/^dropped/);
    const article = known.aNote({ type: 'Article', name: 'An article' }, eve);
    expect(await known.done(known.creates(article, eve), eve)).toMatch(/nobody here follows/);
    const reply = known.aNote({ inReplyTo: 'https://elsewhere.example/notes/1' }, eve);
    expect(await known.done(known.creates(reply, eve), eve)).toMatch(/answers nothing/);
    for (const { id } of [stranger, article, reply]) expect(await known.holds(id)).toBe(0);
  });

  test('change or delete what another one wrote', async () => {
    const { story, pine, done, activity } = known;
    const note = known.aNote({ inReplyTo: story.uri });
    expect(await done(known.creates(note))).toBe('stored');
    const edited = { ...note, content: '<p>Mine now</p>', updated: '2026-11-21T12:00:00Z' };
    const claimed = { ...edited, attributedTo: eve.uri };
    expect(await done(activity('Update', edited, eve), eve)).toMatch(/^dropped/);
    expect(await done(activity('Update', claimed, eve), eve)).toBe('not-theirs');
    expect(await done(activity('Create', claimed, eve), eve)).toBe('not-theirs');
    expect(await done(activity('Delete', note.id, eve), eve)).toBe('not-theirs');
    expect(await done(activity('Delete', story.uri, eve), eve)).toMatch(/^dropped/);
    expect(await done(activity('Update', { ...eve.document, id: known.bob.uri }, eve), eve)).toMatch(
      /^dropped/,
    );
    const { db } = pine.ctx;
    const reply = await db.selectFrom('reply').select('html').where('uri', '=', note.id).executeTakeFirst();
    expect(reply?.html).toBe(note.content);
    expect((await pine.ctx.lookup.actor(known.bob.uri)).name).toBe('Bob');
    const accept = 'application/activity+json';
    expect((await fetch(story.uri, { headers: { accept } })).status).toBe(200);
    // Bob himself may
    expect(await done(activity('Update', edited))).toBe('updated');
    expect(await done(activity('Delete', note.id))).toBe('taken-back');
  });

  test('delete what another one has not even sent yet', async () => {
    const { done, creates, activity, holds } = known;
    const carol = (await openElsewhere()).actor('carol');
    for (const by of [eve, carol]) {
      const note = known.aNote();
      const before = activity('Delete', { id: note.id, type: 'Tombstone' }, by);
      expect(await (by === eve ? done(before, eve) : fromElsewhere(before, carol))).toMatch(
        /^(remembered|dropped)/,
      );
      expect(await done(creates(note))).toBe('stored');
      // his own Delete before it counts all the same
      const other = known.aNote();
      await done(activity('Delete', other.id, eve), eve);
      expect(await done(activity('Delete', other.id))).toBe('remembered');
      expect(await done(creates(other))).toBe('taken-back');
      expect([await holds(note.id), await holds(other.id)]).toEqual([1, 0]);
    }
  });

  test('accept a follow in the place of the one who was asked', async () => {
    const { pine, peer, ruth, done, activity } = known;
    const carol = peer.actor('carol');
    await followActor(pine.ctx, ruth, await pine.ctx.lookup.actor(carol.uri));
    const asked = await eventually('the Follow', async () =>
      peer.of('Follow').find((one) => one.object === carol.uri),
    );
    const { db } = pine.ctx;
    const state = async () =>
      (await db.selectFrom('follow').select('state').where('uri', '=', asked.id).executeTakeFirst())?.state;
    for (const object of [asked.id, asked, { ...asked, object: eve.uri }])
      expect(await done(activity('Accept', object, eve), eve)).toMatch(/^dropped/);
    expect(await done(activity('Reject', asked, eve), eve)).toMatch(/^dropped/);
    expect(await state()).toBe('requested');
    expect(await done(activity('Accept', asked.id, carol), carol)).toBe('accepted');
    expect(await state()).toBe('accepted');
  });

  test('become a follower in somebody else’s name, or end another one’s follow', async () => {
    const { ruth, pine, done, activity, bob } = known;
    const ours = `${pine.origin}/ap/actors/${ruth}`;
    const { db } = pine.ctx;
    const followers = async () =>
      (
        await db
          .selectFrom('follow')
          .innerJoin('actor', 'actor.id', 'follow.follower_id')
          .select('actor.uri')
          .where('followed_id', '=', ruth)
          .orderBy('actor.uri')
          .execute()
      ).map((row) => row.uri);
    const follow = activity('Follow', ours);
    expect(await done(follow)).toBe('followed');
    expect(await done(activity('Follow', 'https://victim.example/users/v'))).toMatch(/^dropped/);
    const { '@context': _, ...embedded } = follow;
    for (const object of [
      embedded,
      { ...embedded, actor: eve.uri },
      follow.id,
      { type: 'Follow', object: ours },
    ])
      expect(await done(activity('Undo', object, eve), eve)).toMatch(/^dropped/);
    expect(await followers()).toEqual([bob.uri]);
    expect(await done(activity('Undo', embedded))).toBe('unfollowed');
    expect(await followers()).toEqual([]);
    // by its address alone
    const again = activity('Follow', ours);
    expect(await done(again)).toBe('followed');
    expect(await done(activity('Undo', again.id))).toBe('unfollowed');
    expect(await followers()).toEqual([]);
  });

  test('take back a Like or a boost of somebody else, not by its address either', async () => {
    const { story, pine, done, activity } = known;
    const { db } = pine.ctx;
    const kept = async () =>
      (
        await db
          .selectFrom('appreciation')
          .select('activity_uri')
          .where('object_uri', '=', story.uri)
          .execute()
      ).map((row) => row.activity_uri);
    const like = activity('Like', story.uri);
    const boost = activity('Announce', story.uri);
    for (const one of [like, boost]) expect(await done(one)).toBe('appreciated');
    for (const one of [like, boost])
      for (const object of [one.id, { id: one.id }, { ...one, actor: eve.uri }])
        expect(await done(activity('Undo', object, eve), eve)).toMatch(/^dropped/);
    expect((await kept()).sort()).toEqual([like.id, boost.id].sort());
    expect(await done(activity('Undo', like.id))).toBe('undone');
    expect(await kept()).toEqual([boost.id]);
    expect(await done(activity('Undo', { id: boost.id, type: 'Announce' }))).toBe('undone');
    expect(await kept()).toEqual([]);
    // liked twice: the id of either kept one is the last
    const [one, two] = [activity('Like', story.uri), activity('Like', story.uri)];
    for (const liked of [one, two]) expect(await done(liked)).toBe('appreciated');
    expect(await kept()).toEqual([two.id]);
    expect(await done(activity('Undo', two.id))).toBe('undone');
    expect(await kept()).toEqual([]);
    // by its address, before it came
    const late = activity('Like', story.uri);
    expect(await done(activity('Undo', late.id))).toMatch(/not.*yet|nothing to undo yet/);
    expect(await done(late)).toMatch(/taken back before it came/);
  });

  test('put words into another one’s mouth with a boost', async () => {
    const forged = known.aNote({ inReplyTo: known.story.uri, content: '<p>Forged</p>' });
    const article = known.aNote({ type: 'Article', name: 'Forged' });
    for (const object of [forged, article]) {
      for (const by of [eve, known.bob])
        expect(await known.done(known.activity('Announce', object, by), by)).toMatch(/^dropped/);
      expect(await known.holds(object.id)).toBe(0);
    }
    // what the author's own server says is taken instead
    known.peer.serve(article.id, { '@context': AS, ...article, name: 'True' });
    expect(await known.done(known.activity('Announce', article))).toBe('stored');
    const { db } = known.pine.ctx;
    const kept = await db.selectFrom('work').select('title').where('uri', '=', article.id).executeTakeFirst();
    expect(kept?.title).toBe('True');
  });

  test('leave marks in a page: what comes as HTML is cleaned', async () => {
    const note = known.aNote({
      inReplyTo: known.story.uri,
      content:
        '<p onclick="x()">Hi<script>x()</script> <a href="javascript:x()">a</a> <img src=x onerror=x()> <b class="button">b</b></p>',
    });
    expect(await known.done(known.creates(note))).toBe('stored');
    const { db } = known.pine.ctx;
    const kept = await db.selectFrom('reply').select('html').where('uri', '=', note.id).executeTakeFirst();
    expect(kept?.html).toBe('<p>Hi <a rel="nofollow noopener noreferrer ugc">a</a>  <b>b</b></p>');
  });
});
