import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { editStory } from '../../server/actions/edit-story.ts';
import { reportTry } from '../../server/actions/report-try.ts';
import { writeReply } from '../../server/actions/write-reply.ts';
import { tryInput } from '../../server/domain/adaptation.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { type Mastodon, openMastodon } from '../support/mastodon.ts';
import { AP_ACCEPT } from '../support/peer.ts';
import type { Json } from '../support/peer-actor.ts';
import { READ_THROUGH } from '../support/read-through.ts';

describe('what is pushed is what is served', () => {
  let pine: TestDistrict;
  let mastodon: Mastodon;
  let ruth: string;

  beforeAll(async () => {
    [pine, mastodon] = await Promise.all([openDistrict(), openMastodon()]);
    ruth = await aTeacher(pine.ctx, 'ruth');
    await aTeacher(pine.ctx, 'sam');
    const bob = mastodon.actor('bob');
    const accounts = [
      await mastodon.search(`ruth@${pine.ctx.host}`),
      await mastodon.search(`sam@${pine.ctx.host}`),
    ];
    for (const account of accounts) await mastodon.follow(bob, account);
    await eventually('both Accepts', async () => mastodon.following.get(bob.uri)?.size === 2);
  });

  afterAll(async () => {
    await pine?.stop();
    await mastodon?.close();
  });

  const pushed = (type: string, uri: string) =>
    eventually(`${type} of ${uri}`, async () => mastodon.of(type).find((one) => one.object.id === uri));
  const served = async (address: string) => (await (await mastodon.get(address)).json()) as Json;

  /** The pushed object, the served one without what belongs to serving, and the contexts of both. */
  async function expectSame(type: string, uri: string): Promise<Json> {
    const activity = await pushed(type, uri);
    const { '@context': context, replies, ...object } = await served(uri);
    expect(activity.object).toEqual(object);
    expect(activity['@context']).toEqual(context);
    expect(replies).toMatchObject({
      id: `${uri}/replies`,
      type: 'Collection',
      first: { type: 'CollectionPage', items: [] },
    });
    expect(activity.object).not.toHaveProperty('replies');
    expect(activity.object).not.toHaveProperty('@context');
    return object;
  }

  test('a story', async () => {
    const { uri, url } = await publish(pine.ctx, ruth);
    const object = await expectSame('Create', uri);
    expect(object).toMatchObject({ id: uri, type: 'Article', url });
    expect(object).not.toHaveProperty('updated');
  });

  test('an edited story', async () => {
    const { id, uri } = await publish(pine.ctx, ruth);
    await pushed('Create', uri);
    await editStory(pine.ctx, ruth, id, aStory({ title: 'Changed' }), 'Shorter.', READ_THROUGH);
    const object = await expectSame('Update', uri);
    expect(object).toMatchObject({ name: 'Changed', 'tp:version': 2, 'tp:changeNote': 'Shorter.' });
    expect(object.updated > object.published).toBe(true);
  });

  test('a try and a reply', async () => {
    const { uri } = await publish(pine.ctx, ruth);
    const sam = (await pine.ctx.lookup.actor(`@sam@${pine.ctx.host}`)).id;
    const attempt = await reportTry(
      pine.ctx,
      sam,
      uri,
      tryInput.parse({ happened: 'They spoke.', verdict: 'worked' }),
    );
    expect(await expectSame('Create', attempt.uri)).toMatchObject({
      type: 'Note',
      inReplyTo: uri,
      isBasedOn: uri,
    });
    const reply = await writeReply(pine.ctx, ruth, attempt.uri, { text: 'Thank you.', lang: 'en' });
    expect(await expectSame('Create', reply.uri)).toMatchObject({ type: 'Note', inReplyTo: attempt.uri });
  });

  test('an activity at its address has the object as it is now, never an older text', async () => {
    const { id, uri } = await publish(pine.ctx, ruth, aStory({ title: 'With a name in it' }));
    const create = await pushed('Create', uri);
    expect(await served(create.id)).toEqual(create);
    await editStory(pine.ctx, ruth, id, aStory({ title: 'Without' }), '', READ_THROUGH);
    const update = await pushed('Update', uri);
    expect(await served(create.id)).toEqual({ ...create, object: update.object });
    expect(JSON.stringify(await served(create.id))).not.toContain('With a name in it');
  });

  test('a page answers those who ask for ActivityPub with the bytes of the id', async () => {
    const { uri, url } = await publish(pine.ctx, ruth, aStory({ title: 'Schräge Wörter' }));
    const sam = (await pine.ctx.lookup.actor(`@sam@${pine.ctx.host}`)).id;
    const attempt = await reportTry(
      pine.ctx,
      sam,
      uri,
      tryInput.parse({ happened: 'They spoke.', verdict: 'worked' }),
    );
    const reply = await writeReply(pine.ctx, ruth, uri, { text: 'Ask me.', lang: 'en' });
    const ruthUri = `${pine.origin}/ap/actors/${ruth}`;
    const replyUrl = `${pine.origin}/@ruth/replies/${reply.id}`;
    for (const [page, id] of [
      [url, uri],
      [attempt.url, attempt.uri],
      [replyUrl, reply.uri],
      [`${pine.origin}/@ruth`, ruthUri],
    ]) {
      const [asPage, asId] = await Promise.all([mastodon.get(page as string), mastodon.get(id as string)]);
      expect(asPage.headers.get('content-type')).toBe('application/activity+json; charset=utf-8');
      expect(asPage.headers.get('vary')).toMatch(/\bAccept\b/);
      expect(Buffer.from(await asPage.arrayBuffer()).equals(Buffer.from(await asId.arrayBuffer()))).toBe(
        true,
      );
    }
  });

  test('a page answers everybody else with HTML', async () => {
    const { url } = await publish(pine.ctx, ruth);
    for (const accept of ['text/html,application/xhtml+xml,*/*;q=0.8', '*/*']) {
      const answer = await fetch(url, { headers: { accept } });
      expect([accept, answer.headers.get('content-type')]).toEqual([accept, 'text/html; charset=utf-8']);
      expect(answer.headers.get('vary')).toMatch(/\bAccept\b/);
    }
    for (const accept of [
      AP_ACCEPT,
      'application/ld+json; profile="https://www.w3.org/ns/activitystreams"',
      'application/activity+json, application/json;q=0.5, */*;q=0.1',
    ])
      expect((await fetch(url, { headers: { accept } })).headers.get('content-type')).toMatch(
        /^application\/activity\+json/,
      );
  });

  test('an answer that is known already is not sent again', async () => {
    const { uri } = await publish(pine.ctx, ruth);
    const first = await mastodon.get(uri);
    const etag = first.headers.get('etag') as string;
    const again = await fetch(uri, { headers: { accept: AP_ACCEPT, 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
  });
});
