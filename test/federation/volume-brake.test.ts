import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { handOver, openReplies } from '../../server/actions/busy-replies.ts';
import { decideReply } from '../../server/actions/decide-reply.ts';
import { noticesOf } from '../../server/reads/notices.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { type Mastodon, openMastodon } from '../support/mastodon.ts';
import type { Account } from '../support/mastodon-account.ts';
import { aReply, create } from '../support/mastodon-people.ts';
import type { PeerActor } from '../support/peer-actor.ts';

describe('too many strangers at once', () => {
  let pine: TestDistrict;
  let mastodon: Mastodon;
  let ruth: string;
  let ruthThere: Account;
  let bob: PeerActor;
  let crowd: PeerActor[];
  let story: { id: string; uri: string; url: string };

  beforeAll(async () => {
    [pine, mastodon] = await Promise.all([openDistrict(), openMastodon()]);
    ruth = await aTeacher(pine.ctx, 'ruth');
    ruthThere = await mastodon.search(`ruth@${pine.ctx.host}`);
    bob = mastodon.actor('bob');
    crowd = Array.from({ length: 25 }, (_, n) => mastodon.actor(`stranger${n}`));
  });
  beforeEach(async () => {
    story = await publish(pine.ctx, ruth, aStory());
  });
  afterAll(async () => {
    await pine?.stop();
    await mastodon?.close();
  });

  const send = async (by: PeerActor, text: string) => {
    const note = aReply(mastodon, by, { account: ruthThere, uri: story.uri }, text);
    expect((await mastodon.send(by, ruthThere.inbox, create(note))).status).toBe(202);
    return { uri: note.id as string, activity: create(note).id as string };
  };
  const outcomesOf = (ids: readonly string[]) =>
    eventually('all are handled', async () => {
      const rows = await pine.ctx.db
        .selectFrom('inbox_activity')
        .select('outcome')
        .where('uri', 'in', [...ids])
        .where('state', 'in', ['done', 'dropped'])
        .execute();
      return rows.length === ids.length && rows.map(({ outcome }) => `${outcome}`);
    });
  const says = async (by: PeerActor, text: string) => {
    const { uri, activity } = await send(by, text);
    return { uri, outcome: (await outcomesOf([activity]))[0] };
  };
  const allSay = async () =>
    outcomesOf((await Promise.all(crowd.map((one) => send(one, 'Boo')))).map((one) => one.activity));
  const replies = () =>
    pine.ctx.db
      .selectFrom('reply')
      .select(['id', 'uri', 'state'])
      .where('root_uri', '=', story.uri)
      .orderBy('id')
      .execute();
  const count = (outcomes: readonly string[], what: string) => outcomes.filter((one) => one === what).length;
  const busy = async () =>
    (await noticesOf(pine.ctx.db, ruth, 100)).filter(
      ({ kind, aboutUri }) => kind === 'busy' && aboutUri === story.uri,
    );

  test('the twenty-first closes a work to them: what comes after it is not kept, and its author is told once', async () => {
    const outcomes = await allSay();
    expect([count(outcomes, 'stored'), count(outcomes, 'busy')]).toEqual([21, 4]);
    expect((await replies()).map(({ state }) => state)).toEqual(Array.from({ length: 21 }, () => 'held'));
    const before = await busy();
    expect(before).toHaveLength(1);
    expect(before[0]).toMatchObject({
      busy: { isPaused: true, isHandedOver: false },
      from: null,
      read: false,
    });
    expect((await says(mastodon.actor('late'), 'And me')).outcome).toBe('busy');
    expect(await replies()).toHaveLength(21);
    expect(await busy()).toHaveLength(1);
    const told = (await noticesOf(pine.ctx.db, ruth, 100)).filter(({ aboutUri }) => aboutUri === story.uri);
    expect(told.filter(({ kind }) => kind === 'reply-held')).toHaveLength(21);
  });

  test('people who are known appear at once all the same', async () => {
    const first = await says(bob, 'How long?');
    const [held] = await replies();
    await decideReply(pine.ctx, ruth, held?.id ?? '', 'show');
    await allSay();
    const again = await says(bob, 'And then?');
    expect([first.outcome, again.outcome]).toEqual(['stored', 'stored']);
    expect((await replies()).find(({ uri }) => uri === again.uri)?.state).toBe('shown');
  });

  test('the author opens it again, and it counts anew', async () => {
    await allSay();
    await openReplies(pine.ctx, ruth, story.id);
    expect((await busy())[0]).toMatchObject({ busy: { isPaused: false }, read: true });
    const dora = await says(mastodon.actor('dora'), 'Calmly');
    expect(dora.outcome).toBe('stored');
    expect((await replies()).find(({ uri }) => uri === dora.uri)?.state).toBe('held');
    // a second crowd closes it again, and that is told again, as one notice
    const second = await allSay();
    expect([count(second, 'stored'), count(second, 'busy')]).toEqual([20, 5]);
    expect(await busy()).toHaveLength(1);
    expect((await busy())[0]).toMatchObject({ busy: { isPaused: true }, read: false });
  });

  test('elsewhere it goes on: another work takes strangers, and only its author hands one over', async () => {
    await allSay();
    const marcus = await aTeacher(pine.ctx, 'marcus');
    await expect(handOver(pine.ctx, marcus, story.id)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(openReplies(pine.ctx, marcus, story.id)).rejects.toMatchObject({ kind: 'not-found' });
    story = await publish(pine.ctx, ruth, aStory({ title: 'Another one' }));
    expect((await says(mastodon.actor('frida'), 'Hello')).outcome).toBe('stored');
  });
});
