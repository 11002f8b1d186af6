import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { followActor } from '../../server/actions/follow-actor.ts';
import { recheckWorks } from '../../server/actions/recheck-works.ts';
import { reportTry } from '../../server/actions/report-try.ts';
import { liftDomainRule, setDomainRule } from '../../server/actions/set-domain-rule.ts';
import { tryInput } from '../../server/domain/adaptation.ts';
import { domainRuleInput } from '../../server/domain/domain-rule.ts';
import { workByUri } from '../../server/store/works.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { type Mastodon, openMastodon } from '../support/mastodon.ts';
import type { Account } from '../support/mastodon-account.ts';
import { aPost, aReply, create, edit, remove } from '../support/mastodon-people.ts';
import type { Json, PeerActor } from '../support/peer-actor.ts';
import { signedIn, type Visitor } from '../support/visitor.ts';

const TOLD = {
  changed: 'Threes.',
  happened: 'They talked.',
  verdict: 'partly',
  lang: 'en',
  audience: 'everyone',
};

describe('a post of anybody, named by its address', () => {
  let pine: TestDistrict;
  let mastodon: Mastodon;
  let bob: PeerActor;
  let ruthId: string;
  let ruth: Visitor;
  let ruthThere: Account;

  beforeAll(async () => {
    [pine, mastodon] = await Promise.all([openDistrict(), openMastodon()]);
    ruthId = await aTeacher(pine.ctx, 'ruth');
    ruth = await signedIn(pine.origin, 'ruth');
    bob = mastodon.actor('bob');
    ruthThere = await mastodon.search(`ruth@${pine.ctx.host}`);
  });
  afterAll(async () => {
    await Promise.all([pine?.stop(), mastodon?.close()]);
  });

  const asked = (path: string, of: string) => ruth.get(`${path}?of=${encodeURIComponent(of)}`);
  const kept = (uri: string) => workByUri(pine.ctx.db, uri);
  const send = async (activity: Json) =>
    expect((await mastodon.send(bob, ruthThere.inbox, activity)).status).toBe(202);
  /** A post by Bob that Ruth tried. */
  const tried = async (text: string) => {
    const note = aPost(mastodon, bob, `<p>${text}</p>`);
    await pine.ctx.lookup.object(note.id);
    const attempt = await reportTry(
      pine.ctx,
      ruthId,
      note.id,
      tryInput.parse({ happened: 'Yes.', verdict: 'worked' }),
    );
    return { note, attempt, page: `/r/${(await kept(note.id))?.id}` };
  };

  test('can be tried, and its author gets the try as a reply in the thread', async () => {
    const words =
      'Give them three wrong answers and let them argue which is the least wrong, before you say a thing';
    const note = aPost(mastodon, bob, `<p>@ruth ${words}.</p><script>alert(1)</script>`);
    const form = await asked('/write/tried', note.url);
    expect([form.status, form.text.includes('Send it</button>')]).toEqual([200, true]);
    expect(await kept(note.id)).toMatchObject({
      kind: 'article',
      title: 'Give them three wrong answers and let them argue which is the least wrong,…',
      gist: '',
      html: `<p>@ruth ${words}.</p>`,
      host: mastodon.host,
    });
    const sent = await ruth.post('/write/tried', { ...TOLD, of: note.id });
    expect(sent.location).toMatch(/^\/r\/\w+#try-/);
    const status = await eventually('the reply there', async () =>
      [...mastodon.statuses.values()].find(({ inReplyTo }) => inReplyTo === note.id),
    );
    expect(status.mentions).toEqual([bob.uri]);
    expect(status.lines.join(' ')).toContain('I tried “Give them three wrong answers');
    const { text } = await ruth.get(sent.location);
    for (const shown of [words, 'They talked.', 'Threes.']) expect(text).toContain(shown);
  });

  test('told of to colleagues alone, its author is not said to have got it', async () => {
    const note = aPost(mastodon, bob, '<p>Whispered rehearsal.</p>');
    await asked('/write/tried', note.url);
    const sent = await ruth.post('/write/tried', { ...TOLD, of: note.id, audience: 'district' });
    const { text } = await ruth.get(sent.location);
    expect(text).toContain('It does not leave the district, so');
    expect(text).toContain('was not sent it.');
    expect(text).not.toContain('Sent to');
  });

  test('can be planned by its address, and without one the page asks for it', async () => {
    const note = aPost(mastodon, bob, '<p>Cold call with a kind voice.</p>');
    expect((await ruth.get('/tries/plan')).text).toContain('What are you going to try?');
    const form = await asked('/tries/plan', note.url);
    expect(form.text).toContain('Cold call with a kind voice.');
    expect((await ruth.post('/tries/plan', { of: note.id, plannedFor: '', word: '' })).status).toBe(303);
    expect((await ruth.get('/tries')).text).toContain('Cold call with a kind voice.');
  });

  test('can be built on and answered, and stands in the lineage of what grew from it', async () => {
    const note = aPost(mastodon, bob, '<p>Exit tickets, but drawn.</p>');
    const story = await publish(pine.ctx, ruthId, aStory({ title: 'Drawn', builtOn: [{ uri: note.id }] }));
    await pine.ctx.lookup.object(note.url);
    const page = await ruth.get(new URL(story.url).pathname);
    expect(page.text).toMatch(/Built on <span><a href="\/r\/\w+">Exit tickets, but drawn\.<\/a>/);
    const { id } = (await kept(note.id)) ?? {};
    await ruth.post(`/works/${id}/reply`, { text: 'In colour?', lang: 'en' });
    const answer = await eventually('the answer there', async () =>
      [...mastodon.statuses.values()].find((one) => one.inReplyTo === note.id),
    );
    expect(answer.lines.join(' ')).toContain('In colour?');
  });

  test('is in no list of stories: not at home, not where one searches, not under its tag, not on its author’s page', async () => {
    const note = aPost(mastodon, bob, '<p>Zebra questions in pairs.</p>', {
      tag: [{ type: 'Hashtag', name: '#zebraday', href: `${mastodon.origin}/tags/zebraday` }],
    });
    const found = await pine.ctx.lookup.object(note.id);
    await followActor(pine.ctx, ruthId, await pine.ctx.lookup.actor(bob.uri));
    await pine.ctx.db
      .updateTable('follow')
      .set({ state: 'accepted' })
      .where('follower_id', '=', ruthId)
      .execute();
    for (const path of [
      '/',
      '/search?q=zebra',
      '/tags/zebraday',
      `/@bob@${mastodon.host}`,
      '/write/tried',
      '/tries/plan',
    ])
      expect([path, (await ruth.get(path)).text.includes('Zebra questions')]).toEqual([path, false]);
    expect((await ruth.get(`/r/${found.id}`)).text).toContain('Zebra questions');
    await pine.ctx.db.deleteFrom('follow').where('follower_id', '=', ruthId).execute();
  });

  test('its edit is followed from then on, an older one is not', async () => {
    const { note, page } = await tried('Think, pair, share.');
    const better = edit(note, '<p>Think, pair, square.</p>');
    await send(better);
    await eventually('the edit', async () => (await kept(note.id))?.title === 'Think, pair, square.');
    expect((await ruth.get(page)).text).toContain('Think, pair, square.');
    const late = edit(note, '<p>Older.</p>');
    await send({ ...late, id: `${late.id}-late` });
    const outcome = await eventually('its outcome', async () =>
      pine.ctx.db
        .selectFrom('inbox_activity')
        .select('outcome')
        .where('uri', '=', `${late.id}-late`)
        .where('outcome', 'is not', null)
        .executeTakeFirst(),
    );
    expect(outcome).toEqual({ outcome: 'older' });
  });

  test('taken back, its words go everywhere and stay away; the try stays', async () => {
    const { note, attempt, page } = await tried('A word to be taken back.');
    await send(remove(note));
    await eventually('it is gone', async () => (await kept(note.id))?.state === 'purged');
    const row = await pine.ctx.db
      .selectFrom('work')
      .selectAll()
      .where('uri', '=', note.id)
      .executeTakeFirst();
    expect(JSON.stringify(row)).not.toContain('taken back.');
    expect((await ruth.get(page)).status).toBe(410);
    expect((await ruth.get(`/@ruth/tries/${attempt.id}`)).status).toBe(200);
    await send({ ...create(note), id: `${note.id}/again` });
    await expect(pine.ctx.lookup.object(note.id)).rejects.toMatchObject({ kind: 'not-found' });
    expect((await kept(note.id))?.title).toBe('');
  });

  test('is asked for again once a week: newer words are taken, and one that is gone is dropped', async () => {
    const edited = aPost(mastodon, bob, '<p>As it was.</p>');
    const gone = aPost(mastodon, bob, '<p>Gone without a word.</p>');
    for (const { id } of [edited, gone]) await pine.ctx.lookup.object(id);
    mastodon.serve(edited.id, edit(edited, '<p>As it is now.</p>').object);
    mastodon.documents.delete(new URL(gone.id).pathname);
    const later = { now: () => new Date(Date.now() + 8 * 86_400_000) };
    // in a week its server has long had its rest from being asked
    await pine.ctx.db.deleteFrom('backfill_pace').execute();
    expect(await recheckWorks({ ...pine.ctx, clock: later })).toBe(1);
    expect(await kept(edited.id)).toMatchObject({ state: 'published', title: 'As it is now.' });
    expect(await kept(gone.id)).toMatchObject({ state: 'purged', title: '' });
  });

  test('of somebody who is followed it is on their profile too, and edited and taken back in both places', async () => {
    await followActor(pine.ctx, ruthId, await pine.ctx.lookup.actor(bob.uri));
    await pine.ctx.db
      .updateTable('follow')
      .set({ state: 'accepted' })
      .where('follower_id', '=', ruthId)
      .execute();
    const note = aPost(mastodon, bob, '<p>Both places.</p>');
    await send(create(note));
    const profile = async () => (await ruth.get(`/@bob@${mastodon.host}`)).text;
    await eventually('on the profile', async () => (await profile()).includes('Both places.'));
    await pine.ctx.lookup.object(note.id);
    await send(edit(note, '<p>Twice.</p>'));
    await eventually('the edit', async () => (await kept(note.id))?.title === 'Twice.');
    expect(await profile()).toContain('Twice.');
    await send(remove(note));
    await eventually('it is gone', async () => (await kept(note.id))?.state === 'purged');
    expect(await profile()).not.toContain('Twice.');
    await pine.ctx.db.deleteFrom('follow').where('follower_id', '=', ruthId).execute();
  });

  test('that is not public, is a poll, is another’s or on a blocked server is refused, and nothing is kept', async () => {
    const poll = { type: 'Question', oneOf: [{ type: 'Note', name: 'Yes' }] };
    const elsewhere = 'https://elsewhere.example/users/eve';
    const refused = [
      aPost(mastodon, bob, '<p>Followers.</p>', { to: [bob.followers], cc: [] }),
      aPost(mastodon, bob, '<p>Direct.</p>', { to: [ruthThere.uri], cc: [] }),
      aPost(mastodon, bob, '<p>Poll.</p>', poll),
      aPost(mastodon, bob, '<p>Hers.</p>', { attributedTo: elsewhere }),
    ];
    for (const note of refused) {
      const answer = await asked('/write/tried', note.id);
      expect([answer.status, answer.text.includes('Nothing that can be tried was found')]).toEqual([
        422,
        true,
      ]);
      expect(await kept(note.id)).toBeNull();
    }
    const fine = aPost(mastodon, bob, '<p>Fine.</p>');
    const admin = await aTeacher(pine.ctx, 'priya', { role: 'admin' });
    await setDomainRule(pine.ctx, admin, domainRuleInput.parse({ domain: '127.0.0.1', severity: 'suspend' }));
    expect((await asked('/write/tried', fine.id)).status).toBe(422);
    expect(await kept(fine.id)).toBeNull();
    await liftDomainRule(pine.ctx, admin, '127.0.0.1');
  });

  test('what is said under something of ours leads to that, and so do the pages of ours', async () => {
    const story = await publish(pine.ctx, ruthId, aStory({ title: 'Spoken under' }));
    const marcus = await aTeacher(pine.ctx, 'marcus');
    const reply = aReply(mastodon, bob, { account: ruthThere, uri: story.uri }, 'I did it on Friday.');
    mastodon.serve(reply.url, { '@context': 'https://www.w3.org/ns/activitystreams', ...reply });
    for (const address of [reply.id, reply.url]) {
      const answer = await asked('/write/tried', address);
      expect([answer.status, answer.text.includes('Spoken under')]).toEqual([200, true]);
    }
    expect(await kept(reply.id)).toBeNull();
    const told = tryInput.parse({ happened: 'Mine.', verdict: 'worked' });
    const attempt = await reportTry(pine.ctx, marcus, story.uri, told);
    for (const address of [attempt.uri, attempt.url]) {
      const answer = await asked('/write/tried', address);
      expect([answer.status, answer.text.includes('Send it back to Marcus')]).toEqual([200, true]);
    }
    const { note, page } = await tried('Read here first.');
    const here = await asked('/write/tried', `${pine.origin}${page}`);
    expect(here.text).toContain('Read here first.');
    expect(here.text).toContain(`value="${note.id}"`);
  });
});
