import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { backfillOf, readToTheEnd } from '../support/backfills.ts';
import { signedHeaders } from '../support/cavage.ts';
import { type KnownSender, openKnownSender } from '../support/known-sender.ts';
import { openPeer, type Peer } from '../support/peer.ts';
import { AS, type Json, type PeerActor } from '../support/peer-actor.ts';

describe('what another server passes on', () => {
  let known: KnownSender;
  let forwarder: Peer;
  let mallory: PeerActor;

  beforeAll(async () => {
    [known, forwarder] = await Promise.all([openKnownSender(), openPeer()]);
    mallory = forwarder.actor('mallory');
  });
  afterAll(async () => {
    await known?.stop();
    await forwarder?.close();
  });

  const pass = async (activity: Json): Promise<number> =>
    (await forwarder.send(mallory, known.inbox, activity)).status;
  /** a note of Bob’s under the story, as his server serves it */
  const aNote = (more: Json = {}): Json => {
    const note = known.aNote({ inReplyTo: known.story.uri, content: '<p>Bob’s own words</p>', ...more });
    known.peer.serve(note.id, { '@context': AS, ...note });
    return note;
  };
  const kept = (uri: string) =>
    known.pine.ctx.db.selectFrom('reply').select(['html', 'state']).where('uri', '=', uri).executeTakeFirst();
  const forged = { content: '<p>Forged</p>', summary: 'Forged' };
  const asked = () => known.peer.requests.filter((one) => one.startsWith('GET')).length;

  test('is asked for where it lives, and nothing of what was passed on is believed', async () => {
    const note = aNote();
    const create = known.creates({ ...note, ...forged });
    expect(await pass(create)).toBe(202);
    expect(await readToTheEnd(known.pine.ctx, note.id)).toMatch(/^1 new/);
    expect(await kept(note.id)).toMatchObject({ html: '<p>Bob’s own words</p>' });
    expect(await known.rows(create.id)).toEqual([]);
  });

  test('brings nothing that its author’s server does not have', async () => {
    const never = known.aNote({ inReplyTo: known.story.uri, ...forged });
    const elsewhere = aNote({ inReplyTo: 'https://elsewhere.example/notes/1' });
    const foreign = aNote({ attributedTo: mallory.uri });
    for (const { id } of [never, elsewhere, foreign]) {
      const told = known.aNote({ id, inReplyTo: known.story.uri, ...forged });
      expect(await pass(known.creates(told))).toBe(202);
      expect(await readToTheEnd(known.pine.ctx, id)).toMatch(/^0 new/);
      expect(await known.holds(id)).toBe(0);
    }
  });

  test('is not asked for at all when it answers nothing that is held here', async () => {
    const before = asked();
    const note = aNote({ inReplyTo: 'https://elsewhere.example/notes/1' });
    expect(await pass(known.creates(note))).toBe(202);
    expect(await pass(known.activity('Delete', { id: aNote().id, type: 'Tombstone' }))).toBe(202);
    expect(await backfillOf(known.pine.ctx, note.id)).toBeNull();
    expect(asked()).toBe(before);
  });

  test('changes or removes what is held only if it has changed, or is gone, where it lives', async () => {
    const note = aNote();
    expect(await known.done(known.creates(note))).toBe('stored');
    const gone = known.activity('Delete', { id: note.id, type: 'Tombstone' });
    const edited = known.activity('Update', { ...note, ...forged, updated: '2026-11-21T12:00:00Z' });
    for (const activity of [gone, edited]) {
      expect(await pass(activity)).toBe(202);
      expect(await readToTheEnd(known.pine.ctx, note.id)).toMatch(/^0 new/);
      expect(await kept(note.id)).toMatchObject({ html: '<p>Bob’s own words</p>' });
      await known.pine.ctx.db.deleteFrom('backfill').execute();
    }
    known.peer.serve(note.id, {
      '@context': AS,
      ...note,
      content: '<p>Bob thought again</p>',
      updated: '2026-11-21T12:00:00Z',
    });
    expect(await pass(edited)).toBe(202);
    await readToTheEnd(known.pine.ctx, note.id);
    expect(await kept(note.id)).toMatchObject({ html: '<p>Bob thought again</p>' });
    await known.pine.ctx.db.deleteFrom('backfill').execute();
    known.peer.serve(note.id, { status: 410, body: '' });
    expect(await pass(gone)).toBe(202);
    await readToTheEnd(known.pine.ctx, note.id);
    expect(await kept(note.id)).toEqual({ html: '', state: 'removed' });
    expect(await known.done(known.creates(note))).toBe('taken-back');
  });

  test('is asked for once in five minutes, and a hundred at a time for one server', async () => {
    const { ctx } = known.pine;
    const note = aNote();
    expect(await pass(known.creates(note))).toBe(202);
    await readToTheEnd(ctx, note.id);
    const before = await backfillOf(ctx, note.id);
    for (let n = 0; n < 3; n += 1) expect(await pass(known.creates(note))).toBe(202);
    expect(await backfillOf(ctx, note.id)).toEqual(before);
    const waiting = Array.from({ length: 100 }, (_, n) => ({
      uri: `https://many.example/${n}`,
      host: 'many.example',
      whole: false,
      passed_on_by: forwarder.host,
      due_at: new Date(Date.now() + 3_600_000),
    }));
    await ctx.db.insertInto('backfill').values(waiting).execute();
    const more = aNote();
    expect(await pass(known.creates(more))).toBe(202);
    expect(await backfillOf(ctx, more.id)).toBeNull();
    await ctx.db.deleteFrom('backfill').execute();
  });

  test('is refused without a signature that holds, from the author’s own server, or as anything but an object', async () => {
    const note = aNote();
    const create = known.creates(note);
    const eve = known.peer.actor('eve');
    expect((await known.peer.send(eve, known.inbox, create)).status).toBe(401);
    const body = JSON.stringify(create);
    const headers = signedHeaders('POST', new URL(known.inbox), body, {
      id: mallory.key.id,
      privateKey: eve.key.privateKey,
    });
    expect((await fetch(known.inbox, { method: 'POST', headers, body })).status).toBe(401);
    const { ctx, origin } = known.pine;
    const ours = `${origin}/ap/actors/${known.ruth}`;
    for (const activity of [
      known.activity('Like', known.story.uri),
      known.activity('Follow', ours),
      known.activity('Undo', create.id),
      known.activity('Announce', note.id),
      known.activity('Update', known.bob.document),
      known.activity('Delete', known.bob.uri),
      { ...known.creates({ ...note, id: `${mallory.uri}/note` }) },
      { ...known.activity('Update', known.story.uri), actor: ours },
    ])
      expect([activity.type, await pass(activity)]).toEqual([activity.type, 401]);
    expect(await backfillOf(ctx, note.id)).toBeNull();
    await ctx.db.insertInto('domain_rule').values({ domain: forwarder.host, severity: 'suspend' }).execute();
    expect(await pass(create)).toBe(403);
    expect(await backfillOf(ctx, note.id)).toBeNull();
  });
});
