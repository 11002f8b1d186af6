import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decideReply } from '../../server/actions/decide-reply.ts';
import { editStory } from '../../server/actions/edit-story.ts';
import { followActor, unfollowActor } from '../../server/actions/follow-actor.ts';
import { reportTry } from '../../server/actions/report-try.ts';
import { takeBackTry } from '../../server/actions/take-back-try.ts';
import { takeBackWork } from '../../server/actions/take-back-work.ts';
import { writeReply } from '../../server/actions/write-reply.ts';
import { tryInput } from '../../server/domain/adaptation.ts';
import { storyThread } from '../../server/reads/story-thread.ts';
import { workById } from '../../server/store/works.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { openPeer, type Peer } from '../support/peer.ts';
import { AS, type PeerActor } from '../support/peer-actor.ts';
import { READ_THROUGH } from '../support/read-through.ts';

describe('taking back', () => {
  let pine: TestDistrict;
  let peer: Peer;
  let ruth: string;
  let marcus: string;
  let bob: PeerActor;

  beforeAll(async () => {
    [pine, peer] = await Promise.all([openDistrict(), openPeer()]);
    ruth = await aTeacher(pine.ctx, 'ruth');
    marcus = await aTeacher(pine.ctx, 'marcus');
    bob = peer.actor('bob');
    for (const teacher of [ruth, marcus]) {
      const { uri } = await pine.ctx.db
        .selectFrom('actor')
        .select('uri')
        .where('id', '=', teacher)
        .executeTakeFirstOrThrow();
      const follow = {
        '@context': AS,
        id: `${bob.uri}#follows/${teacher}`,
        type: 'Follow',
        actor: bob.uri,
        object: uri,
      };
      await peer.send(bob, `${pine.origin}/ap/inbox`, follow);
    }
    await eventually('Bob follows both', async () => peer.of('Accept').length === 2);
  });

  afterAll(async () => {
    await Promise.all([pine?.stop(), peer?.close()]);
  });

  const answers = tryInput.parse({ changed: 'Pairs.', happened: 'They spoke.', verdict: 'worked' });
  const due = () =>
    pine.ctx.db
      .updateTable('delivery')
      .set({ next_at: new Date(0) })
      .where('state', '=', 'waiting')
      .execute();
  const hosts = () =>
    pine.ctx.db
      .updateTable('remote_host')
      .set({ due_at: new Date(0), opened_at: null, failures: 0 })
      .execute();

  test('what waits for a server that is away is not sent when it returns, only that it was taken back', async () => {
    peer.answer = () => 503;
    const { id, uri } = await publish(pine.ctx, ruth, aStory({ title: 'Not to be told' }));
    await eventually(
      'a first attempt',
      async () =>
        (
          await pine.ctx.db
            .selectFrom('delivery')
            .innerJoin('outgoing_activity as a', 'a.id', 'delivery.activity_id')
            .select('delivery.id')
            .where('a.object_uri', '=', uri)
            .where('attempts', '>', 0)
            .execute()
        ).length > 0,
    );
    await takeBackWork(pine.ctx, ruth, id, 'student');
    peer.answer = null;
    await eventually('the Delete', async () => {
      await due();
      await hosts();
      return peer.of('Delete').some((activity) => activity.object.id === uri);
    });
    expect(peer.seen.some((one) => one.body.includes('Not to be told'))).toBe(false);
    const kept = await pine.ctx.db
      .selectFrom('outgoing_activity')
      .select('body')
      .where('object_uri', '=', uri)
      .where('type', '=', 'Create')
      .executeTakeFirst();
    expect(kept?.body).toBe('');
  });

  test('a try that the author of the story hid can still be taken back by whoever made it', async () => {
    const { uri } = await publish(pine.ctx, ruth);
    const attempt = await reportTry(pine.ctx, marcus, uri, answers);
    await eventually('the try was sent', async () =>
      peer.of('Create').some((activity) => activity.object.id === attempt.uri),
    );
    await decideReply(pine.ctx, ruth, attempt.id, 'hide');
    await takeBackTry(pine.ctx, marcus, attempt.id);
    await eventually('its Delete', async () =>
      peer.of('Delete').some((activity) => activity.object.id === attempt.uri),
    );
    await expect(takeBackTry(pine.ctx, marcus, attempt.id)).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('a story that is narrowed keeps its conversation inside, and goes out again under a new address', async () => {
    const { id, uri } = await publish(pine.ctx, ruth, aStory({ title: 'Back and forth' }));
    await reportTry(pine.ctx, marcus, uri, answers);
    await writeReply(pine.ctx, marcus, uri, { text: 'Which timer?', lang: 'en' });
    const colleague = { kind: 'member', actorId: marcus, role: 'member' } as const;
    const inside = async () => {
      const work = await workById(pine.ctx.db, id);
      const thread = await storyThread(pine.ctx.db, colleague, work?.uri ?? '', ruth);
      return [thread.lineage.nodes.length, thread.replies.length];
    };
    await editStory(
      pine.ctx,
      ruth,
      id,
      aStory({ title: 'Back and forth', audience: 'district' }),
      '',
      READ_THROUGH,
    );
    expect(await inside()).toEqual([1, 1]);
    await eventually(
      'it is gone outside',
      async () => (await fetch(uri, { headers: { accept: 'application/activity+json' } })).status === 410,
    );
    await editStory(
      pine.ctx,
      ruth,
      id,
      aStory({ title: 'Back and forth', audience: 'everyone' }),
      '',
      READ_THROUGH,
    );
    expect(await inside()).toEqual([1, 1]);
    const again = await workById(pine.ctx.db, id);
    expect(again?.uri).not.toBe(uri);
    await eventually('it is out again', async () =>
      peer.of('Create').some((activity) => activity.object.id === again?.uri),
    );
    expect((await fetch(uri, { headers: { accept: 'application/activity+json' } })).status).toBe(410);
  });

  test('a follow that ended before it was sent is not asked for', async () => {
    const carol = peer.actor('carol');
    const known = await pine.ctx.lookup.actor(carol.uri);
    await pine.ctx.db.transaction().execute(async (tx) => {
      const ctx = { ...pine.ctx, db: tx };
      await followActor(ctx, ruth, known);
      await unfollowActor(ctx, ruth, known.id);
    });
    await eventually('the Undo', async () =>
      peer.of('Undo').some((activity) => activity.object.object === carol.uri),
    );
    expect(peer.of('Follow').some((activity) => activity.object === carol.uri)).toBe(false);
  });
});
