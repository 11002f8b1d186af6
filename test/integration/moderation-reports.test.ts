import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { settleReport } from '../../server/actions/report-content.ts';
import { writeReply } from '../../server/actions/write-reply.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { type Mastodon, openMastodon } from '../support/mastodon.ts';
import { aReply, create } from '../support/mastodon-people.ts';
import { AS, type PeerActor, PUBLIC } from '../support/peer-actor.ts';
import { signedIn, type Visitor } from '../support/visitor.ts';

describe('asking a moderator', () => {
  let node: TestDistrict;
  let mastodon: Mastodon;
  let bob: PeerActor;
  let ruthId: string;
  let marcusId: string;
  let ruth: Visitor;
  let marcus: Visitor;
  let noor: Visitor;
  let priya: Visitor;
  let story: { id: string; uri: string; url: string };
  let inbox: string;

  beforeAll(async () => {
    [node, mastodon] = await Promise.all([openDistrict(), openMastodon()]);
    await aTeacher(node.ctx, 'priya', { role: 'admin' });
    await aTeacher(node.ctx, 'noor', { role: 'moderator' });
    ruthId = await aTeacher(node.ctx, 'ruth');
    marcusId = await aTeacher(node.ctx, 'marcus');
    [ruth, marcus, noor, priya] = (await Promise.all(
      ['ruth', 'marcus', 'noor', 'priya'].map((who) => signedIn(node.origin, who)),
    )) as [Visitor, Visitor, Visitor, Visitor];
    bob = mastodon.actor('bob');
    inbox = (await mastodon.search(`ruth@${node.ctx.host}`)).inbox;
    story = await publish(node.ctx, ruthId, aStory());
  });
  beforeEach(async () => {
    await node.ctx.db.deleteFrom('report').execute();
  });
  afterAll(async () => {
    await node?.stop();
    await mastodon?.close();
  });

  const about = (uri: string, more: Record<string, string> = {}) => ({
    about: uri,
    reason: 'student',
    words: 'The name in the second line.',
    ...more,
  });
  const form = (uri: string) => `/moderation/ask?about=${encodeURIComponent(uri)}`;
  const reports = () => node.ctx.db.selectFrom('report').selectAll().orderBy('id').execute();
  /** Bob's reply, which waits for Ruth. */
  const heldReply = async (text: string) => {
    const account = await mastodon.search(`ruth@${node.ctx.host}`);
    const note = aReply(mastodon, bob, { account, uri: story.uri }, text);
    await mastodon.send(bob, inbox, create(note));
    return eventually('the reply waits', () =>
      node.ctx.db.selectFrom('reply').select(['id', 'uri']).where('uri', '=', note.id).executeTakeFirst(),
    );
  };

  test('about a colleague’s story: it waits with a link, and the moderator alone sees who asked', async () => {
    const asked = await marcus.get(form(story.uri));
    expect(asked.status).toBe(200);
    expect(asked.text).toContain('Seven silent seconds');
    expect(asked.text).not.toContain('name="forward"');
    const answer = await marcus.post('/moderation/ask', about(story.uri));
    expect([answer.status, answer.location]).toEqual([303, new URL(story.url).pathname]);
    const seen = (await noor.get('/moderation/reports')).text;
    for (const said of [
      'A student could be recognised',
      'The name in the second line.',
      `href="${new URL(story.url).pathname}"`,
      'href="/@marcus"',
    ])
      expect(seen).toContain(said);
    const seenByAdmin = (await priya.get('/moderation/reports')).text;
    expect(seenByAdmin).toContain('From a colleague');
    expect(seenByAdmin).not.toContain('marcus');
    expect((await ruth.get('/notifications')).text).not.toContain('marcus');
  });

  test('everybody who moderates is told, once for each report, and nobody else', async () => {
    await node.ctx.db.deleteFrom('notice').execute();
    await noor.post('/moderation/ask', about(story.uri));
    await marcus.post('/moderation/ask', about(story.uri));
    const told = async (who: Visitor) =>
      (await who.get('/notifications')).text.split('Something was reported and waits for a moderator.')
        .length - 1;
    expect(await Promise.all([priya, noor, ruth, marcus].map(told))).toEqual([2, 1, 0, 0]);
    expect((await priya.get('/notifications?about=node')).text).toContain('href="/moderation/reports"');
  });

  test('a moderator who is suspended meanwhile closes nothing', async () => {
    const kimId = await aTeacher(node.ctx, 'kim', { role: 'moderator' });
    await marcus.post('/moderation/ask', about(story.uri));
    const [report] = await reports();
    await node.ctx.db
      .updateTable('person')
      .set({ state: 'suspended' })
      .where('actor_id', '=', kimId)
      .execute();
    await expect(settleReport(node.ctx, kimId, report?.id ?? '')).rejects.toMatchObject({
      kind: 'not-found',
    });
    expect((await noor.get('/moderation/reports')).text).not.toContain('All quiet.');
  });

  test('closing takes it off the list, once, and is written down', async () => {
    await marcus.post('/moderation/ask', about(story.uri));
    const [report] = await reports();
    expect((await noor.post(`/moderation/reports/${report?.id}/close`)).status).toBe(303);
    expect((await noor.get('/moderation/reports')).text).toContain('All quiet.');
    expect((await priya.post(`/moderation/reports/${report?.id}/close`)).status).toBe(404);
    const written = await node.ctx.db
      .selectFrom('audit_entry')
      .select('about')
      .where('action', '=', 'report-closed')
      .execute();
    expect(written.map((row) => row.about)).toContain(report?.id);
  });

  test('a form without a reason, or with too many words, comes back as it was', async () => {
    const words = `${'word '.repeat(500)}end`;
    const wrong = await marcus.post('/moderation/ask', about(story.uri, { reason: '', words }));
    expect(wrong.status).toBe(422);
    for (const said of ['Choose one of the reasons.', '2,000 characters at most', words])
      expect(wrong.text).toContain(said);
    expect(await reports()).toEqual([]);
  });

  test('nobody can ask about what they cannot read, or about themselves', async () => {
    const inside = await publish(node.ctx, ruthId, aStory({ title: 'Only for me', audience: 'me' }));
    const held = await heldReply('Not for Marcus yet');
    const own = await node.ctx.db
      .selectFrom('actor')
      .select('uri')
      .where('id', '=', marcusId)
      .executeTakeFirstOrThrow();
    for (const uri of [
      inside.uri,
      held.uri,
      own.uri,
      `${node.origin}/ap/objects/nothing`,
      '',
      'x'.repeat(3_000),
    ]) {
      expect([uri.slice(0, 90), (await marcus.get(form(uri))).status]).toEqual([uri.slice(0, 90), 404]);
      expect((await marcus.post('/moderation/ask', about(uri))).status).toBe(404);
    }
    expect(await reports()).toEqual([]);
  });

  test('what waits for its author is not shown to moderators before they ask for it, and that is written down', async () => {
    const held = await heldReply('You should all be <b>ashamed</b>');
    expect(
      (await ruth.post('/moderation/ask', about(held.uri, { reason: 'unkind', words: '' }))).status,
    ).toBe(303);
    const [report] = await reports();
    const list = (await noor.get('/moderation/reports')).text;
    expect(list).not.toContain('ashamed');
    expect(list).not.toContain(`/replies/${held.id}"`);
    const read = await noor.post(`/moderation/reports/${report?.id}/read`);
    expect(read.text).toContain('ashamed');
    const written = await node.ctx.db
      .selectFrom('audit_entry')
      .select(['about', 'action'])
      .where('action', '=', 'reported-words-read')
      .execute();
    expect(written).toEqual([{ about: report?.id, action: 'reported-words-read' }]);
    expect((await ruth.post(`/moderation/reports/${report?.id}/read`)).status).toBe(404);
  });

  test('about somebody elsewhere their server is told as well, without the name of who asked', async () => {
    const held = await heldReply('Spam spam');
    expect((await ruth.get(form(held.uri))).text).toContain(`Tell ${mastodon.host} too`);
    await ruth.post('/moderation/ask', about(held.uri, { reason: 'spam', forward: 'yes' }));
    const flag = await eventually('the report at the other server', async () => mastodon.of('Flag').at(-1));
    expect(flag).toMatchObject({ actor: `${node.origin}/ap/actor`, content: 'The name in the second line.' });
    expect(flag.object).toEqual([bob.uri, held.uri]);
    expect(JSON.stringify(flag)).not.toContain('ruth');
    expect((await priya.get('/moderation/reports')).text).toContain(
      `/admin/rules/new?domain=${encodeURIComponent(mastodon.host)}`,
    );
    expect((await noor.get('/moderation/reports')).text).not.toContain('/admin/rules');
  });

  test('a report from another server waits with its name', async () => {
    const flag = {
      '@context': AS,
      id: `${mastodon.origin}/flags/1`,
      type: 'Flag',
      actor: mastodon.instance.uri,
      content: '<script>alert(1)</script>This names a child',
      object: [story.uri],
      to: PUBLIC,
    };
    expect((await mastodon.send(mastodon.instance, inbox, flag)).status).toBe(202);
    await eventually('the report', async () => (await reports()).length > 0);
    const { text } = await noor.get('/moderation/reports');
    expect(text).toContain(`From the server ${mastodon.host}`);
    expect(text).toContain('This names a child');
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('Seven silent seconds');
  });

  test('about a person and about a colleague’s reply', async () => {
    const { uri } = await writeReply(node.ctx, ruthId, story.uri, { text: 'Sit down!', lang: 'en' });
    const { uri: person } = await node.ctx.db
      .selectFrom('actor')
      .select('uri')
      .where('id', '=', ruthId)
      .executeTakeFirstOrThrow();
    for (const one of [uri, person])
      expect((await marcus.post('/moderation/ask', about(one))).status).toBe(303);
    const { text } = await noor.get('/moderation/reports');
    expect(text).toMatch(/href="\/@ruth\/replies\/[0-9a-z]{26}"/);
    expect(text).toContain('href="/@ruth"');
  });

  test('so often and no more', async () => {
    let last = 0;
    for (let count = 0; count < 25 && last !== 429; count += 1)
      last = (await marcus.post('/moderation/ask', about(story.uri))).status;
    expect(last).toBe(429);
  });
});
