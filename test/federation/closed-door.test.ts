import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { closeDoor, openDoor } from '../../server/actions/door.ts';
import { reportTry } from '../../server/actions/report-try.ts';
import { writeReply } from '../../server/actions/write-reply.ts';
import { tryInput } from '../../server/domain/adaptation.ts';
import { noticesOf } from '../../server/reads/notices.ts';
import { actorByUri } from '../../server/store/actors.ts';
import { adaptationByUri } from '../../server/store/adaptations.ts';
import { followBetween } from '../../server/store/follows.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { type Mastodon, openMastodon } from '../support/mastodon.ts';
import type { Account } from '../support/mastodon-account.ts';
import { aReply, create } from '../support/mastodon-people.ts';
import type { Json, PeerActor } from '../support/peer-actor.ts';

const DAY = 86_400_000;

describe('while somebody’s door is closed', () => {
  let pine: TestDistrict;
  let koivu: TestDistrict;
  let mastodon: Mastodon;
  let ruth: string;
  let marcus: string;
  let ruthThere: Account;
  let bob: PeerActor;
  let story: { id: string; uri: string; url: string };

  beforeAll(async () => {
    [pine, koivu, mastodon] = await Promise.all([
      openDistrict(),
      openDistrict('Koivuranta', 'koivuranta'),
      openMastodon(),
    ]);
    ruth = await aTeacher(pine.ctx, 'ruth');
    marcus = await aTeacher(pine.ctx, 'marcus');
    bob = mastodon.actor('bob');
    ruthThere = await mastodon.search(`ruth@${pine.ctx.host}`);
  });
  beforeEach(async () => {
    story = await publish(pine.ctx, ruth, aStory());
    await openDoor(pine.ctx, ruth);
  });
  afterAll(async () => {
    await Promise.all([pine?.stop(), koivu?.stop(), mastodon?.close()]);
  });

  /** What became of an activity. */
  const outcomeOf = (id: string) =>
    eventually('it is handled', async () => {
      const row = await pine.ctx.db
        .selectFrom('inbox_activity')
        .select('outcome')
        .where('uri', '=', id)
        .where('state', 'in', ['done', 'dropped'])
        .executeTakeFirst();
      return row && `${row.outcome}`;
    });
  const says = async (by: PeerActor, to: string): Promise<{ note: Json; outcome: string }> => {
    const note = aReply(mastodon, by, { account: ruthThere, uri: to }, 'A word.');
    await mastodon.send(by, ruthThere.inbox, create(note));
    return { note, outcome: await outcomeOf(create(note).id) };
  };
  const stored = (uri: string) =>
    pine.ctx.db.selectFrom('reply').select('state').where('uri', '=', uri).executeTakeFirst();
  const told = async (who: string) => (await noticesOf(pine.ctx.db, who, 50)).map(({ kind }) => kind);
  const sentCount = async () =>
    (await pine.ctx.db.selectFrom('outgoing_event').select('id').execute()).length;

  test('no reply under what they shared is kept, not even of somebody whose replies were shown before', async () => {
    expect((await says(bob, story.uri)).outcome).toBe('stored');
    await pine.ctx.db.updateTable('reply').set({ state: 'shown' }).execute();
    const answer = await writeReply(pine.ctx, ruth, story.uri, { text: 'Ask me.', lang: 'en' });
    const before = await told(ruth);
    await closeDoor(pine.ctx, ruth, 7);
    for (const to of [story.uri, answer.uri]) {
      const { note, outcome } = await says(bob, to);
      expect(outcome).toBe('door-closed');
      expect(await stored(note.id)).toBeUndefined();
    }
    expect(await told(ruth)).toEqual(before);
    // what was there stays, and they can still speak themselves
    await writeReply(pine.ctx, ruth, story.uri, { text: 'I am resting.', lang: 'en' });
    const replies = await pine.ctx.db
      .selectFrom('reply')
      .select('state')
      .where('root_uri', '=', story.uri)
      .execute();
    expect(replies.map(({ state }) => state)).toEqual(['shown', 'shown', 'shown']);
  });

  test('an answer to them under somebody else’s story is kept there, and they are not told', async () => {
    const theirs = await publish(pine.ctx, marcus, aStory({ title: 'Marcus asks' }));
    const word = await writeReply(pine.ctx, ruth, theirs.uri, { text: 'Hm.', lang: 'en' });
    await pine.ctx.db
      .updateTable('work')
      .set({ reply_policy: 'everyone' })
      .where('uri', '=', theirs.uri)
      .execute();
    const before = await told(ruth);
    await closeDoor(pine.ctx, ruth, 1);
    const { note, outcome } = await says(bob, word.uri);
    expect(outcome).toBe('stored');
    expect((await stored(note.id))?.state).toBe('shown');
    expect(await told(ruth)).toEqual(before);
    expect(await told(marcus)).toContain('replied');
  });

  test('follows are rejected, those that are there stay and are affirmed again; nothing else is said to anybody', async () => {
    const sam = mastodon.actor('sam');
    const first = await mastodon.follow(sam, ruthThere);
    await eventually('sam follows', async () => mastodon.following.get(sam.uri)?.has(ruthThere.uri));
    const document = await (await mastodon.get(ruthThere.uri)).text();
    const sent = await sentCount();
    await closeDoor(pine.ctx, ruth, 30);
    expect(await sentCount()).toBe(sent);
    expect(await (await mastodon.get(ruthThere.uri)).text()).toBe(document);
    const eve = mastodon.actor('eve');
    const asked = await mastodon.follow(eve, ruthThere);
    const reject = await eventually('the no', async () =>
      mastodon.of('Reject').find((one) => (one.object.id ?? one.object) === asked.id),
    );
    expect(reject.actor).toBe(ruthThere.uri);
    const known = await actorByUri(pine.ctx.db, eve.uri);
    expect(await followBetween(pine.ctx.db, known?.id ?? '', ruth)).toBeNull();
    expect(await told(ruth)).toContain('followed');
    expect((await told(ruth)).filter((kind) => kind === 'followed')).toHaveLength(1);
    const again = await mastodon.follow(sam, ruthThere);
    expect(again.id).not.toBe(first.id);
    await eventually('the second yes', async () =>
      mastodon.of('Accept').find((one) => (one.object.id ?? one.object) === again.id),
    );
  });

  test('tries still arrive and are shown', async () => {
    const marja = await aTeacher(koivu.ctx, 'marja');
    await koivu.ctx.lookup.object(story.uri);
    await closeDoor(pine.ctx, ruth, 7);
    const input = tryInput.parse({ changed: 'Pairs.', happened: 'It got quiet.', verdict: 'worked' });
    const { uri } = await reportTry(koivu.ctx, marja, story.uri, input);
    const here = await eventually('the try', () => adaptationByUri(pine.ctx.db, uri));
    expect(here.state).toBe('published');
    expect(await told(ruth)).toContain('tried');
  });

  test('it opens by itself', async () => {
    const yesterday = { now: () => new Date(Date.now() - DAY - 1_000) };
    await closeDoor({ ...pine.ctx, clock: yesterday }, ruth, 1);
    const carol = mastodon.actor('carol');
    const { note, outcome } = await says(carol, story.uri);
    expect([outcome, (await stored(note.id))?.state]).toEqual(['stored', 'held']);
    await mastodon.follow(carol, ruthThere);
    await eventually('carol follows', async () => mastodon.following.get(carol.uri)?.has(ruthThere.uri));
  });
});
