import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { reportTry } from '../../server/actions/report-try.ts';
import { writeReply } from '../../server/actions/write-reply.ts';
import { tryInput } from '../../server/domain/adaptation.ts';
import { aStory, aTeacher, publish } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { type KnownSender, openKnownSender } from '../support/known-sender.ts';
import { AS, type Json, type PeerActor } from '../support/peer-actor.ts';
import { expectGoodShape } from '../support/wire-shape.ts';

const said = (text: string) => ({ text, lang: 'en' });
const tried = () =>
  tryInput.parse({ changed: 'Pairs.', happened: 'They spoke.', verdict: 'worked', lang: 'en' });

describe('an answer and its conversation', () => {
  let known: KnownSender;
  let carol: PeerActor;
  let marcus: string;

  beforeAll(async () => {
    known = await openKnownSender();
    carol = known.peer.actor('carol');
    marcus = await aTeacher(known.pine.ctx, 'marcus');
  });
  afterAll(() => known?.stop());

  /** a post of Bob’s that can be answered here, with what his server says of its conversation */
  const post = async (names: Json): Promise<string> => {
    const article: Json = { ...known.aNote(names), type: 'Article', name: 'An article' };
    known.peer.serve(article.id, { '@context': AS, ...article });
    expect(await known.done(known.creates(article))).toBe('stored');
    return article.id;
  };
  /** what Bob’s server got */
  const sent = (uri: string) =>
    eventually(
      `${uri} there`,
      async () => known.peer.of('Create').find((one) => one.object.id === uri)?.object,
    );
  const names = ({ context, conversation }: Json) => ({ context, conversation });
  const served = async (uri: string): Promise<Json> =>
    (await fetch(uri, { headers: { accept: 'application/activity+json' } })).json();

  const SHAPES = (host: string): [string, Json][] => [
    [
      'of Mastodon',
      {
        conversation: `tag:${host},2026-11-20:objectId=77:objectType=Conversation`,
        context: `http://${host}/contexts/77-116`,
      },
    ],
    ['of an older Mastodon', { conversation: `tag:${host},2026-11-20:objectId=78:objectType=Conversation` }],
    ['of NodeBB', { context: `http://${host}/topic/4`, audience: `http://${host}/category/2` }],
    ['without a name', {}],
  ];

  test('has the names that the conversation has there, as Mastodon and NodeBB write them', async () => {
    const { ctx } = known.pine;
    for (const [shape, theirs] of SHAPES(known.peer.host)) {
      const root = await post(theirs);
      const reply = await writeReply(ctx, known.ruth, root, said('How long did it take?'));
      const attempt = await reportTry(ctx, known.ruth, root, tried());
      for (const { uri } of [reply, attempt]) {
        const object = await sent(uri);
        expect([shape, names(object)]).toEqual([shape, names(theirs)]);
        expect(object.inReplyTo).toBe(root);
        const document = await served(uri);
        expectGoodShape(document);
        expect(names(document)).toEqual(names(theirs));
      }
      // below our own answer, and below somebody’s who names it in another way, or not at all
      const again = await writeReply(ctx, marcus, reply.uri, said('They draw.'));
      expect([shape, names(await served(again.uri))]).toEqual([shape, names(theirs)]);
      const silent = known.aNote({ inReplyTo: reply.uri });
      expect(await known.done(known.creates(silent))).toBe('stored');
      const toSilent = await writeReply(ctx, known.ruth, silent.id, said('Thank you.'));
      expect([shape, names(await sent(toSilent.uri))]).toEqual([shape, names(theirs)]);
      const otherwise = { conversation: 'tag:other.example,2026-11-20:objectId=1:objectType=Conversation' };
      const named = known.aNote({ inReplyTo: reply.uri, ...otherwise });
      expect(await known.done(known.creates(named))).toBe('stored');
      const toNamed = await writeReply(ctx, known.ruth, named.id, said('Yes.'));
      expect([shape, names(await sent(toNamed.uri))]).toEqual([shape, names(otherwise)]);
    }
  });

  test('has our name under a story of ours, whatever the one who is answered says', async () => {
    const { ctx } = known.pine;
    const { uri } = await publish(ctx, known.ruth, aStory({ title: 'Ours' }));
    const ours = { context: `${uri}/context`, conversation: `${uri}/context` };
    const theirs = known.aNote({
      inReplyTo: uri,
      conversation: 'tag:other.example,2026:x',
      context: carol.uri,
    });
    expect(await known.done(known.creates(theirs))).toBe('stored');
    const reply = await writeReply(ctx, known.ruth, theirs.id, said('Ask me.'));
    const attempt = await reportTry(ctx, marcus, uri, tried());
    const again = await reportTry(ctx, known.ruth, attempt.uri, tried());
    const below = await writeReply(ctx, marcus, again.uri, said('Again!'));
    for (const one of [uri, reply.uri, attempt.uri, again.uri, below.uri])
      expect([one, names(await served(one))]).toEqual([one, ours]);
  });

  test('takes no name that is none, is endless, or is one of ours', async () => {
    const { ctx, origin } = known.pine;
    const { uri } = await publish(ctx, known.ruth, aStory({ title: 'Another one' }));
    const long = `tag:${known.peer.host},2026:${'x'.repeat(600)}`;
    for (const [context, conversation] of [
      ['javascript:x()', 'javascript:x()'],
      [`http://${known.peer.host}/${'x'.repeat(3_000)}`, long],
      [{ type: 'Collection' }, ['tag:a.example,2026:1']],
      [7, '<b>tag:</b>'],
      [`${uri}/context`, `${uri}/context`],
      [`${origin}/ap/objects/x/context`, `${origin}/ap/objects/x/context`],
    ]) {
      const root = await post({ context, conversation });
      const reply = await writeReply(ctx, known.ruth, root, said('Hm.'));
      expect([context, names(await sent(reply.uri))]).toEqual([context, {}]);
    }
  });

  test('stands in the collection of a story of ours, which says whose it is', async () => {
    const { ctx } = known.pine;
    const { uri } = await publish(ctx, known.ruth, aStory({ title: 'Much talked about' }));
    const reply = await writeReply(ctx, marcus, uri, said('One.'));
    const attempt = await reportTry(ctx, marcus, uri, tried());
    const again = await reportTry(ctx, known.ruth, attempt.uri, tried());
    const below = await writeReply(ctx, known.ruth, again.uri, said('Two.'));
    const theirs = known.aNote({ inReplyTo: below.uri });
    expect(await known.done(known.creates(theirs))).toBe('stored');
    const inside = await reportTry(ctx, marcus, uri, { ...tried(), audience: 'district' });
    const hidden = await writeReply(ctx, marcus, inside.uri, said('Among us.'));
    const collection = await served(`${uri}/context`);
    const { attributedTo: author } = await served(uri);
    expect(author).toBe(`${known.pine.origin}/ap/actors/${known.ruth}`);
    expect(collection).toMatchObject({
      id: `${uri}/context`,
      type: 'OrderedCollection',
      attributedTo: author,
      totalItems: 6,
      orderedItems: [uri, attempt.uri, again.uri, reply.uri, below.uri, theirs.id],
    });
    expect(JSON.stringify(collection)).not.toContain(hidden.uri);
  });
});

describe('a long chain of tries', () => {
  let known: KnownSender;

  beforeAll(async () => {
    known = await openKnownSender();
  });
  afterAll(() => known?.stop());

  test('names its origin and the nearest nineteen, out and in', async () => {
    const { ctx } = known.pine;
    const chain = [known.story.uri];
    for (let n = 0; n < 30; n += 1)
      chain.push((await reportTry(ctx, known.ruth, chain[n] as string, tried())).uri);
    const last = chain.at(-1) as string;
    const { 'tp:lineage': lineage } = await (
      await fetch(last, { headers: { accept: 'application/activity+json' } })
    ).json();
    expect(lineage).toEqual([chain[0], ...chain.slice(-20, -1)]);
    expect(lineage).toHaveLength(20);
    // somebody who names all thirty
    const theirs = known.aNote({
      inReplyTo: last,
      isBasedOn: last,
      'tp:kind': 'adaptation',
      'tp:happened': 'They spoke.',
      'tp:lineage': chain,
    });
    expect(await known.done(known.creates(theirs))).toBe('stored');
    const row = await ctx.db
      .selectFrom('adaptation')
      .select('lineage')
      .where('uri', '=', theirs.id)
      .executeTakeFirst();
    expect(row?.lineage).toEqual([chain[0], ...chain.slice(-19)]);
  });
});
