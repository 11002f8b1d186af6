import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { askQuestion } from '../../server/actions/ask-question.ts';
import { changeQuestionState } from '../../server/actions/change-question-state.ts';
import { decideReply } from '../../server/actions/decide-reply.ts';
import { editQuestion } from '../../server/actions/edit-question.ts';
import { followActor } from '../../server/actions/follow-actor.ts';
import { takeBackWork } from '../../server/actions/take-back-work.ts';
import { writeReply } from '../../server/actions/write-reply.ts';
import { noticesOf } from '../../server/reads/notices.ts';
import { theDistrict } from '../../server/store/districts.ts';
import { followBetween } from '../../server/store/follows.ts';
import { replyByUri } from '../../server/store/replies.ts';
import { workByUri } from '../../server/store/works.ts';
import { readToTheEnd } from '../support/backfills.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { type Mastodon, openMastodon } from '../support/mastodon.ts';
import type { Account } from '../support/mastodon-account.ts';
import * as mastodonSends from '../support/mastodon-people.ts';
import type { Json, PeerActor } from '../support/peer-actor.ts';
import { aQuestion } from '../support/questions.ts';
import { signedIn, type Visitor } from '../support/visitor.ts';
import { expectGoodShape } from '../support/wire-shape.ts';

const WORDS = 'Who uses **student errors** in public without shaming?';

describe('a question between two districts and Mastodon', () => {
  let pine: TestDistrict;
  let koivu: TestDistrict;
  let mastodon: Mastodon;
  let bob: PeerActor;
  let there: Account;
  let marcus: string;
  let marjaId: string;
  let marja: Visitor;
  let question: { id: string; uri: string; url: string };
  /** its page at Koivuranta */
  let page: string;

  beforeAll(async () => {
    [pine, koivu, mastodon] = await Promise.all([
      openDistrict('Pine Hollow', 'pinehollow'),
      openDistrict('Koivuranta', 'koivuranta'),
      openMastodon(),
    ]);
    marcus = await aTeacher(pine.ctx, 'marcus');
    marjaId = await aTeacher(koivu.ctx, 'marja');
    marja = await signedIn(koivu.origin, 'marja');
    // Koivuranta's teacher follows the district, not the one who asks
    const district = await koivu.ctx.lookup.actor(`@pinehollow@${pine.ctx.host}`);
    await followActor(koivu.ctx, marjaId, district);
    await eventually(
      'the follow is accepted',
      async () => (await followBetween(koivu.ctx.db, marjaId, district.id))?.state === 'accepted',
    );
    bob = mastodon.actor('bob');
    there = await mastodon.search(`marcus@${pine.ctx.host}`);
    await mastodon.follow(bob, there);
    await eventually('Bob follows', async () => mastodon.following.get(bob.uri)?.has(there.uri));
    question = await askQuestion(
      pine.ctx,
      marcus,
      aQuestion({ question: WORDS, gistOther: [{ lang: 'fi', text: 'Kuka käyttää virheitä?' }] }),
    );
  });
  afterAll(async () => {
    await Promise.all([pine?.stop(), koivu?.stop(), mastodon?.close()]);
  });

  const asked = () => workByUri(koivu.ctx.db, question.uri);
  const bobSays = async (text: string): Promise<Json> => {
    const note = mastodonSends.aReply(mastodon, bob, { account: there, uri: question.uri }, text);
    await mastodon.send(bob, there.inbox, mastodonSends.create(note));
    return note;
  };
  const outcomeOf = (note: Json) =>
    eventually('the outcome', async () => {
      const row = await pine.ctx.db
        .selectFrom('inbox_activity')
        .select('outcome')
        .where('uri', '=', mastodonSends.create(note).id)
        .executeTakeFirst();
      return row?.outcome;
    });

  test('comes to Koivuranta by the boost of the district, as a question with all its terms', async () => {
    const here = await eventually('the question', asked);
    expect(here).toMatchObject({
      kind: 'call',
      callState: 'open',
      title: 'Who uses student errors in public without shaming?',
      gistOther: [{ lang: 'fi', text: 'Kuka käyttää virheitä?' }],
      subjects: ['sciences'],
      ageMin: 15,
      ageMax: 16,
      lang: 'en',
      url: question.url,
    });
    expect(here.html).toContain('<strong>student errors</strong>');
    page = `/r/${here.id}`;
    expect((await marja.get('/questions')).text).toContain(page);
    const { text } = await marja.get(page);
    for (const words of ['Open question', '<strong>student errors</strong>', 'Answer with a story'])
      expect(text).toContain(words);
    expect((await marja.get('/')).text).toContain('A question you could answer');
  });

  test('is a post like any other on Mastodon', async () => {
    const status = await eventually('the post', async () => mastodon.statuses.get(question.uri));
    expect(status).toMatchObject({
      lines: ['Who uses student errors in public without shaming?'],
      spoiler: '',
      tags: ['Sciences'],
      visibility: 'public',
      inReplyTo: null,
      url: question.url,
    });
    expect((await (await mastodon.get(question.url)).json()) as Json).toMatchObject({ id: question.uri });
    expectGoodShape(mastodon.of('Create').find(({ object }) => object.id === question.uri) as Json);
    const district = (await theDistrict(pine.ctx.db))?.actor.uri;
    const outbox = (await (await mastodon.get(`${district}/outbox?page=first`)).json()) as Json;
    expect(outbox.orderedItems.map((one: Json) => one.object)).toEqual([question.uri]);
    const featured = (await (await mastodon.get(`${there.uri}/featured`)).json()) as Json;
    expect(featured.orderedItems).toEqual([]);
  });

  test('a stranger’s answer waits for the asker, and once it is shown it is seen in both districts', async () => {
    const note = await bobSays('I do. With a camera.');
    const held = await eventually('the answer', () => replyByUri(pine.ctx.db, note.id));
    expect(held.state).toBe('held');
    expect((await noticesOf(pine.ctx.db, marcus, 1))[0]).toMatchObject({ kind: 'reply-held' });
    await decideReply(pine.ctx, marcus, held.id, 'show');
    // somebody opens it there, hours later: what was answered is asked for
    await readToTheEnd(koivu.ctx, question.uri);
    expect((await marja.get(page)).text).not.toContain('With a camera.');
    await koivu.ctx.db
      .updateTable('backfill')
      .set({ read_at: new Date(Date.now() - 7 * 3_600_000) })
      .where('uri', '=', question.uri)
      .execute();
    await marja.get(page);
    await readToTheEnd(koivu.ctx, question.uri);
    const { text } = await marja.get(page);
    expect(text).toContain('I do. With a camera.');
  });

  test('an answer from the other district reaches the asker, who is told', async () => {
    const written = await writeReply(koivu.ctx, marjaId, question.uri, { text: 'Meillä kyllä.', lang: 'fi' });
    const reply = await eventually('the answer', () => replyByUri(pine.ctx.db, written.uri));
    if (reply.state === 'held') await decideReply(pine.ctx, marcus, reply.id, 'show');
    // known by now: told at once that it is an answer
    await writeReply(koivu.ctx, marjaId, question.uri, { text: 'And a story.', lang: 'en' });
    await eventually('the notice', async () =>
      (await noticesOf(pine.ctx.db, marcus, 5)).some(({ kind }) => kind === 'answered'),
    );
  });

  test('a story there that answers it stands on its page in both districts', async () => {
    const story = await publish(
      koivu.ctx,
      marjaId,
      aStory({ title: 'The camera over the bench', builtOn: [{ uri: question.uri }] }),
    );
    await eventually('the story', () => workByUri(pine.ctx.db, story.uri));
    const asker = await signedIn(pine.origin, 'marcus');
    for (const text of [(await asker.get(new URL(question.url).pathname)).text, (await marja.get(page)).text])
      expect(text).toContain('The camera over the bench');
    const edges = await pine.ctx.db
      .selectFrom('lineage_edge')
      .select(['relation', 'parent_uri'])
      .where('child_uri', '=', story.uri)
      .execute();
    expect(edges).toEqual([{ relation: 'answered', parent_uri: question.uri }]);
    const told = (await noticesOf(pine.ctx.db, marcus, 1))[0];
    expect(told).toMatchObject({ kind: 'answered', about: { uri: question.uri }, cause: null });
    expect((await asker.get('/notifications')).text).toContain(`${new URL(question.url).pathname}#stories`);
  });

  test('what says that it tried the question is an answer in words', async () => {
    const note = mastodonSends.aReply(
      mastodon,
      bob,
      { account: there, uri: question.uri },
      'I tried to answer.',
    );
    const attempt = {
      ...note,
      isBasedOn: question.uri,
      'tp:kind': 'adaptation',
      'tp:happened': 'It went well.',
    };
    mastodon.serve(note.id, { '@context': 'https://www.w3.org/ns/activitystreams', ...attempt });
    await mastodon.send(bob, there.inbox, mastodonSends.create(attempt));
    const reply = await eventually('the answer', () => replyByUri(pine.ctx.db, note.id));
    expect(reply.rootUri).toBe(question.uri);
  });

  test('what says that it thanks for the question is an answer too', async () => {
    const note = mastodonSends.aReply(mastodon, bob, { account: there, uri: question.uri }, 'Good question!');
    const thanks = { ...note, 'tp:kind': 'thanks', 'tp:reason': 'made-me-think' };
    mastodon.serve(note.id, { '@context': 'https://www.w3.org/ns/activitystreams', ...thanks });
    await mastodon.send(bob, there.inbox, mastodonSends.create(thanks));
    const reply = await eventually('the answer', () => replyByUri(pine.ctx.db, note.id));
    expect(reply).toMatchObject({ rootUri: question.uri, thanks: null });
  });

  test('other words, and that it is answered, reach everybody who has it', async () => {
    await editQuestion(pine.ctx, marcus, question.id, aQuestion({ question: 'Who shows errors, and how?' }));
    await changeQuestionState(pine.ctx, marcus, question.id, 'answered');
    const edited = await eventually('the state', async () => {
      const here = await asked();
      return here?.callState === 'answered' && here;
    });
    expect(edited).toMatchObject({ title: 'Who shows errors, and how?', gistOther: [], version: 3 });
    await eventually(
      'the edit',
      async () => mastodon.statuses.get(question.uri)?.lines.join() === 'Who shows errors, and how?',
    );
    expect((await marja.get('/questions')).text).not.toContain(page);
    expect((await marja.get('/questions?show=answered')).text).toContain(page);
  });

  test('closed, it takes no more answers, here or there', async () => {
    await changeQuestionState(pine.ctx, marcus, question.id, 'closed');
    await eventually('the state', async () => (await asked())?.callState === 'closed');
    const note = await bobSays('Too late.');
    expect(await outcomeOf(note)).toBe('blocked');
    expect(await replyByUri(pine.ctx.db, note.id)).toBeNull();
    await expect(
      writeReply(koivu.ctx, marjaId, question.uri, { text: 'Too late.', lang: 'en' }),
    ).rejects.toMatchObject({ say: 'replies-closed' });
    expect((await marja.get(page)).text).toContain('Marcus takes no more answers to this.');
  });

  test('taken back, it is gone everywhere; what is left says that it was a Note', async () => {
    await takeBackWork(pine.ctx, marcus, question.id, 'changed-mind');
    await eventually('the take-back', async () => (await asked())?.state === 'purged');
    await eventually('the Delete', async () => mastodon.tombstones.has(question.uri));
    const sent = mastodon.of('Delete').find(({ object }) => object.id === question.uri);
    expect(sent?.object).toMatchObject({ type: 'Tombstone', formerType: 'Note' });
    const left = await mastodon.get(question.uri);
    expect([left.status, ((await left.json()) as Json).formerType]).toEqual([410, 'Note']);
    const there = await koivu.ctx.db
      .selectFrom('tombstone')
      .select('was')
      .where('uri', '=', question.uri)
      .executeTakeFirst();
    expect(there?.was).toBe('call');
    expect((await marja.get(page)).status).toBe(410);
    expect(mastodon.refused).toEqual([]);
  });
});
