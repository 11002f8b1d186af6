import { createPublicKey } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { reportTry } from '../../server/actions/report-try.ts';
import { tryInput } from '../../server/domain/adaptation.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { type Mastodon, openMastodon } from '../support/mastodon.ts';
import type { Json } from '../support/peer-actor.ts';
import { expandSafely } from '../support/wire-json-ld.ts';
import { expectGoodShape } from '../support/wire-shape.ts';

const AP = 'application/activity+json; charset=utf-8';

describe('the actors of a node', () => {
  let pine: TestDistrict;
  let mastodon: Mastodon;
  let ruth: string;
  const uris: Record<'ruth' | 'district' | 'instance', string> = { ruth: '', district: '', instance: '' };

  beforeAll(async () => {
    [pine, mastodon] = await Promise.all([openDistrict(), openMastodon()]);
    ruth = await aTeacher(pine.ctx, 'ruth', { bio: 'Chemistry & wonder.' });
    uris.ruth = `${pine.origin}/ap/actors/${ruth}`;
    uris.district = (await mastodon.search(`pinehollow@${pine.ctx.host}`)).uri;
    uris.instance = `${pine.origin}/ap/actor`;
  });

  afterAll(async () => {
    await pine?.stop();
    await mastodon?.close();
  });

  const json = async (address: string) => (await (await mastodon.get(address)).json()) as Json;
  const all = () => Promise.all(Object.values(uris).map(json));

  test('are served at their ids, without redirect, to both ways of asking', async () => {
    for (const uri of Object.values(uris)) {
      for (const accept of [
        'application/activity+json',
        'application/ld+json; profile="https://www.w3.org/ns/activitystreams"',
      ]) {
        const answer = await mastodon.get(uri, accept);
        expect([uri, answer.status, answer.headers.get('content-type')]).toEqual([uri, 200, AP]);
        expect(answer.headers.get('vary')).toMatch(/\bAccept\b/);
        expect(answer.headers.get('access-control-allow-origin')).toBe('*');
        expect((await answer.json()).id).toBe(uri);
      }
    }
  });

  test('have the shape that every server takes', async () => {
    for (const actor of await all()) {
      expectGoodShape(actor);
      await expandSafely(actor);
    }
  });

  test('are a person, an organization and an application', async () => {
    const [person, district, instance] = await all();
    expect(person).toMatchObject({
      type: 'Person',
      preferredUsername: 'ruth',
      name: 'Ruth',
      summary: '<p>Chemistry &#38; wonder.</p>',
      url: `${pine.origin}/@ruth`,
      manuallyApprovesFollowers: false,
      'tp:label': 'teacher',
      'tp:subjects': ['sciences'],
      'tp:ages': '15-16',
    });
    expect(district).toMatchObject({
      type: 'Organization',
      preferredUsername: 'pinehollow',
      name: 'Pine Hollow',
      url: `${pine.origin}/district`,
    });
    expect(instance).toMatchObject({
      type: 'Application',
      preferredUsername: pine.ctx.host,
      webfinger: `${pine.ctx.host}@${pine.ctx.host}`,
      manuallyApprovesFollowers: true,
    });
    expect(instance).not.toHaveProperty('featured');
    for (const actor of [person, district, instance])
      expect(actor?.attributionDomains).toEqual([pine.ctx.host]);
  });

  test('have keys of RSA 2048, each their own', async () => {
    const pems = (await all()).map((actor) => actor.publicKey.publicKeyPem as string);
    expect(new Set(pems).size).toBe(3);
    for (const pem of pems) {
      expect(pem).toMatch(/^-----BEGIN PUBLIC KEY-----\n/);
      const key = createPublicKey(pem);
      expect([key.asymmetricKeyType, key.asymmetricKeyDetails?.modulusLength]).toEqual(['rsa', 2048]);
    }
  });

  test('are taken by a Mastodon-shaped server, round trip and all', async () => {
    const person = await mastodon.search(`ruth@${pine.ctx.host}`);
    expect(person).toMatchObject({ discoverable: true, indexable: true, locked: false, suspended: false });
    // profile fields: a list of at least one, links to ourselves as `rel="me"`
    expect(person.fields.map((field) => field.name)).toEqual(['Teaches', 'Students', 'Pine Hollow']);
    expect(person.fields.at(-1)?.value).toBe(
      `<a href="${pine.origin}/district" rel="me nofollow noopener">${pine.origin}/district</a>`,
    );
    expect(await mastodon.search(`${pine.ctx.host}@${pine.ctx.host}`)).toMatchObject({
      uri: uris.instance,
      locked: true,
    });
    // an authorized fetch by the node needs that round trip: it is believed
    const bob = mastodon.actor('bob');
    expect((await pine.ctx.lookup.actor(bob.uri)).handle).toBe('bob');
    expect(mastodon.refused).toEqual([]);
    expect(mastodon.requests).toContain('GET /users/bob');
  });

  test('somebody who does not wish to be found says so in every flag', async () => {
    const shy = await aTeacher(pine.ctx, 'shy');
    await pine.ctx.db
      .updateTable('actor')
      .set({ discoverable: false, indexable: false })
      .where('id', '=', shy)
      .execute();
    const actor = await json(`${pine.origin}/ap/actors/${shy}`);
    expect(actor).toMatchObject({ discoverable: false, indexable: false });
    expect(actor).not.toHaveProperty('interactionPolicy');
  });

  test('followers and following are counted and not shown', async () => {
    const bob = mastodon.actor('bea');
    await mastodon.follow(bob, await mastodon.search(`ruth@${pine.ctx.host}`));
    for (const name of ['followers', 'following']) {
      const collection = await json(`${uris.ruth}/${name}`);
      expect(Object.keys(collection).sort()).toEqual(['@context', 'id', 'totalItems', 'type']);
      expect(collection).toMatchObject({
        id: `${uris.ruth}/${name}`,
        type: 'OrderedCollection',
        totalItems: expect.any(Number),
      });
    }
  });

  test('the outbox holds what is public, newest first, in pages', async () => {
    const writer = await aTeacher(pine.ctx, 'writer');
    const outbox = `${pine.origin}/ap/actors/${writer}/outbox`;
    expect(await json(outbox)).toMatchObject({
      type: 'OrderedCollection',
      totalItems: 0,
      first: `${outbox}?page=first`,
    });
    const stories: string[] = [];
    for (let n = 0; n < 21; n += 1)
      stories.push((await publish(pine.ctx, writer, aStory({ title: `Story ${n}` }))).uri);
    await publish(pine.ctx, writer, aStory({ title: 'Inside', audience: 'district' }));
    const attempt = await reportTry(
      pine.ctx,
      writer,
      stories[0] as string,
      tryInput.parse({ happened: 'Well.', verdict: 'worked' }),
    );
    const everything = [attempt.uri, ...stories.reverse()];
    const seen: Json[] = [];
    let page: Json = await json(outbox);
    expect(page.totalItems).toBe(22);
    for (let next = page.first; next; next = page.next) {
      page = await json(next);
      expectGoodShape({ ...page, orderedItems: [] });
      expect(page).toMatchObject({ id: next, type: 'OrderedCollectionPage', partOf: outbox });
      expect(page.orderedItems.length).toBeLessThanOrEqual(20);
      seen.push(...page.orderedItems);
    }
    expect(seen.map((activity) => [activity.type, activity.object.id])).toEqual(
      everything.map((uri) => ['Create', uri]),
    );
    for (const activity of seen) expectGoodShape({ '@context': page['@context'], ...activity });
  });

  test('featured shows a newcomer the works that were tried most, as addresses', async () => {
    const writer = await aTeacher(pine.ctx, 'featured');
    const works: { uri: string }[] = [];
    for (let n = 0; n < 12; n += 1)
      works.push(await publish(pine.ctx, writer, aStory({ title: `Work ${n}` })));
    await publish(pine.ctx, writer, aStory({ audience: 'district' }));
    await reportTry(
      pine.ctx,
      ruth,
      works[0]?.uri as string,
      tryInput.parse({ happened: 'Well.', verdict: 'worked' }),
    );
    const account = await mastodon.search(`featured@${pine.ctx.host}`);
    const pinned = await eventually('the tried one first', async () => {
      const now = await mastodon.pinned(account);
      return now[0] === works[0]?.uri && now;
    });
    expect(pinned).toHaveLength(10);
    expect(await json(account.featuredUrl)).toMatchObject({
      type: 'OrderedCollection',
      totalItems: 10,
      orderedItems: pinned,
    });
  });

  test('the district’s outbox holds its boosts', async () => {
    const { uri } = await publish(pine.ctx, ruth, aStory({ title: 'Boosted' }));
    const page = await json(`${uris.district}/outbox?page=first`);
    expect(page.orderedItems[0]).toMatchObject({ type: 'Announce', actor: uris.district, object: uri });
    expect(await json(`${uris.district}/outbox`)).toMatchObject({ totalItems: page.orderedItems.length });
  });

  test('nothing else is there: unknown actors, collections and pages are 404', async () => {
    for (const path of [
      '/ap/actors/nobody',
      '/ap/actors/%00',
      `/ap/actors/${ruth}/likes`,
      '/ap/actors/01jd5xw0000000000000000000/outbox',
      '/ap/objects/%00',
      '/ap/objects/01jd5xw0000000000000000000',
      '/ap/anything',
      '/@nobody',
      '/@ruth/no-such-story',
      '/@ruth/tries/%00',
      '/@ruth/%00',
      `/ap/actors/${ruth}/outbox?page=%00`,
      `/ap/actors/${ruth}/outbox?page=second`,
    ])
      expect([path, (await mastodon.get(pine.origin + path)).status]).toEqual([path, 404]);
  });
});
