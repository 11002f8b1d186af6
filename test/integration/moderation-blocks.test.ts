import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { decideReply } from '../../server/actions/decide-reply.ts';
import { followActor } from '../../server/actions/follow-actor.ts';
import { writeReply } from '../../server/actions/write-reply.ts';
import { followBetween } from '../../server/store/follows.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { type Mastodon, openMastodon } from '../support/mastodon.ts';
import type { Account } from '../support/mastodon-account.ts';
import { aReply, create } from '../support/mastodon-people.ts';
import type { PeerActor } from '../support/peer-actor.ts';
import { signedIn, type Visitor } from '../support/visitor.ts';

describe('guarding oneself', () => {
  let node: TestDistrict;
  let mastodon: Mastodon;
  let bob: PeerActor;
  let bobId: string;
  let ruthId: string;
  let marcusId: string;
  let ruth: Visitor;
  let ruthThere: Account;
  let story: { id: string; uri: string; url: string };
  let page: string;

  beforeAll(async () => {
    [node, mastodon] = await Promise.all([openDistrict(), openMastodon()]);
    ruthId = await aTeacher(node.ctx, 'ruth');
    marcusId = await aTeacher(node.ctx, 'marcus');
    ruth = await signedIn(node.origin, 'ruth');
    bob = mastodon.actor('bob');
    ruthThere = await mastodon.search(`ruth@${node.ctx.host}`);
    bobId = (await node.ctx.lookup.actor(bob.uri)).id;
  });
  beforeEach(async () => {
    await node.ctx.db.deleteFrom('block').execute();
    story = await publish(node.ctx, ruthId, aStory());
    page = new URL(story.url).pathname;
  });
  afterAll(async () => {
    await node?.stop();
    await mastodon?.close();
  });

  const replyOf = (uri: string) =>
    node.ctx.db.selectFrom('reply').select(['id', 'state']).where('uri', '=', uri).executeTakeFirst();
  const says = async (text: string, to = story.uri) => {
    const note = aReply(mastodon, bob, { account: ruthThere, uri: to }, text);
    await mastodon.send(bob, ruthThere.inbox, create(note));
    return note.id as string;
  };
  const handled = (noteId: string) =>
    eventually('the activity is handled', () =>
      node.ctx.db
        .selectFrom('inbox_activity')
        .select('outcome')
        .where('uri', '=', `${noteId}/activity`)
        .where('state', 'in', ['done', 'dropped'])
        .executeTakeFirst(),
    );
  const path = (who: string) => `/settings/safety/block?who=${who}`;

  test('blocking ends follows, hides what was said, and lets nothing more in', async () => {
    const follow = await mastodon.follow(bob, ruthThere);
    await eventually('bob follows', async () => mastodon.following.get(bob.uri)?.has(ruthThere.uri));
    await followActor(node.ctx, ruthId, await node.ctx.lookup.actor(bob.uri));
    const first = await says('A word');
    const { id } = await eventually('the reply', () => replyOf(first));
    await decideReply(node.ctx, ruthId, id, 'show');
    const seen = (await ruth.get(page)).text;
    expect(seen).toContain(path(bobId));
    const ask = await ruth.get(`${path(bobId)}&back=${page}`);
    expect(ask.text).toContain(`Tell ${mastodon.host} that I block them`);
    const answer = await ruth.post('/settings/safety/block', { who: bobId, back: page });
    expect([answer.status, answer.location]).toEqual([303, page]);
    expect((await ruth.get(page)).text).not.toContain('A word');
    expect((await replyOf(first))?.state).toBe('hidden');
    expect(await followBetween(node.ctx.db, bobId, ruthId)).toBeNull();
    expect(await followBetween(node.ctx.db, ruthId, bobId)).toBeNull();
    const reject = await eventually('bob’s server learns that the follow ended', async () =>
      mastodon.of('Reject').at(-1),
    );
    expect(reject.object.id ?? reject.object).toBe(follow.id);
    expect(mastodon.of('Block')).toEqual([]);
    const second = await says('Another word');
    await handled(second);
    expect(await replyOf(second)).toBeUndefined();
  });

  test('their server is told only when asked to', async () => {
    await ruth.post('/settings/safety/block', { who: bobId, tell: 'yes' });
    const block = await eventually('the block arrives', async () => mastodon.of('Block').at(-1));
    expect(block).toMatchObject({ actor: ruthThere.uri, object: bob.uri });
  });

  test('whom one has blocked stands on one’s own list, with the way back', async () => {
    expect((await ruth.get(`/@bob@${mastodon.host}`)).text).toContain('action="/@bob@');
    await ruth.post('/settings/safety/block', { who: bobId });
    const settings = (await ruth.get('/settings/safety')).text;
    expect(settings).toContain(`@bob@${mastodon.host}`);
    const person = (await ruth.get(`/@bob@${mastodon.host}`)).text;
    expect(person).toContain('You have blocked Bob.');
    expect(person).not.toContain('/follow"');
    const other = await signedIn(node.origin, 'marcus');
    expect((await other.get('/settings/safety')).text).not.toContain('@bob');
    expect((await ruth.post('/settings/safety/unblock', { who: bobId })).location).toBe('/settings/safety');
    expect((await ruth.get('/settings/safety')).text).not.toContain('@bob');
    const third = await says('Back again');
    expect((await eventually('the reply', () => replyOf(third))).state).toBe('held');
  });

  test('a colleague who is blocked cannot answer or follow, and is not told why', async () => {
    await followActor(node.ctx, marcusId, await node.ctx.lookup.actor(ruthThere.uri));
    await writeReply(node.ctx, marcusId, story.uri, { text: 'From the room next door', lang: 'en' });
    await ruth.post('/settings/safety/block', { who: marcusId });
    expect(await followBetween(node.ctx.db, marcusId, ruthId)).toBeNull();
    const marcus = await signedIn(node.origin, 'marcus');
    expect((await marcus.get(page)).text).not.toContain('From the room next door');
    const reply = await marcus.post(`/works/${story.id}/reply`, { text: 'But why', lang: 'en' });
    expect([reply.status, reply.text.includes('The author takes no replies to this any more.')]).toEqual([
      403,
      true,
    ]);
    expect((await marcus.post('/@ruth/follow')).status).toBe(403);
    expect(reply.text).not.toMatch(/block/i);
  });

  test('nobody blocks themselves, or what is no person', async () => {
    for (const who of [ruthId, 'nobody', '']) {
      expect((await ruth.get(path(who))).status).toBe(404);
      expect((await ruth.post('/settings/safety/block', { who })).status).toBe(404);
    }
    const away = await ruth.post('/settings/safety/block', { who: bobId, back: '//evil.example/' });
    expect(away.location).toBe('/settings/safety');
  });

  describe('who may answer', () => {
    const begin = async (policy: string) => {
      expect((await ruth.post('/settings/safety', { replyPolicy: policy })).status).toBe(303);
      return publish(node.ctx, ruthId, aStory({ title: `For ${policy}` }));
    };

    test('is what the author begins with', async () => {
      for (const [policy, state] of [
        ['everyone', 'shown'],
        ['approved', 'held'],
      ] as const) {
        await node.ctx.db.deleteFrom('reply').execute();
        const work = await begin(policy);
        const note = await says('Hello', work.uri);
        expect((await eventually('the reply', () => replyOf(note))).state).toBe(state);
      }
      const closed = await begin('nobody');
      const note = await says('Hello', closed.uri);
      await handled(note);
      expect(await replyOf(note)).toBeUndefined();
      const marcus = await signedIn(node.origin, 'marcus');
      expect((await marcus.get(new URL(closed.url).pathname)).text).not.toContain('name="text"');
      await ruth.post('/settings/safety', { replyPolicy: 'approved' });
    });

    test('keeps the form when nothing was chosen', async () => {
      const wrong = await ruth.post('/settings/safety', { replyPolicy: 'friends' });
      expect([wrong.status, wrong.text.includes('Choose who may answer.')]).toEqual([422, true]);
    });
  });

  test('who may answer and quote can be chosen for one story, and others are told of the change', async () => {
    await ruth.post('/settings/safety', { replyPolicy: 'nobody' });
    const draft = await ruth.post('/write/story', {
      title: 'One of its own',
      how: 'Like this.',
      go: 'next',
    });
    const id = /story\/([0-9a-z]{26})/.exec(draft.location)?.[1] ?? '';
    const step = await ruth.get(`/write/story/${id}/who`);
    expect(step.text).toMatch(/name="replyPolicy" value="nobody" checked/);
    expect(step.text).toMatch(/name="quotePolicy" value="nobody" checked/);
    await ruth.post(`/write/story/${id}/who`, {
      audience: 'district',
      replyPolicy: 'everyone',
      quotePolicy: 'followers',
    });
    const work = await node.ctx.db
      .selectFrom('work')
      .select(['reply_policy', 'quote_policy'])
      .where('id', '=', id)
      .executeTakeFirst();
    expect(work).toEqual({ reply_policy: 'everyone', quote_policy: 'followers' });
    await ruth.post('/settings/safety', { replyPolicy: 'approved' });

    await mastodon.follow(bob, ruthThere);
    const open = async (uri: string) => {
      const answer = await fetch(uri, { headers: { accept: 'application/activity+json' } });
      return (
        (await answer.json()) as { interactionPolicy?: { canQuote?: { automaticApproval?: string[] } } }
      ).interactionPolicy?.canQuote?.automaticApproval;
    };
    expect(await open(story.uri)).toBeUndefined();
    const saved = await ruth.post(`/write/story/${story.id}`, {
      audience: 'everyone',
      quotePolicy: 'everyone',
      replyPolicy: 'approved',
      title: 'Seven silent seconds',
      gist: 'A sand timer.',
      how: 'I bought a sand timer.',
      subjects: ['sciences'],
      ageMin: '15',
      ageMax: '16',
      lang: 'en',
      licence: 'cc-by',
      attested: 'yes',
    });
    expect(saved.status).toBe(303);
    const update = await eventually('the change arrives', async () =>
      mastodon.of('Update').find((one) => one.object?.id === story.uri),
    );
    expect(update.object.interactionPolicy.canQuote.automaticApproval).toEqual([
      'https://www.w3.org/ns/activitystreams#Public',
    ]);
  });
});
