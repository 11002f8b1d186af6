import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { askForThread } from '../../server/actions/backfill.ts';
import { blockActor } from '../../server/actions/block-actor.ts';
import { countAsTry } from '../../server/actions/count-as-try.ts';
import { decideReply } from '../../server/actions/decide-reply.ts';
import { followActor } from '../../server/actions/follow-actor.ts';
import { sendLetters } from '../../server/actions/send-letters.ts';
import { writeReply } from '../../server/actions/write-reply.ts';
import { followBetween } from '../../server/store/follows.ts';
import { childEdges } from '../../server/store/lineage.ts';
import { replyByUri } from '../../server/store/replies.ts';
import { workByUri } from '../../server/store/works.ts';
import { sayIn } from '../../web/kit/messages.ts';
import { readToTheEnd } from '../support/backfills.ts';
import { aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { type KnownSender, openKnownSender } from '../support/known-sender.ts';
import { type Mastodon, openMastodon } from '../support/mastodon.ts';
import * as mastodonSends from '../support/mastodon-people.ts';
import { openPeer } from '../support/peer.ts';
import { AS, type Json, type PeerActor } from '../support/peer-actor.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

/** What is kept of a reply: whether it is held, shown …, whether it counts, and whether the lineage says so. */
async function kept({ ctx }: TestDistrict, uri: string) {
  const reply = await replyByUri(ctx.db, uri);
  if (!reply) return null;
  const edges = await childEdges(ctx.db, [reply.rootUri], { limit: 100 });
  return [reply.state, reply.countedAsTry, edges.some(({ childUri }) => childUri === uri)];
}

/** The hours in which a thread is not read again are over, and it is read again. */
async function readAgain({ ctx }: TestDistrict, uri: string): Promise<void> {
  await ctx.db
    .updateTable('backfill')
    .set({ read_at: new Date(Date.now() - 7 * 3_600_000) })
    .execute();
  await askForThread(ctx, uri);
  await readToTheEnd(ctx, uri);
}

const COUNTS = ['shown', true, true];
const COUNTS_NOT = ['shown', false, false];

/** A = Pine Hollow, B = Koivuranta, M = a server that does what Mastodon does. */
describe('scenario 3: a Mastodon colleague is a colleague', () => {
  let a: TestDistrict;
  let b: TestDistrict;
  let m: Mastodon;
  let sam: PeerActor;
  let driveBy: PeerActor;
  let ruth: string;
  let story: { id: string; uri: string; url: string };
  let fromSam: Json;
  let rude: Json;

  const says = async (by: PeerActor, text: string): Promise<Json> => {
    const account = await m.search(`ruth@${a.ctx.host}`);
    const note = mastodonSends.aReply(m, by, { account, uri: story.uri }, text);
    await m.send(by, `${a.origin}/ap/inbox`, mastodonSends.create(note));
    return note;
  };
  const page = async (visitor: Visitor) => (await visitor.get(`${new URL(story.url).pathname}?fresh`)).text;
  const tries = async (): Promise<string[]> => {
    const answer = await m.get(`${story.uri}/tries`);
    return ((await answer.json()) as Json).orderedItems;
  };
  const idOf = async (uri: string) => (await replyByUri(a.ctx.db, uri))?.id ?? '';

  beforeAll(async () => {
    [a, b, m] = await Promise.all([
      openDistrict('Pine Hollow', 'pinehollow'),
      openDistrict('Koivuranta', 'koivuranta'),
      openMastodon(),
    ]);
    ruth = await aTeacher(a.ctx, 'ruth');
    [sam, driveBy] = [m.actor('sam'), m.actor('drive_by')];
    const marja = await aTeacher(b.ctx, 'marja');
    const found = await b.ctx.lookup.actor(`@ruth@${a.ctx.host}`);
    await followActor(b.ctx, marja, found);
    await eventually(
      'the follow is accepted',
      async () => (await followBetween(b.ctx.db, marja, found.id))?.state === 'accepted',
    );
    story = await publish(a.ctx, ruth);
    await eventually('the story at B', () => workByUri(b.ctx.db, story.uri));
    fromSam = await says(sam, 'Tried it Friday with year 9 – worked until the fire drill.');
    rude = await says(driveBy, 'Teachers have too much time.');
    for (const { id } of [fromSam, rude])
      await eventually('the reply', async () => (await replyByUri(a.ctx.db, id)) !== null);
  });
  afterAll(() => Promise.all([a?.stop(), b?.stop(), m?.close()]));

  test('what strangers say is seen by nobody but the author, and no letter is written', async () => {
    const [author, anybody] = [await signedIn(a.origin, 'ruth'), new Visitor(a.origin)];
    for (const words of ['until the fire drill', 'too much time']) {
      expect(await page(author)).toContain(words);
      expect(await page(anybody)).not.toContain(words);
    }
    expect(await kept(a, fromSam.id)).toEqual(['held', false, false]);
    expect(await tries()).toEqual([]);
    const letters: unknown[] = [];
    const post = { send: async (letter: unknown) => void letters.push(letter), close: () => undefined };
    const morning = { now: () => new Date('2027-01-12T09:00:00Z') };
    expect(await sendLetters({ ...a.ctx, clock: morning }, post, sayIn('en'))).toBe(0);
    expect(letters).toEqual([]);
  });

  test('she counts it as a try: it is shown, in the lineage, and in the collection that others read', async () => {
    await countAsTry(a.ctx, ruth, await idOf(fromSam.id), true);
    expect(await kept(a, fromSam.id)).toEqual(COUNTS);
    await eventually('it stands on the page', async () =>
      (await page(new Visitor(a.origin))).includes('until the fire drill'),
    );
    await eventually('it stands in the collection', async () => (await tries()).includes(fromSam.id));
    expect(await (await m.get(`${story.uri}/tries`)).text()).not.toContain('fire drill');
  });

  test('the other district counts it too when it reads the thread, from the server of who said it', async () => {
    expect(await replyByUri(b.ctx.db, fromSam.id)).toBeNull();
    await askForThread(b.ctx, story.uri);
    await b.ctx.db.updateTable('backfill').set({ due_at: new Date() }).execute();
    await readToTheEnd(b.ctx, story.uri);
    expect(await kept(b, fromSam.id)).toEqual(COUNTS);
    expect(m.requests).toContain(`GET ${new URL(fromSam.id).pathname}`);
    expect(await replyByUri(b.ctx.db, rude.id)).toBeNull();
  });

  test('she hides and blocks the other: nothing more of theirs is kept, here or there', async () => {
    await decideReply(a.ctx, ruth, await idOf(rude.id), 'hide');
    await blockActor(a.ctx, ruth, await a.ctx.lookup.actor(driveBy.uri));
    const inbox = `${a.origin}/ap/inbox`;
    const again = await says(driveBy, 'zqagain');
    const edited = mastodonSends.edit(rude, '<p>zqedited</p>');
    const liked = mastodonSends.like(driveBy, story.uri);
    await m.send(driveBy, inbox, edited);
    await m.send(driveBy, inbox, liked);
    for (const uri of [`${again.id}/activity`, edited.id, liked.id])
      await eventually(`${uri} is dealt with`, async () => {
        const row = await a.ctx.db
          .selectFrom('inbox_activity')
          .select('state')
          .where('uri', '=', uri)
          .executeTakeFirst();
        return row !== undefined && row.state !== 'waiting';
      });
    expect(await replyByUri(a.ctx.db, again.id)).toBeNull();
    expect((await replyByUri(a.ctx.db, rude.id))?.state).toBe('hidden');
    const visible = await Promise.all(
      (['reply', 'notice', 'appreciation', 'remote_note', 'adaptation'] as const).map((table) =>
        a.ctx.db.selectFrom(table).selectAll().execute(),
      ),
    );
    for (const word of ['zqagain', 'zqedited', liked.id]) expect(JSON.stringify(visible)).not.toContain(word);
    await readAgain(b, story.uri);
    expect(await replyByUri(b.ctx.db, rude.id)).toBeNull();
  });

  test('not a try after all: the other district follows when it reads the whole list again', async () => {
    await countAsTry(a.ctx, ruth, await idOf(fromSam.id), false);
    await eventually('it is out of the collection', async () => !(await tries()).includes(fromSam.id));
    expect(await kept(b, fromSam.id)).toEqual(COUNTS);
    await readAgain(b, story.uri);
    expect(await kept(b, fromSam.id)).toEqual(COUNTS_NOT);
    expect(await kept(a, fromSam.id)).toEqual(COUNTS_NOT);
  });

  test('taken back at its own server it counts nowhere', async () => {
    await countAsTry(a.ctx, ruth, await idOf(fromSam.id), true);
    await m.send(sam, `${a.origin}/ap/inbox`, mastodonSends.remove(fromSam));
    await eventually('it is gone', async () => (await replyByUri(a.ctx.db, fromSam.id))?.state === 'removed');
    expect(await kept(a, fromSam.id)).toEqual(['removed', false, false]);
    await eventually('it is out of the collection', async () => !(await tries()).includes(fromSam.id));
  });
});

describe('a list of tries', () => {
  let known: KnownSender;
  let carol: PeerActor;
  let marcus: string;
  let count = 0;

  beforeAll(async () => {
    known = await openKnownSender();
    carol = known.peer.actor('carol');
    marcus = await aTeacher(known.pine.ctx, 'marcus');
  });
  afterAll(() => known?.stop());

  const address = (name: string) => `${known.peer.origin}/tries/${++count}-${name}`;
  const serve = (id: string, more: Json) =>
    known.peer.serve(id, { '@context': AS, id, type: 'OrderedCollection', ...more });
  const lists: string[] = [];
  /** Bob's article, held here; `tp:tries` names its tries, `replies` everything that answers it */
  const article = async (tries: unknown): Promise<Json> => {
    const replies = address('replies');
    lists.push(replies);
    const made: Json = {
      ...known.aNote({ replies, 'tp:tries': tries }),
      type: 'Article',
      name: 'An article',
    };
    known.peer.serve(made.id, { '@context': AS, ...made });
    expect(await known.done(known.creates(made))).toBe('stored');
    return made;
  };
  const answered = (of: string): Json => {
    const note = known.aNote({ inReplyTo: of }, carol);
    known.peer.serve(note.id, { '@context': AS, ...note });
    return note;
  };

  test('of the server of what was tried counts, page by page; also what one of ours said, who is told', async () => {
    const tries = address('tries');
    const { id } = await article(tries);
    const [one, two, three] = [answered(id), answered(id), answered(id)];
    const ours = await writeReply(known.pine.ctx, marcus, id, { text: 'I tried it.', lang: 'en' });
    serve(lists.at(-1) as string, { items: [one.id, two.id, three.id] });
    const second = address('page');
    serve(tries, { first: { type: 'OrderedCollectionPage', orderedItems: [one.id], next: second } });
    serve(second, { type: 'OrderedCollectionPage', orderedItems: [two.id, ours.uri] });
    await readAgain(known.pine, id);
    for (const uri of [one.id, two.id, ours.uri]) expect(await kept(known.pine, uri)).toEqual(COUNTS);
    expect(await kept(known.pine, three.id)).toEqual(COUNTS_NOT);
    const visitor = await signedIn(known.pine.origin, 'marcus');
    expect((await visitor.get('/notifications')).text).toContain('counted what you said as a try');

    // a list that cannot be read to its end takes nothing away
    serve(tries, {
      first: { type: 'OrderedCollectionPage', orderedItems: [three.id], next: `${second}-gone` },
    });
    await readAgain(known.pine, id);
    for (const uri of [one.id, two.id, three.id, ours.uri])
      expect(await kept(known.pine, uri)).toEqual(COUNTS);
    serve(tries, { orderedItems: [one.id] });
    await readAgain(known.pine, id);
    expect(await kept(known.pine, one.id)).toEqual(COUNTS);
    for (const uri of [two.id, three.id, ours.uri]) expect(await kept(known.pine, uri)).toEqual(COUNTS_NOT);
    expect((await visitor.get('/notifications')).text).not.toContain('counted what you said as a try');
    serve(tries, { orderedItems: [] });
    await readAgain(known.pine, id);
    expect(await kept(known.pine, one.id)).toEqual(COUNTS_NOT);
  });

  test('says nothing of what answers something else, of ours, or of what is not shown', async () => {
    const { pine, ruth, story } = known;
    const mine = await writeReply(pine.ctx, marcus, story.uri, { text: 'Under Ruth’s.', lang: 'en' });
    const tries = address('tries');
    const { id } = await article(tries);
    const other = await article(address('tries'));
    const elsewhere = await writeReply(pine.ctx, marcus, other.id, { text: 'Under another.', lang: 'en' });
    serve(lists.at(-2) as string, { items: [] });
    serve(tries, { orderedItems: [mine.uri, elsewhere.uri, story.uri, ruth, 7, null] });
    await readAgain(pine, id);
    for (const uri of [mine.uri, elsewhere.uri]) expect(await kept(pine, uri)).toEqual(COUNTS_NOT);
  });

  test('on another host is not asked for', async () => {
    const { pine } = known;
    const elsewhere = await openPeer();
    const trap = `${elsewhere.origin}/tries`;
    const { id } = await article(trap);
    const said = await writeReply(pine.ctx, marcus, id, { text: 'I tried it.', lang: 'en' });
    elsewhere.serve(trap, { '@context': AS, id: trap, type: 'OrderedCollection', orderedItems: [said.uri] });
    await readAgain(pine, id);
    expect(await kept(pine, said.uri)).toEqual(COUNTS_NOT);
    expect(elsewhere.requests).toEqual([]);
    await elsewhere.close();
  });
});
