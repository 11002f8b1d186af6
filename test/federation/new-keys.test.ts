import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { blockActor } from '../../server/actions/block-actor.ts';
import { followActor } from '../../server/actions/follow-actor.ts';
import { actorById, actorByUri } from '../../server/store/actors.ts';
import { hasBlocked } from '../../server/store/blocks.ts';
import { followBetween } from '../../server/store/follows.ts';
import { aTeacher } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { type KnownSender, openKnownSender } from '../support/known-sender.ts';
import type { Json, PeerActor } from '../support/peer-actor.ts';
import { signedIn } from '../support/visitor.ts';

/** Somebody whom Ruth follows, with a note of theirs under her story; and what signs for them before and after. */
interface Changing {
  actor: PeerActor;
  note: Json;
  /** the same person with the key of before */
  before: PeerActor;
}

describe('a wholly new key', () => {
  let known: KnownSender;
  let count = 0;

  beforeAll(async () => {
    known = await openKnownSender();
    await aTeacher(known.pine.ctx, 'noor', { role: 'moderator' });
  });
  afterAll(() => known?.stop());

  const db = () => known.pine.ctx.db;
  const stored = async (uri: string) => {
    const actor = await actorByUri(db(), uri);
    if (!actor) throw new Error(`${uri} is not known`);
    return actor;
  };
  const reply = (uri: string) =>
    db().selectFrom('reply').select(['html', 'state']).where('uri', '=', uri).executeTakeFirstOrThrow();
  const looks = (actor: PeerActor) =>
    known.peer.requests.filter((one) => one === `GET ${new URL(actor.uri).pathname}`).length;

  /** Somebody whose document names a new key, and nothing else, from now on. */
  async function changing(): Promise<Changing> {
    const { peer, pine, ruth } = known;
    const actor = peer.actor(`carla${++count}`);
    await followActor(pine.ctx, ruth, await pine.ctx.lookup.actor(actor.uri));
    const follow = await eventually('the Follow', async () =>
      peer.of('Follow').find(({ object }) => object === actor.uri),
    );
    await known.done(known.activity('Accept', follow, actor), actor);
    const note = known.aNote({ inReplyTo: known.story.uri }, actor);
    expect(await known.done(known.creates(note, actor), actor)).toBe('stored');
    const before = { ...actor, key: { ...actor.key } };
    const { key, document } = peer.actor(`other${count}`);
    actor.key.privateKey = key.privateKey;
    actor.document.publicKey = {
      ...actor.document.publicKey,
      publicKeyPem: document.publicKey.publicKeyPem,
    };
    return { actor, note, before };
  }

  const updates = ({ actor }: Changing) => known.activity('Update', actor.document, actor);
  const removes = (id: string, { actor }: Changing) => known.activity('Delete', id, actor);
  const edited = ({ note, actor }: Changing) =>
    known.activity('Update', { ...note, content: '<p>Changed</p>', updated: '2026-11-21T12:00:00Z' }, actor);

  /** An hour later: what waits has waited long enough, and their host is asked again. */
  async function anHourLater(uri: string): Promise<void> {
    const { next_key } = await db()
      .selectFrom('actor')
      .select('next_key')
      .where('uri', '=', uri)
      .executeTakeFirstOrThrow();
    const since = new Date(Date.now() - 3_600_001).toISOString();
    await db()
      .updateTable('actor')
      .set({ next_key: JSON.stringify({ ...next_key, since }), fetched_at: new Date(since) })
      .where('uri', '=', uri)
      .execute();
    await known.pine.ctx.lookup.actor(uri);
  }

  /** Their host is asked again. */
  async function lookedAtAgain(uri: string): Promise<void> {
    await db()
      .updateTable('actor')
      .set({ fetched_at: new Date(0) })
      .where('uri', '=', uri)
      .execute();
    await known.pine.ctx.lookup.actor(uri);
  }

  test('that the old one vouches for is the same person’s', async () => {
    const carla = await changing();
    const { id } = await stored(carla.actor.uri);
    expect(await known.done(updates(carla), carla.before)).toBe('profile fetched again');
    expect(await known.done(removes(carla.note.id, carla), carla.actor)).toBe('taken-back');
    expect((await stored(carla.actor.uri)).id).toBe(id);
    expect((await followBetween(db(), known.ruth, id))?.state).toBe('accepted');
    expect(await known.status(updates(carla), carla.before)).toBe(401);
  });

  test('that stands beside the old one is new all the same: anybody can copy a public key', async () => {
    const carla = await changing();
    const { keyPem } = await stored(carla.actor.uri);
    const { publicKey } = carla.actor.document;
    const old = { ...publicKey, id: `${carla.actor.uri}#old`, publicKeyPem: keyPem };
    const { html } = await reply(carla.note.id);
    // before the old one, behind it, and alone after it stood behind it
    for (const keys of [[publicKey, old], [{ ...old, id: publicKey.id }, publicKey], publicKey]) {
      carla.actor.document.publicKey = keys;
      await lookedAtAgain(carla.actor.uri);
      expect((await stored(carla.actor.uri)).keyPem).toBe(keyPem);
    }
    for (const activity of [edited(carla), removes(carla.note.id, carla), updates(carla)])
      expect(await known.status(activity, carla.actor)).toBe(503);
    expect(await reply(carla.note.id)).toEqual({ html, state: 'shown' });
  });

  test('that nobody vouches for waits an hour: its sender is asked to come again, and nothing changes', async () => {
    const carla = await changing();
    carla.actor.document.name = 'Somebody else';
    const sent = known.creates(known.aNote({ inReplyTo: known.story.uri }, carla.actor), carla.actor);
    const before = looks(carla.actor);
    for (let n = 0; n < 3; n += 1) {
      const answer = await known.peer.send(carla.actor, known.inbox, sent);
      expect([answer.status, Number(answer.headers.get('retry-after')) > 0]).toEqual([503, true]);
    }
    expect(looks(carla.actor)).toBe(before + 1);
    expect(await known.rows(sent.id)).toEqual([]);
    expect((await stored(carla.actor.uri)).name).toMatch(/^Carla/);
    // neither key signed this
    const eve = { ...carla.actor, key: { ...known.bob.key, id: carla.actor.key.id } };
    expect(await known.status(known.activity('Like', known.story.uri, carla.actor), eve)).toBe(401);
    // the old one vouches for it in time
    await known.done(updates(carla), carla.before);
    expect(await known.done(sent, carla.actor)).toMatch(/stored|held/);
    expect((await stored(carla.actor.uri)).name).toBe('Somebody else');
  });

  test('under another name waits as well', async () => {
    const carla = await changing();
    carla.actor.key.id = carla.actor.document.publicKey.id = `${carla.actor.uri}#second-key`;
    expect(await known.status(edited(carla), carla.actor)).toBe(503);
    expect(await known.done(updates(carla), carla.before)).toBe('profile fetched again');
    expect((await stored(carla.actor.uri)).keyId).toBe(carla.actor.key.id);
  });

  test('after an hour is somebody new, who cannot touch what was written before', async () => {
    const carla = await changing();
    const former = await stored(carla.actor.uri);
    const gone = known.aNote({ inReplyTo: known.story.uri }, carla.actor);
    expect(await known.done(removes(gone.id, carla), carla.before)).toBe('remembered');
    await known.done(known.activity('Follow', await uriOf(known.ruth), carla.actor), carla.before);
    const marcus = await aTeacher(known.pine.ctx, 'marcus');
    await blockActor(known.pine.ctx, marcus, former);

    expect(await known.status(edited(carla), carla.actor)).toBe(503);
    await anHourLater(carla.actor.uri);

    const now = await stored(carla.actor.uri);
    expect(now.id).not.toBe(former.id);
    expect(await known.status(updates(carla), carla.before)).toBe(401);
    const { html } = await reply(carla.note.id);
    for (const activity of [
      edited(carla),
      known.creates({ ...carla.note, content: '<p>Mine</p>', updated: '2026-11-22T12:00:00Z' }, carla.actor),
      removes(carla.note.id, carla),
    ])
      expect(await known.done(activity, carla.actor)).toBe('not-theirs');
    // what the former one said is gone binds nobody any more
    expect(await known.done(known.creates(gone, carla.actor), carla.actor)).toBe('stored');
    // leaving takes nothing of the former one along either
    await known.done(known.activity('Delete', carla.actor.uri, carla.actor), carla.actor);
    expect(await reply(carla.note.id)).toEqual({ html, state: 'shown' });

    // nobody follows anybody by themselves, and who was blocked is blocked
    for (const id of [former.id, now.id]) {
      expect(await followBetween(db(), known.ruth, id)).toBeNull();
      expect(await followBetween(db(), id, known.ruth)).toBeNull();
    }
    expect(await hasBlocked(db(), marcus, now.id)).toBe(true);
    expect(await actorById(db(), former.id)).toMatchObject({ state: 'gone', name: former.name, inbox: null });
  });

  test('of somebody new is told to who followed and to the moderators', async () => {
    const carla = await changing();
    expect(await known.status(edited(carla), carla.actor)).toBe(503);
    await anHourLater(carla.actor.uri);
    const ruth = await signedIn(known.pine.origin, 'ruth');
    const told = (await ruth.get('/notifications')).text;
    expect(told).toContain('has a wholly new key, which nobody vouched for.');
    const { handle, host } = await stored(carla.actor.uri);
    expect(told).toContain(`href="/@${handle}@${host}"`);
    // what was written before stands there, without a way to whoever answers now
    const page = (await ruth.get(new URL((await workUrl()) ?? '').pathname)).text;
    expect(page).toContain(carla.note.content.replace(/<[^>]*>/g, ''));
    expect(page).not.toContain(`href="/@${handle}@${host}"`);
    const noor = await signedIn(known.pine.origin, 'noor');
    const queue = (await noor.get('/moderation/reports')).text;
    expect(queue).toContain('Somebody new behind a known address');
    expect(queue).toContain(`@${handle}@`);
  });

  test('is not let in by a document that names no key for a while', async () => {
    const carla = await changing();
    await namesNoKeyForAWhile(carla);
    expect(await known.done(removes(carla.note.id, carla), carla.before)).toBe('taken-back');
  });

  test('nor when they were known before prints of keys were kept', async () => {
    const carla = await changing();
    await db().updateTable('actor').set({ key_prints: [] }).where('uri', '=', carla.actor.uri).execute();
    await namesNoKeyForAWhile(carla);
  });

  /** Their document names no key, what is no key, and then the new one: the old one holds all the while. */
  async function namesNoKeyForAWhile(carla: Changing): Promise<void> {
    const { keyId, keyPem } = await stored(carla.actor.uri);
    const { publicKey } = carla.actor.document;
    for (const key of [undefined, { ...publicKey, publicKeyPem: 'no key' }, publicKey]) {
      carla.actor.document.publicKey = key;
      await lookedAtAgain(carla.actor.uri);
      expect(await stored(carla.actor.uri)).toMatchObject({ keyId, keyPem });
    }
    expect(await known.status(edited(carla), carla.actor)).toBe(503);
  }

  test('of a stranger who left nothing here is simply theirs', async () => {
    const { peer } = known;
    const nils = peer.actor('nils');
    const like = () => known.activity('Like', known.story.uri, nils);
    await known.done(like(), nils);
    const { key, document } = peer.actor('nils-of-tomorrow');
    nils.key.privateKey = key.privateKey;
    nils.document.publicKey.publicKeyPem = document.publicKey.publicKeyPem;
    expect(await known.done(like(), nils)).toBe('appreciated');
  });

  const uriOf = async (id: string) => (await actorById(db(), id))?.uri ?? '';
  const workUrl = async () =>
    (await db().selectFrom('work').select('url').where('uri', '=', known.story.uri).executeTakeFirstOrThrow())
      .url;
});
