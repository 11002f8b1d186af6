import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { askForThread } from '../../server/actions/backfill.ts';
import { insertTombstone } from '../../server/store/tombstones.ts';
import { backfillOf, letTimePass, readToTheEnd } from '../support/backfills.ts';
import { eventually } from '../support/eventually.ts';
import { type KnownSender, openKnownSender } from '../support/known-sender.ts';
import { openPeer, type Peer } from '../support/peer.ts';
import { AS, type Json, type PeerActor, PUBLIC } from '../support/peer-actor.ts';

describe('a thread that is read at another server', () => {
  let known: KnownSender;
  let eve: PeerActor;
  let elsewhere: Peer;
  let carol: PeerActor;
  let count = 0;

  beforeAll(async () => {
    [known, elsewhere] = await Promise.all([openKnownSender(), openPeer()]);
    eve = known.peer.actor('eve');
    carol = elsewhere.actor('carol');
  });
  afterAll(async () => {
    await known?.stop();
    await elsewhere?.close();
  });

  const server = (by: PeerActor) => (by === carol ? elsewhere : known.peer);
  /** a note that its server serves */
  const note = (by: PeerActor, inReplyTo: string, more: Json = {}): Json => {
    const made = known.aNote({ inReplyTo, ...more }, by);
    server(by).serve(made.id, { '@context': AS, ...made });
    return made;
  };
  /** an address of Bob’s server for the list of what answers something */
  const list = () => `${known.peer.origin}/lists/${++count}`;
  const serveList = (id: string, more: Json) =>
    known.peer.serve(id, { '@context': AS, id, type: 'Collection', ...more });
  /** Bob’s article, held here; its answers are listed at `replies` */
  const article = async (replies: unknown, more: Json = {}): Promise<Json> => {
    const made: Json = { ...known.aNote({ replies, ...more }), type: 'Article', name: 'An article' };
    known.peer.serve(made.id, { '@context': AS, ...made });
    expect(await known.done(known.creates(made))).toBe('stored');
    return made;
  };
  const ask = (uri: string) => askForThread(known.pine.ctx, uri);
  const read = async (uri: string): Promise<string> => {
    await ask(uri);
    return readToTheEnd(known.pine.ctx, uri);
  };
  const asked = (peer: Peer) => peer.requests.filter((one) => one.startsWith('GET'));
  const replyRow = (uri: string) =>
    known.pine.ctx.db.selectFrom('reply').select(['html', 'state']).where('uri', '=', uri).executeTakeFirst();

  test('is shown as its own server shows it, and what a list says of others is asked for where they live', async () => {
    const replies = list();
    const { id } = await article(replies);
    const own = note(bob(), id);
    const theirs = note(carol, id, { content: '<p>Carol’s own words</p>' });
    const embedded = { ...known.aNote({ inReplyTo: id, content: '<p>Said whole</p>' }) };
    serveList(replies, {
      items: [own.id, { ...theirs, content: '<p>Put into her mouth</p>' }, embedded],
    });
    expect(await read(id)).toMatch(/^3 new/);
    expect(await replyRow(own.id)).toMatchObject({ state: 'shown' });
    expect(await replyRow(theirs.id)).toMatchObject({ html: '<p>Carol’s own words</p>', state: 'shown' });
    expect(await replyRow(embedded.id)).toMatchObject({ html: '<p>Said whole</p>' });
    expect(asked(known.peer)).not.toContain(`GET ${new URL(embedded.id).pathname}`);
  });

  test('brings nothing by a list that lies', async () => {
    const { pine, peer, story } = known;
    const replies = list();
    const { id } = await article(replies);
    const blocked = await openPeer();
    await pine.ctx.db
      .insertInto('domain_rule')
      .values({ domain: blocked.host, severity: 'suspend' })
      .execute();
    const gone = note(eve, id);
    await insertTombstone(
      pine.ctx.db,
      { uri: gone.id, actorUri: eve.uri, was: 'reply', url: null },
      new Date(),
    );
    const victim = note(carol, 'https://elsewhere.example/notes/1');
    const other = (more: Json) => known.aNote({ inReplyTo: id, ...more });
    const lies: unknown[] = [
      other({ attributedTo: carol.uri }),
      other({ attributedTo: undefined }),
      other({ to: [eve.followers] }),
      other({ inReplyTo: 'https://elsewhere.example/notes/1' }),
      note(eve, '', { inReplyTo: undefined }).id,
      { ...other({}), type: 'Audio' },
      { ...victim, inReplyTo: id, content: '<p>Forged</p>' },
      `${blocked.origin}/notes/1`,
      gone.id,
      story.uri,
      `${pine.origin}/ap/objects/nothing`,
      `${peer.origin}/notes/never-was`,
      'javascript:x()',
      'https://user:word@127.0.0.1/x',
      ['https://elsewhere.example/1'],
      7,
      null,
    ];
    serveList(replies, { items: lies });
    expect(await read(id)).toMatch(/^0 new/);
    for (const lie of lies) {
      const uri = typeof lie === 'string' ? lie : ((lie as Json | null)?.id ?? '');
      if (uri !== story.uri) expect([uri, await known.holds(uri)]).toEqual([uri, 0]);
    }
    expect(blocked.requests).toEqual([]);
    expect(asked(peer)).not.toContain(`GET ${new URL(gone.id).pathname}`);
    await blocked.close();
  });

  test('asks nobody for a list on another host, or of another type', async () => {
    const trap = `${elsewhere.origin}/trap`;
    const before = asked(elsewhere).length;
    const lying = list();
    serveList(lying, { id: trap, items: [note(eve, 'x').id], first: trap, next: trap });
    const odd = list();
    known.peer.serve(odd, { '@context': AS, id: odd, type: 'Note', items: [note(eve, 'x').id] });
    for (const replies of [
      trap,
      { id: trap, type: 'Collection', items: [] },
      { type: 'Collection', first: trap, next: trap, items: [] },
      lying,
      odd,
    ]) {
      const { id } = await article(replies, { context: trap });
      expect(await read(id)).toMatch(/^0 new/);
    }
    expect(asked(elsewhere).length).toBe(before);
  });

  test('is not fooled by a host that sends on to another one', async () => {
    const replies = list();
    const { id } = await article(replies);
    const [forged, other] = [
      known.aNote({ inReplyTo: id, content: '<p>Forged</p>' }),
      known.aNote({ inReplyTo: id, content: '<p>Forged</p>' }),
    ];
    const lying = note(carol, id, {
      replies: { type: 'Collection', items: [forged] },
    });
    const listThere = `${elsewhere.origin}/lists/1`;
    elsewhere.serve(listThere, { '@context': AS, type: 'Collection', items: [other] });
    const [toNote, toList] = [`${known.peer.origin}/away/1`, list()];
    for (const [from, location] of [
      [toNote, lying.id],
      [toList, listThere],
    ] as const)
      known.peer.serve(from, { status: 302, body: '', headers: { location } });
    serveList(replies, { items: [toNote], next: toList });
    expect(await read(id)).toMatch(/^1 new/);
    expect(await known.holds(lying.id)).toBe(1);
    expect([await known.holds(forged.id), await known.holds(other.id)]).toEqual([0, 0]);
  });

  test('never goes on for ever: not in circles, not by pages without end', async () => {
    const [self, endless] = [list(), list()];
    serveList(self, { first: self, next: self, items: [self] });
    for (let n = 0; n < 60; n += 1)
      serveList(n === 0 ? endless : `${endless}/${n}`, {
        type: 'CollectionPage',
        totalItems: 1e12,
        items: [],
        next: `${endless}/${n + 1}`,
      });
    for (const [replies, most] of [
      [self, 2],
      [endless, 10],
    ] as const) {
      const { id } = await article(replies);
      const before = asked(known.peer).filter((one) => one.includes('/lists/')).length;
      expect(await read(id)).toMatch(/^0 new/);
      const after = asked(known.peer).filter((one) => one.includes('/lists/')).length;
      expect(after - before).toBeLessThanOrEqual(most);
      expect(after).toBeGreaterThan(before);
    }
  });

  test('goes down twenty levels and no further', async () => {
    const first = list();
    const { id } = await article(first);
    let [parent, at] = [id, first];
    const chain: string[] = [];
    for (let n = 0; n < 25; n += 1) {
      const below = list();
      const one = note(eve, parent, { replies: below });
      serveList(at, { items: [one.id] });
      chain.push(one.id);
      [parent, at] = [one.id, below];
    }
    await read(id);
    const held = await Promise.all(chain.map((uri) => known.holds(uri)));
    expect(held).toEqual([...Array(20).fill(1), ...Array(5).fill(0)]);
  });

  test('asks one server ten times and then waits; a hundred requests end it', async () => {
    const replies = list();
    const { id } = await article(replies);
    const notes = Array.from({ length: 150 }, () => note(eve, id));
    serveList(replies, { items: notes.map((one) => one.id) });
    const { ctx } = known.pine;
    const before = asked(known.peer).length;
    await ctx.db.deleteFrom('backfill_pace').execute();
    await ask(id);
    const waiting = await eventually('a rest', async () => {
      const row = await backfillOf(ctx, id);
      return row?.walk != null && row.lease_until === null && row;
    });
    const { requests } = waiting.walk as { requests: number };
    expect(requests).toBe(10);
    expect(asked(known.peer).length - before).toBe(10);
    expect(waiting.due_at?.getTime()).toBeGreaterThan(Date.now());
    // one more each three seconds: thirty in no minute
    const pace = await ctx.db
      .selectFrom('backfill_pace')
      .select('next_at')
      .where('host', '=', known.peer.host)
      .executeTakeFirstOrThrow();
    const ahead = (pace.next_at.getTime() - (waiting.due_at?.getTime() ?? 0)) / 1000;
    expect([ahead > 20, ahead <= 27]).toEqual([true, true]);
    await letTimePass(ctx);
    await readToTheEnd(ctx, id);
    expect(asked(known.peer).length - before).toBeLessThanOrEqual(100);
    const held = async () =>
      (await Promise.all(notes.map((one) => known.holds(one.id)))).filter(Boolean).length;
    const firstTime = await held();
    expect(firstTime).toBeGreaterThan(80);
    // the next time it goes on where it ended
    await ctx.db
      .updateTable('backfill')
      .set({ read_at: new Date(Date.now() - 7 * 3_600_000) })
      .execute();
    await read(id);
    expect(await held()).toBe(150);
  });

  test('brings two hundred replies and no more', async () => {
    const { ctx } = known.pine;
    const replies = list();
    const { id } = await article(replies);
    const author = await ctx.lookup.actor(eve.uri);
    const rows = Array.from({ length: 195 }, (_, n) => ({
      id: `00000000000000000000000${String(n).padStart(3, '0')}`,
      uri: `${eve.uri}/many/${n}`,
      host: author.host,
      author_id: author.id,
      in_reply_to: id,
      root_uri: id,
      html: 'x',
      state: 'shown',
      published_at: new Date(),
    }));
    await ctx.db.insertInto('reply').values(rows).execute();
    const notes = Array.from({ length: 20 }, () => note(eve, id));
    serveList(replies, { items: notes.map((one) => one.id) });
    expect(await read(id)).toMatch(/^5 new/);
  });

  test('comes back to a server that did not answer, and gives it up in the end', async () => {
    const { ctx } = known.pine;
    const made = await article(list());
    known.peer.serve(made.id, { status: 503, type: 'text/plain', body: '' });
    await ask(made.id);
    await eventually('a first failure', async () => (await backfillOf(ctx, made.id))?.attempts === 1);
    expect((await backfillOf(ctx, made.id))?.due_at?.getTime()).toBeGreaterThan(Date.now() + 30_000);
    expect(await readToTheEnd(ctx, made.id)).toMatch(/503/);
    expect(await known.holds(made.id)).toBe(1);
  });

  const bob = () => known.bob;
  const said = { to: [PUBLIC] };
  test('leads up to a story of ours, when one of ours is spoken to below something that never came', async () => {
    const { pine, ruth, story } = known;
    const mention = { tag: [{ type: 'Mention', href: `${pine.origin}/ap/actors/${ruth}`, name: '@ruth' }] };
    const first = note(carol, story.uri, said);
    const second = note(eve, first.id, said);
    const third = note(carol, second.id, mention);
    const create = known.creates(third, carol);
    expect((await elsewhere.send(carol, known.inbox, create)).status).toBe(202);
    expect(await known.outcome(create.id)).toMatch(/looked for/);
    expect(await readToTheEnd(pine.ctx, third.id)).toMatch(/^3 new/);
    for (const one of [first, second, third]) expect(await replyRow(one.id)).toMatchObject({ state: 'held' });

    // in circles, without end, or to nothing of ours: then nowhere
    const [a, b] = [`${elsewhere.origin}/a`, `${elsewhere.origin}/b`];
    note(carol, b, { id: a });
    note(carol, a, { id: b });
    let parent = story.uri;
    const long = Array.from({ length: 30 }, () => {
      const one = note(carol, parent);
      parent = one.id;
      return one.id;
    });
    for (const above of [a, parent, `${elsewhere.origin}/nothing`]) {
      const before = asked(elsewhere).length;
      const lost = note(carol, above, mention);
      const sent = known.creates(lost, carol);
      await elsewhere.send(carol, known.inbox, sent);
      expect(await known.outcome(sent.id)).toMatch(/looked for/);
      expect(await readToTheEnd(pine.ctx, lost.id)).toMatch(/^0 new/);
      expect(await known.holds(lost.id)).toBe(0);
      expect(asked(elsewhere).length - before).toBeLessThanOrEqual(50);
    }
    expect((await Promise.all(long.map((uri) => known.holds(uri)))).some(Boolean)).toBe(false);
  });
});
