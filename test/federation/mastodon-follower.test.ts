import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { changeProfile } from '../../server/actions/change-profile.ts';
import { editStory } from '../../server/actions/edit-story.ts';
import { takeBackWork } from '../../server/actions/take-back-work.ts';
import { followCount } from '../../server/reads/wire-collections.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { type Mastodon, openMastodon, type Post } from '../support/mastodon.ts';
import type { Account } from '../support/mastodon-account.ts';
import type { Json, PeerActor } from '../support/peer-actor.ts';
import { READ_THROUGH } from '../support/read-through.ts';

describe('a Mastodon-shaped server', () => {
  let pine: TestDistrict;
  let mastodon: Mastodon;
  let ruth: string;
  let ruthThere: Account;
  /** follows Ruth */
  let bob: PeerActor;
  let bobsFollow: Json;

  beforeAll(async () => {
    [pine, mastodon] = await Promise.all([openDistrict(), openMastodon()]);
    ruth = await aTeacher(pine.ctx, 'ruth');
    bob = mastodon.actor('bob');
    ruthThere = await mastodon.search(`ruth@${pine.ctx.host}`);
  });

  afterAll(async () => {
    await pine?.stop();
    await mastodon?.close();
  });

  const seenBy = (reader: PeerActor, uri: string): Post[] =>
    mastodon.home(reader).filter((post) => post.status.uri === uri);
  const arrived = (uri: string) =>
    eventually(`${uri} in Bob’s timeline`, async () => seenBy(bob, uri)[0]?.status);

  test('finds a teacher by handle and follows her', async () => {
    expect(ruthThere).toMatchObject({ username: 'ruth', domain: pine.ctx.host, type: 'Person' });
    bobsFollow = await mastodon.follow(bob, ruthThere);
    await eventually('the Accept', async () => mastodon.following.get(bob.uri)?.has(ruthThere.uri));
    const [accept] = mastodon.of('Accept');
    const { '@context': _, ...asked } = bobsFollow;
    expect(accept?.object).toEqual({ ...asked, to: [ruthThere.uri] });
  });

  test('shows a follower title, gist and link, once', async () => {
    const story = aStory();
    const { uri, url } = await publish(pine.ctx, ruth, story);
    const status = await arrived(uri);
    const shown = url.replace(/^https?:\/\//, '');
    const cut = shown.length > 30 ? `${shown.slice(0, 30)}…` : shown;
    expect(status.lines).toEqual([story.title, `${story.gist}`, cut]);
    expect(status).toMatchObject({ spoiler: '', language: 'en', visibility: 'public', mayBeQuoted: false });
    expect(status).toMatchObject({ media: [], mentions: [], sensitive: false, editedAt: null, url });
    expect(status.tags).toEqual(['WaitTime', 'Sciences', 'QuestioningDiscussion']);
    expect(seenBy(bob, uri)).toHaveLength(1);
    expect(mastodon.of('Create').filter((one) => one.object.id === uri)).toHaveLength(1);
  });

  test('shows an edit, and that it is one', async () => {
    const { id, uri } = await publish(pine.ctx, ruth, aStory({ title: 'To be corrected' }));
    const before = await arrived(uri);
    await editStory(
      pine.ctx,
      ruth,
      id,
      aStory({ title: 'Corrected' }),
      'The class had 27 students.',
      READ_THROUGH,
    );
    const after = await eventually('the edit', async () => {
      const status = mastodon.statuses.get(uri);
      return status?.lines[0] === 'Corrected' && status;
    });
    expect(after.editedAt).not.toBeNull();
    expect(String(after.editedAt) > before.createdAt).toBe(true);
    expect(after.createdAt).toBe(before.createdAt);
    expect(seenBy(bob, uri)).toHaveLength(1);
  });

  test('two edits in the same second are both shown', async () => {
    const { id, uri } = await publish(pine.ctx, ruth, aStory({ title: 'First' }));
    await editStory(pine.ctx, ruth, id, aStory({ title: 'Second' }), '', READ_THROUGH);
    await editStory(pine.ctx, ruth, id, aStory({ title: 'Third' }), '', READ_THROUGH);
    await eventually('the last edit', async () => mastodon.statuses.get(uri)?.lines[0] === 'Third');
  });

  test('drops a story that is taken back, told once, and does not get it again', async () => {
    const { id, uri, url } = await publish(pine.ctx, ruth, aStory({ title: 'A mistake' }));
    await arrived(uri);
    await takeBackWork(pine.ctx, ruth, id, 'mistake');
    await eventually('the Delete', async () => mastodon.tombstones.has(uri));
    expect(seenBy(bob, uri)).toEqual([]);
    const deletes = mastodon.of('Delete').filter((one) => one.object.id === uri);
    expect(deletes).toHaveLength(1);
    expect(deletes[0]?.object).toMatchObject({ type: 'Tombstone', formerType: 'Article' });
    for (const address of [uri, url]) {
      const answer = await mastodon.get(address);
      expect(answer.status).toBe(410);
      expect(await answer.json()).toMatchObject({ id: uri, type: 'Tombstone', formerType: 'Article' });
    }
  });

  test('gets what the district boosts exactly once, and loses it with the take-back', async () => {
    const carol = mastodon.actor('carol');
    const district = await mastodon.search(`pinehollow@${pine.ctx.host}`);
    await mastodon.follow(carol, district);
    await eventually('the Accept', async () => mastodon.following.get(carol.uri)?.has(district.uri));
    const { id, uri } = await publish(pine.ctx, ruth, aStory({ title: 'Boosted' }));
    const post = await eventually('the boost', async () => seenBy(carol, uri)[0]);
    expect(post.boostedBy?.uri).toBe(district.uri);
    expect(post.status.lines[0]).toBe('Boosted');
    expect(mastodon.of('Announce').filter((one) => one.object === uri)).toHaveLength(1);
    await editStory(pine.ctx, ruth, id, aStory({ title: 'Boosted, edited' }), '', READ_THROUGH);
    await eventually('the edit', async () => seenBy(carol, uri)[0]?.status.lines[0] === 'Boosted, edited');
    expect(mastodon.of('Announce').filter((one) => one.object === uri)).toHaveLength(1);
    await takeBackWork(pine.ctx, ruth, id, 'mistake');
    await eventually('the Delete', async () => mastodon.tombstones.has(uri));
    await eventually('the Undo', async () => mastodon.of('Undo').some((one) => one.object.object === uri));
    expect(seenBy(carol, uri)).toEqual([]);
  });

  test('shows a changed profile with every line of it', async () => {
    await changeProfile(pine.ctx, ruth, {
      name: 'Ruth Adler',
      bio: 'Chemistry & wonder.',
      subjects: ['sciences', 'mathematics'],
      ageMin: 13,
      ageMax: 16,
    });
    const account = await eventually('the new name', async () => {
      const known = mastodon.accounts.get(ruthThere.uri);
      return known?.displayName === 'Ruth Adler' && known;
    });
    expect(account.fields.map((field) => field.name)).toEqual(['Teaches', 'Students', 'Pine Hollow']);
    expect(account.attributionDomains).toEqual([pine.ctx.host]);
    expect(account).toMatchObject({ discoverable: true, locked: false, suspended: false });
    const [update] = mastodon.of('Update').filter((one) => one.object.id === ruthThere.uri);
    expect(Array.isArray(update?.object.attachment)).toBe(true);
    const served = await (await mastodon.get(ruthThere.uri)).json();
    expect({ '@context': expect.anything(), ...update?.object }).toEqual(served);
  });

  test('hears nothing of what stays in the district', async () => {
    const inside = await publish(pine.ctx, ruth, aStory({ title: 'Among us', audience: 'district' }));
    const { uri } = await publish(pine.ctx, ruth, aStory({ title: 'For everyone' }));
    await arrived(uri);
    expect(mastodon.seen.some((one) => one.body.includes(inside.uri) || one.body.includes('Among us'))).toBe(
      false,
    );
    const missing = await mastodon.get(`${pine.origin}/ap/objects/01jd5xw0000000000000000000`);
    for (const address of [
      inside.uri,
      `${inside.uri}/activities/create`,
      `${inside.uri}/replies`,
      inside.url,
    ]) {
      const answer = await mastodon.get(address);
      expect(answer.status).toBe(404);
      // the same as for what never was
      expect(await answer.text()).toBe(await missing.clone().text());
    }
  });

  test('hears nothing more after an Undo of its follow', async () => {
    await mastodon.unfollow(bob, bobsFollow);
    await eventually('nobody follows', async () => (await followCount(pine.ctx.db, ruth, 'followers')) === 0);
    const { uri } = await publish(pine.ctx, ruth, aStory({ title: 'Unheard' }));
    // Carol still follows the district: when its boost has come, everything has
    await eventually('the boost', async () => mastodon.of('Announce').some((one) => one.object === uri));
    expect(mastodon.of('Create').some((one) => one.object.id === uri)).toBe(false);
  });

  test('believed every signature', () => {
    expect(mastodon.refused).toEqual([]);
  });
});
