import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { changeProfile } from '../../server/actions/change-profile.ts';
import { decideReply } from '../../server/actions/decide-reply.ts';
import { editStory } from '../../server/actions/edit-story.ts';
import { followActor, unfollowActor } from '../../server/actions/follow-actor.ts';
import { reportTry } from '../../server/actions/report-try.ts';
import { sayThanks } from '../../server/actions/say-thanks.ts';
import { takeBackTry } from '../../server/actions/take-back-try.ts';
import { takeBackWork } from '../../server/actions/take-back-work.ts';
import { takeBackReply, writeReply } from '../../server/actions/write-reply.ts';
import { tryInput } from '../../server/domain/adaptation.ts';
import { threadReplies } from '../../server/reads/thread-replies.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { type Mastodon, openMastodon } from '../support/mastodon.ts';
import { aReply, create } from '../support/mastodon-people.ts';
import type { Json } from '../support/peer-actor.ts';
import { READ_THROUGH } from '../support/read-through.ts';
import { expandSafely } from '../support/wire-json-ld.ts';
import { schemaProblems } from '../support/wire-schemas.ts';
import { expectGoodShape } from '../support/wire-shape.ts';

/** A story with every field filled, as long as stories get, in a script whose letters take three bytes. */
const LONG = aStory({
  title: '沉默的七秒 & more',
  lang: 'zh',
  gistOther: [{ lang: 'en', text: 'Seven silent seconds.' }],
  sections: ['where', 'how', 'students', 'why', 'next'].map((key) => ({
    key: key as 'how',
    markdown: Array.from(
      { length: 6 },
      (_, n) => `- ${n} “看着沙子” ${'我们等待。'.repeat(12)}\n\n  > ${'等。'.repeat(9)}\n\n`,
    ).join(''),
  })),
  tags: ['等待', 'WaitTime'],
});

describe('every document that a node emits', () => {
  let pine: TestDistrict;
  let mastodon: Mastodon;
  const documents = new Map<string, Json>();

  beforeAll(async () => {
    [pine, mastodon] = await Promise.all([openDistrict(), openMastodon()]);
    const { ctx } = pine;
    const [ruth, sam] = [await aTeacher(ctx, 'ruth'), await aTeacher(ctx, 'sam', { label: 'coach' })];
    const bob = mastodon.actor('bob');
    const there = await mastodon.search(`ruth@${ctx.host}`);
    const samThere = await mastodon.search(`sam@${ctx.host}`);
    const district = await mastodon.search(`pinehollow@${ctx.host}`);
    for (const account of [there, samThere, district]) await mastodon.follow(bob, account);
    await eventually('three Accepts', async () => mastodon.following.get(bob.uri)?.size === 3);
    const get = async (address: string, status = 200) => {
      const answer = await mastodon.get(address);
      expect([address, answer.status]).toEqual([address, status]);
      documents.set(`GET ${status} ${address}`, (await answer.json()) as Json);
    };

    const parent = await publish(ctx, ruth, aStory({ title: 'Where it began' }));
    const story = await publish(ctx, ruth, aStory({ builtOn: [{ uri: parent.uri }] }));
    await publish(ctx, ruth, LONG);
    const attempt = await reportTry(
      ctx,
      sam,
      story.uri,
      tryInput.parse({
        context: 'Grade 4.',
        changed: 'Pairs.',
        kept: 'The timer.',
        happened: 'They <spoke> & listened.',
        verdict: 'worked',
        tip: 'Wait.',
        lang: 'fi',
        gistOther: [{ lang: 'en', text: 'It worked.' }],
        subjects: ['music'],
        ageMin: 9,
        ageMax: 10,
      }),
    );
    const note = aReply(mastodon, bob, { account: there, uri: story.uri }, 'How?');
    await mastodon.send(bob, there.inbox, create(note));
    const held = await eventually(
      'the reply',
      async () =>
        (
          await threadReplies(
            ctx.db,
            { kind: 'member', actorId: ruth, role: 'member' },
            { uri: story.uri, authorId: ruth, host: null },
          )
        ).held[0],
    );
    await decideReply(ctx, ruth, held.reply.id, 'show');
    const answer = await writeReply(ctx, ruth, note.id, { text: 'Like *this*.', lang: 'en' });
    const thanks = await sayThanks(ctx, sam, parent.uri, {
      what: 'brave-to-share',
      text: 'It is good to read how it *began*.',
      lang: 'sv',
    });
    await eventually('the thank-you', async () => mastodon.statuses.has(thanks.uri));
    await editStory(
      ctx,
      ruth,
      story.id,
      aStory({ title: 'Seven seconds', builtOn: [{ uri: parent.uri }] }),
      'Shorter.',
      READ_THROUGH,
    );
    await changeProfile(ctx, ruth, {
      name: 'Ruth A.',
      bio: 'Chemistry.',
      subjects: ['sciences'],
      ageMin: 15,
      ageMax: 16,
    });
    const bobHere = await ctx.lookup.actor(bob.uri);
    await followActor(ctx, ruth, bobHere);
    await eventually('the Follow', async () => mastodon.of('Follow')[0]);
    await unfollowActor(ctx, ruth, bobHere.id);
    await eventually(
      'the answer and the Undo',
      async () => mastodon.statuses.has(answer.uri) && mastodon.of('Undo').length === 1,
    );

    for (const actor of [there.uri, district.uri]) {
      await get(actor);
      for (const name of ['outbox', 'outbox?page=first', 'followers', 'following', 'featured'])
        await get(`${actor}/${name}`);
    }
    await get(`${pine.origin}/ap/actor`);
    for (const name of ['outbox', 'followers', 'following']) await get(`${pine.origin}/ap/actor/${name}`);
    for (const page of ['/', '/district', '/about', '/@ruth', new URL(story.url).pathname])
      await get(pine.origin + page);
    for (const { uri } of [story, attempt, answer, thanks]) {
      await get(uri);
      await get(`${uri}/activities/create`);
      for (const name of ['replies', 'replies?page=first', 'tries', 'context', 'context?page=first'])
        await get(`${uri}/${name}`);
    }
    await get(`${story.uri}/activities/update-2`);
    await get(`${story.uri}/activities/announce`);
    await takeBackReply(ctx, ruth, answer.id);
    await takeBackTry(ctx, sam, attempt.id);
    await takeBackWork(ctx, ruth, story.id, 'mistake');
    await eventually(
      'three Deletes and an Undo',
      async () => mastodon.of('Delete').length === 3 && mastodon.of('Undo').length === 2,
    );
    for (const { uri } of [story, attempt, answer]) await get(uri, 410);
    for (const seen of mastodon.seen) documents.set(`POST ${seen.activity.id}`, seen.activity);
    expect(mastodon.refused).toEqual([]);
  });

  afterAll(async () => {
    await pine?.stop();
    await mastodon?.close();
  });

  test('is here', () => {
    const types = [...documents].map(
      ([from, { type, object }]) => `${from.split(' ')[0]} ${type}${object?.type ? ` ${object.type}` : ''}`,
    );
    const expected = [
      'GET Announce',
      'GET Application',
      'GET Article',
      'GET Collection',
      'GET Create Article',
      'GET Create Note',
      'GET Note',
      'GET OrderedCollection',
      'GET OrderedCollectionPage',
      'GET Organization',
      'GET Person',
      'GET Tombstone',
      'GET Update Article',
      'POST Accept Follow',
      'POST Announce',
      'POST Create Article',
      'POST Create Note',
      'POST Delete Tombstone',
      'POST Follow',
      'POST Undo Announce',
      'POST Undo Follow',
      'POST Update Article',
      'POST Update Person',
    ];
    expect(expected.filter((type) => !types.includes(type))).toEqual([]);
  });

  test('has the shape that every server takes', () => {
    for (const document of documents.values()) expectGoodShape(document);
  });

  test('follows the schemas that are published for stories, tries and thank-yous', () => {
    const objects = [...documents.values()].flatMap((document) => [document, document.object ?? {}]);
    const stories = objects.filter((object) => object['tp:kind'] === 'practice-story');
    const tries = objects.filter((object) => object['tp:kind'] === 'adaptation');
    const thanks = objects.filter((object) => object['tp:kind'] === 'thanks');
    expect(stories.length).toBeGreaterThan(5);
    expect(tries.length).toBeGreaterThan(1);
    expect(thanks.length).toBeGreaterThan(1);
    for (const story of stories) expect([story.id, schemaProblems('story', story)]).toEqual([story.id, []]);
    for (const one of tries) expect([one.id, schemaProblems('try', one)]).toEqual([one.id, []]);
    for (const one of thanks) expect([one.id, schemaProblems('thanks', one)]).toEqual([one.id, []]);
  });

  test('is JSON-LD in which every word has a meaning, with the network off', async () => {
    for (const [from, document] of documents) {
      const failed = await expandSafely(document).then(
        () => null,
        (error: Error) => error.message,
      );
      expect([from, failed]).toEqual([from, null]);
    }
  });

  test('has an address that says nothing of who it is about', () => {
    const ids = [...documents.values()].flatMap((document) => [
      document.id,
      document.object?.id ?? document.id,
      document.actor ?? document.id,
    ]);
    for (const id of ids.filter((one: string) => one.startsWith(`${pine.origin}/ap/`))) {
      expect(id).toMatch(/\/ap\/(actor|(actors|objects)\/[0-9a-z]{26})([/?]|$)/);
      expect(id).not.toMatch(/ruth|sam|seven/i);
    }
  });

  test('names the page of a work and is found there', () => {
    const [story] = [...documents.values()].filter((document) => document.name === 'Seven seconds');
    const pages = [...documents].filter(([from]) => from === `GET 200 ${story?.url}`);
    expect(pages).toHaveLength(1);
  });
});
