import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decideReply } from '../../server/actions/decide-reply.ts';
import { followActor } from '../../server/actions/follow-actor.ts';
import { followBetween } from '../../server/store/follows.ts';
import { nothingIsRead } from '../support/backfills.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { type Mastodon, openMastodon } from '../support/mastodon.ts';
import { aReply, create, like } from '../support/mastodon-people.ts';
import type { PeerActor } from '../support/peer-actor.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

describe('a rule about a server', () => {
  let node: TestDistrict;
  let mastodon: Mastodon;
  let bob: PeerActor;
  let ruthId: string;
  let priya: Visitor;
  let ruth: Visitor;
  let story: { id: string; uri: string; url: string };
  let page: string;
  let inbox: string;

  beforeAll(async () => {
    [node, mastodon] = await Promise.all([openDistrict(), openMastodon()]);
    await aTeacher(node.ctx, 'priya', { role: 'admin' });
    ruthId = await aTeacher(node.ctx, 'ruth');
    [priya, ruth] = await Promise.all([signedIn(node.origin, 'priya'), signedIn(node.origin, 'ruth')]);
    bob = mastodon.actor('bob');
    const ruthThere = await mastodon.search(`ruth@${node.ctx.host}`);
    inbox = ruthThere.inbox;
    story = await publish(node.ctx, ruthId, aStory());
    page = new URL(story.url).pathname;
    await mastodon.follow(bob, ruthThere);
    await eventually('bob follows', async () => mastodon.following.get(bob.uri)?.has(ruthThere.uri));
    await followActor(node.ctx, ruthId, await node.ctx.lookup.actor(bob.uri));
    await mastodon.send(
      bob,
      inbox,
      create(aReply(mastodon, bob, { account: ruthThere, uri: story.uri }, 'And then?')),
    );
    const held = await eventually('the reply', () =>
      node.ctx.db.selectFrom('reply').select('id').where('root_uri', '=', story.uri).executeTakeFirst(),
    );
    await decideReply(node.ctx, ruthId, held.id, 'show');
  });
  afterAll(async () => {
    await node?.stop();
    await mastodon?.close();
  });

  const sent = (more: Record<string, string> = {}) => ({
    domain: mastodon.host,
    severity: 'suspend',
    publicComment: 'Unkind to teachers',
    privateComment: 'See the mail of Tuesday',
    ...more,
  });
  const rules = () => node.ctx.db.selectFrom('domain_rule').selectAll().execute();
  const bobHere = () =>
    node.ctx.db.selectFrom('actor').selectAll().where('uri', '=', bob.uri).executeTakeFirstOrThrow();
  const liking = () => mastodon.send(bob, inbox, like(bob, story.uri));
  const remotePage = () => ruth.get(`/@bob@${mastodon.host}`);

  test('says what suspending does before anything is done', async () => {
    const { status, text } = await priya.post('/admin/rules/new', sent());
    expect(status).toBe(200);
    for (const said of [
      'One person there is known here',
      'Nothing is sent there any more',
      'name="sure" value="yes"',
      'value="Unkind to teachers"',
    ])
      expect(text).toContain(said);
    expect(text).toMatch(/(One follow|2 follows) between here and there/);
    expect(await rules()).toEqual([]);
    expect((await remotePage()).status).toBe(200);
  });

  test('keeps what was typed when something does not fit', async () => {
    const wrong = await priya.post(
      '/admin/rules/new',
      sent({ domain: 'not a server', severity: 'ban', publicComment: 'x'.repeat(501) }),
    );
    expect(wrong.status).toBe(422);
    for (const said of [
      'Give the name of a server',
      'Choose what should happen.',
      '500 characters at most',
      'value="not a server"',
      'value="See the mail of Tuesday"',
    ])
      expect(wrong.text).toContain(said);
    const own = await priya.post('/admin/rules/new', sent({ domain: `https://${node.ctx.host}/about` }));
    expect([own.status, own.text.includes('That is this server itself.')]).toEqual([422, true]);
    expect(await rules()).toEqual([]);
  });

  test('ends follows, hides people, and lets nothing in or out', async () => {
    expect((await ruth.get(page)).text).toContain('And then?');
    // who opens a story has what was answered elsewhere read: not while it is counted who asks
    await nothingIsRead(node.ctx);
    const asked = mastodon.requests.length;
    expect((await priya.post('/admin/rules/new', sent({ sure: 'yes' }))).location).toBe('/admin/rules');
    const { id } = await bobHere();
    // display
    await eventually(
      'anonymous pages change',
      async () => !(await new Visitor(node.origin).get(page)).text.includes('And then?'),
    );
    expect((await ruth.get(page)).text).not.toContain('And then?');
    expect((await remotePage()).status).toBe(404);
    expect((await ruth.get('/people')).text).not.toContain('@bob');
    // follows
    expect(await followBetween(node.ctx.db, id, ruthId)).toBeNull();
    expect(await followBetween(node.ctx.db, ruthId, id)).toBeNull();
    expect((await ruth.post(`/@bob@${mastodon.host}/follow`)).status).toBe(404);
    // in, out, and asking around
    expect((await liking()).status).toBe(403);
    await publish(node.ctx, ruthId, aStory({ title: 'Not for them' }));
    await eventually(
      'the new story is translated',
      async () =>
        (await node.ctx.db.selectFrom('outgoing_event').select('id').where('done_at', 'is', null).execute())
          .length === 0,
    );
    expect((await ruth.get(`/search?q=${encodeURIComponent(`@anna@${mastodon.host}`)}`)).status).toBe(422);
    const waiting = await node.ctx.db
      .selectFrom('delivery')
      .select('id')
      .where('host', '=', mastodon.host)
      .where('state', '=', 'waiting')
      .execute();
    expect(waiting).toEqual([]);
    expect(mastodon.requests.slice(asked)).toEqual([]);
  });

  test('is shown to everybody with its reason, and the note to administrators only', async () => {
    const about = (await new Visitor(node.origin).get('/about/federation')).text;
    expect(about).toContain(mastodon.host);
    expect(about).toContain('Unkind to teachers');
    expect(about).not.toContain('Tuesday');
    expect((await priya.get('/admin/rules')).text).toContain('See the mail of Tuesday');
    const again = await priya.post('/admin/rules/new', sent({ sure: 'yes' }));
    expect([again.status, again.text.includes('There is a rule about this server already.')]).toEqual([
      422,
      true,
    ]);
    const change = `/admin/rules/change?domain=${mastodon.host}`;
    expect((await priya.get(change)).text).toMatch(/value="suspend" checked/);
    expect((await priya.post(change, sent({ obfuscate: 'yes', publicComment: 'Very unkind' }))).status).toBe(
      303,
    );
    const hidden = await eventually('the page changes', async () => {
      const { text } = await new Visitor(node.origin).get('/about/federation');
      return text.includes('Very unkind') && text;
    });
    expect(hidden).not.toContain(mastodon.host);
    expect(hidden).toMatch(/127\*+\d/);
  });

  test('that is lifted brings its people back, without the follows', async () => {
    expect((await priya.post('/admin/rules/lift', { domain: mastodon.host })).status).toBe(303);
    expect(await rules()).toEqual([]);
    expect((await remotePage()).status).toBe(200);
    expect((await ruth.get(page)).text).toContain('And then?');
    expect((await liking()).status).toBe(202);
    expect(await followBetween(node.ctx.db, (await bobHere()).id, ruthId)).toBeNull();
    expect((await ruth.post(`/@bob@${mastodon.host}/follow`)).status).toBe(303);
    const actions = (
      await node.ctx.db.selectFrom('audit_entry').select('action').orderBy('id').execute()
    ).map((row) => row.action);
    expect(actions).toEqual(['domain-rule', 'domain-rule', 'domain-rule-lifted']);
  });

  test('about a narrower name stays when the wider one is lifted', async () => {
    await priya.post('/admin/rules/new', sent({ sure: 'yes' }));
    await priya.post('/admin/rules/new', sent({ domain: '127.0.0.1', sure: 'yes' }));
    await priya.post('/admin/rules/lift', { domain: '127.0.0.1' });
    expect((await bobHere()).state).toBe('suspended');
    await priya.post('/admin/rules/lift', { domain: mastodon.host });
    expect((await bobHere()).state).toBe('active');
  });

  test('that silences lets in and shows nothing by itself', async () => {
    await priya.post('/admin/rules/new', sent({ severity: 'silence' }));
    const account = await mastodon.search(`ruth@${node.ctx.host}`);
    await mastodon.send(
      bob,
      inbox,
      create(aReply(mastodon, bob, { account, uri: story.uri }, 'And after that?')),
    );
    const reply = await eventually('the second reply', () =>
      node.ctx.db
        .selectFrom('reply')
        .select('state')
        .where('html', 'like', '%after that%')
        .executeTakeFirst(),
    );
    // the first one was shown, which makes him known: only the rule makes this one wait
    expect(reply.state).toBe('held');
    await priya.post('/admin/rules/lift', { domain: mastodon.host });
  });
});
