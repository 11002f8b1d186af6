import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { closeAccount } from '../../server/actions/close-account.ts';
import { editStory } from '../../server/actions/edit-story.ts';
import { invitePerson } from '../../server/actions/invite-person.ts';
import { saveDraft } from '../../server/actions/save-draft.ts';
import { writeReply } from '../../server/actions/write-reply.ts';
import { aStory, aTeacher, openDistrict, PASSWORD, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { type Mastodon, openMastodon } from '../support/mastodon.ts';
import { READ_THROUGH } from '../support/read-through.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

describe('closing an account', () => {
  let node: TestDistrict;
  let mastodon: Mastodon;
  let priyaId: string;
  let ruthId: string;
  let story: { id: string; uri: string; url: string };
  let replyUri: string;
  let actorUri: string;

  beforeAll(async () => {
    [node, mastodon] = await Promise.all([openDistrict(), openMastodon()]);
    priyaId = await aTeacher(node.ctx, 'priya', { role: 'admin' });
    ruthId = await aTeacher(node.ctx, 'ruth', { bio: 'I wait.' });
    const marcus = await aTeacher(node.ctx, 'marcus');
    const there = await mastodon.search(`ruth@${node.ctx.host}`);
    actorUri = there.uri;
    const bob = mastodon.actor('bob');
    await mastodon.follow(bob, there);
    await eventually('bob follows', async () => mastodon.following.get(bob.uri)?.has(there.uri));
    story = await publish(node.ctx, ruthId, aStory());
    await editStory(
      node.ctx,
      ruthId,
      story.id,
      aStory({ gist: 'A sand timer, and I sit down.' }),
      '',
      READ_THROUGH,
    );
    await saveDraft(node.ctx, ruthId, aStory({ title: 'Not finished' }));
    const theirs = await publish(node.ctx, marcus, aStory({ title: 'By Marcus' }));
    replyUri = (await writeReply(node.ctx, ruthId, theirs.uri, { text: 'I sat down too.', lang: 'en' })).uri;
    await eventually('the story is at the other server', async () => mastodon.statuses.has(story.uri));
  });
  afterAll(async () => {
    await node?.stop();
    await mastodon?.close();
  });

  const webfinger = () => fetch(`${node.origin}/.well-known/webfinger?resource=acct:ruth@${node.ctx.host}`);
  const document = (uri: string) => fetch(uri, { headers: { accept: 'application/activity+json' } });

  test('says what it does, and takes the password', async () => {
    const ruth = await signedIn(node.origin, 'ruth');
    expect((await ruth.get('/settings/account')).text).toContain('href="/settings/account/close"');
    const page = (await ruth.get('/settings/account/close')).text;
    for (const said of [
      'This cannot be undone.',
      'is taken back',
      '@ruth answers that the account is closed',
    ])
      expect(page).toContain(said);
    for (const [currentPassword, said] of [
      ['', 'Give your present password.'],
      ['not the one', 'That is not your present password.'],
    ] as const) {
      const wrong = await ruth.post('/settings/account/close', { currentPassword });
      expect([wrong.status, wrong.text.includes(said)]).toEqual([422, true]);
      expect(wrong.text).not.toContain('not the one');
    }
    expect((await webfinger()).status).toBe(200);
  });

  test('is not for the only administrator', async () => {
    const priya = await signedIn(node.origin, 'priya');
    const page = (await priya.get('/settings/account/close')).text;
    expect(page).toContain('You are the only administrator.');
    expect(page).not.toContain('name="currentPassword"');
    const refused = await priya.post('/settings/account/close', { currentPassword: PASSWORD });
    expect([refused.status, refused.text.includes('You are the only administrator.')]).toEqual([409, true]);
    expect((await priya.get('/admin/people')).status).toBe(200);
  });

  test('ends every session and takes everything back, here and elsewhere', async () => {
    const [here, library] = await Promise.all([signedIn(node.origin, 'ruth'), signedIn(node.origin, 'ruth')]);
    const answer = await here.post('/settings/account/close', { currentPassword: PASSWORD });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('Your account is closed');
    expect(answer.text).not.toContain('href="/settings');
    for (const visitor of [here, library])
      expect((await visitor.get('/settings/you')).location).toMatch(/^\/sign-in/);
    expect(
      (await new Visitor(node.origin).post('/sign-in', { email: 'ruth@school.example', password: PASSWORD }))
        .status,
    ).toBe(422);

    const reader = new Visitor(node.origin);
    const page = new URL(story.url).pathname;
    for (const path of ['/@ruth', page])
      await eventually(`${path} is gone`, async () => (await reader.get(path)).status === 410);
    await eventually('the name is gone', async () => (await webfinger()).status === 410);
    for (const uri of [actorUri, story.uri, replyUri])
      await eventually(`${uri} is gone`, async () => (await document(uri)).status === 410);
    const deleted = await eventually('the other server is told', async () =>
      mastodon.of('Delete').find((one) => one.object === actorUri),
    );
    expect(deleted.actor).toBe(actorUri);
  });

  test('keeps none of the words', async () => {
    const dump = JSON.stringify([
      await node.ctx.db.selectFrom('work').selectAll().where('author_id', '=', ruthId).execute(),
      await node.ctx.db.selectFrom('work_version').selectAll().where('work_id', '=', story.id).execute(),
      await node.ctx.db.selectFrom('reply').selectAll().where('author_id', '=', ruthId).execute(),
      await node.ctx.db.selectFrom('actor').selectAll().where('id', '=', ruthId).execute(),
      await node.ctx.db.selectFrom('person').selectAll().where('actor_id', '=', ruthId).execute(),
      await node.ctx.db.selectFrom('notice').selectAll().where('from_id', '=', ruthId).execute(),
    ]);
    for (const word of ['sand timer', 'Not finished', 'sat down', 'I wait', 'ruth@school.example'])
      expect(dump).not.toContain(word);
  });

  test('leaves the name to nobody', async () => {
    const admin = await node.ctx.db
      .selectFrom('person')
      .select('actor_id')
      .where('role', '=', 'admin')
      .where('state', '=', 'active')
      .executeTakeFirstOrThrow();
    const token = await invitePerson(node.ctx, admin.actor_id, { email: null, label: 'teacher' });
    const person = {
      name: 'Ruth again',
      handle: 'ruth',
      email: 'ruth@school.example',
      password: PASSWORD,
      passwordAgain: PASSWORD,
      ageMin: '',
      ageMax: '',
    };
    const taken = await new Visitor(node.origin).post(`/join/${token}`, person);
    expect([taken.status, taken.text.includes('Choose another one.')]).toEqual([422, true]);
    // her e-mail address is hers to use again
    expect(
      (await new Visitor(node.origin).post(`/join/${token}`, { ...person, handle: 'ruth_again' })).status,
    ).toBe(303);
  });

  test('two administrators who leave at once: one of them stays', async () => {
    const second = await aTeacher(node.ctx, 'second', { role: 'admin' });
    const left = await Promise.allSettled(
      [priyaId, second].map((id) => closeAccount(node.ctx, id, PASSWORD)),
    );
    expect(left.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    const admins = await node.ctx.db
      .selectFrom('person')
      .select('actor_id')
      .where('role', '=', 'admin')
      .where('state', '=', 'active')
      .execute();
    expect(admins).toHaveLength(1);
  });
});
