import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actorById } from '../../server/store/actors.ts';
import { theDistrict, updateDistrict } from '../../server/store/districts.ts';
import { avatarOf } from '../../server/store/photos.ts';
import { aTeacher } from '../support/district.ts';
import { openPhotoScene, type PhotoScene } from '../support/photo-scene.ts';
import { cameraPhoto, gif, metadataIn, pngOf } from '../support/photos.ts';
import { signedIn, type Visitor } from '../support/visitor.ts';

const GROWN_UPS = { people: 'adults', names: 'no' };

describe('pictures of people and of the district', () => {
  let scene: PhotoScene;
  let priya: Visitor;

  beforeAll(async () => {
    scene = await openPhotoScene();
    await aTeacher(scene.node.ctx, 'priya', { role: 'admin' });
    priya = await signedIn(scene.node.origin, 'priya');
  });
  afterAll(() => scene?.node.stop());

  const iconOf = async (id: string): Promise<string> =>
    new URL((await actorById(scene.node.ctx.db, id))?.iconUrl ?? 'x:').pathname;

  test('a teacher sets her picture: it stands beside her name, small in lists, without the words of the camera', async () => {
    const { at, anybody, ruth } = scene;
    expect((await at.get('/settings/you')).text).toContain('enctype="multipart/form-data"');
    const typed = { name: 'Ruth A.', bio: 'I wait.', ...GROWN_UPS, pictureAlt: 'Me, moving' };
    const wrong = await at.upload('/settings/you', await gif(), typed);
    expect(wrong.status).toBe(422);
    for (const words of ['This is a GIF.', 'value="Me, moving"', 'value="Ruth A."', 'I wait.</textarea>'])
      expect(wrong.text).toContain(words);
    const set = await at.upload('/settings/you', await cameraPhoto(), {
      ...typed,
      pictureAlt: 'A sand timer',
    });
    expect([set.status, set.location]).toEqual([303, '/settings/you']);
    const saved = (await at.get('/settings/you')).text;
    for (const words of [
      'The picture is set.',
      'value="Ruth A."',
      'I wait.</textarea>',
      'value="A sand timer"',
    ])
      expect(saved).toContain(words);
    const icon = await iconOf(ruth);
    const page = (await anybody.get('/@ruth')).text;
    expect(page).toContain(`<img class="avatar large" src="${icon}" alt`);
    for (const path of [icon, icon.replace('400', '120')]) {
      const answer = await fetch(scene.node.origin + path);
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([
        200,
        'public, max-age=300, s-maxage=60, must-revalidate',
      ]);
      expect(metadataIn(Buffer.from(await answer.arrayBuffer()))).toEqual([]);
    }
    // a wrong profile does not lose sight of it
    const profile = await at.post('/settings/you', { name: '' });
    expect([profile.status, profile.text.includes('A sand timer')]).toEqual([422, true]);
    expect((await at.post('/settings/you', { name: 'Ruth', removePicture: 'yes' })).status).toBe(303);
    expect((await anybody.get(icon)).status).toBe(404);
    expect((await anybody.get('/@ruth')).text).toContain('class="avatar tone-');
  });

  test.each([
    [{}, ['Choose who is in it.', 'Choose whether there are names in it.']],
    [{ people: 'anybody', names: 'no' }, ['Choose who is in it.']],
    [{ people: 'students', names: 'no', consent: 'yes' }, ['Your district lets no photo with students out.']],
    [{ people: 'none', names: 'yes' }, ['Choose one without names in it.']],
  ])('is asked who can be seen and whether names can be read, and %j is refused', async (said, problems) => {
    const { at, ruth } = scene;
    const before = await actorById(scene.node.ctx.db, ruth);
    const answer = await at.upload('/settings/you', await pngOf(300, 200), {
      ...said,
      name: 'Ruth and more',
      pictureAlt: 'A sand timer on a desk',
    });
    expect(answer.status).toBe(422);
    for (const problem of problems) expect(answer.text).toContain(problem);
    for (const words of ['A sand timer on a desk', 'value="Ruth and more"'])
      expect(answer.text).toContain(words);
    const after = await actorById(scene.node.ctx.db, ruth);
    expect([after?.iconUrl, after?.name]).toEqual([before?.iconUrl, before?.name]);
  });

  test('where the district lets photos of students out, consent must be on file', async () => {
    const { at, node, ruth } = scene;
    await updateDistrict(node.ctx.db, { photo_policy: 'with-consent' });
    const sent = { name: 'Ruth', people: 'students', names: 'no' };
    const send = async (more: Record<string, string>) =>
      at.upload('/settings/you', await pngOf(300, 200), { ...sent, ...more });
    expect((await send({})).status).toBe(422);
    expect((await send({ consent: 'yes' })).status).toBe(303);
    expect(await avatarOf(node.ctx.db, ruth)).toMatchObject({
      people: 'students',
      consent: true,
      names: 'no',
    });
    await updateDistrict(node.ctx.db, { photo_policy: 'no-students' });
  });

  test('a picture that is fine is not lost to a profile that is not, nor words to a picture that nobody chose', async () => {
    const { at, anybody, ruth } = scene;
    const half = await at.upload('/settings/you', await pngOf(300, 200), {
      ...GROWN_UPS,
      name: '',
      bio: 'Still here.',
    });
    expect(half.status).toBe(422);
    for (const words of ['Give your name.', 'The picture is set.', 'Still here.</textarea>'])
      expect(half.text).toContain(words);
    const icon = await iconOf(ruth);
    expect((await anybody.get(icon)).status).toBe(200);
    await at.upload('/settings/you', null, { name: 'Ruth', removePicture: 'yes' });
    const none = await at.upload('/settings/you', null, { name: 'Ruth', pictureAlt: 'Of what?' });
    expect([none.status, none.text.includes('Choose a photo first.')]).toEqual([422, true]);
    expect(none.text).toContain('value="Of what?"');
  });

  test('somebody who is not shown has no picture to show', async () => {
    const { at, anybody, ruth, node } = scene;
    await at.upload('/settings/you', await pngOf(300, 200), { ...GROWN_UPS, name: 'Ruth' });
    const icon = await iconOf(ruth);
    const put = (state: string) =>
      node.ctx.db.updateTable('actor').set({ state }).where('id', '=', ruth).execute();
    await put('suspended');
    expect((await anybody.get(icon)).status).toBe(404);
    await put('active');
    expect((await anybody.get(icon)).status).toBe(200);
  });

  test('the district’s picture and what holds for photos with students are for administrators', async () => {
    const { at, anybody, node } = scene;
    const settings = {
      districtName: 'Pine Hollow',
      languages: 'en',
      timezone: 'UTC',
      accent: 'spruce',
      federationMode: 'open',
    };
    for (const visitor of [at, anybody]) {
      const refused = await visitor.upload('/admin/district', await pngOf(300, 200), {
        ...settings,
        ...GROWN_UPS,
      });
      expect([303, 403, 404]).toContain(refused.status);
    }
    const district = await theDistrict(node.ctx.db);
    expect(district?.actor.iconUrl).toBeNull();
    const unsaid = await priya.upload('/admin/district', await pngOf(300, 200), settings);
    expect([unsaid.status, unsaid.text.includes('Choose who is in it.')]).toEqual([422, true]);
    const set = await priya.upload('/admin/district', await pngOf(300, 200), { ...settings, ...GROWN_UPS });
    expect(set.status).toBe(303);
    const icon = await iconOf(district?.actor.id ?? '');
    expect((await anybody.get('/district')).text).toContain(`src="${icon}"`);
    expect((await priya.post('/admin/district', { ...settings, removePicture: 'yes' })).status).toBe(303);
    expect((await anybody.get(icon)).status).toBe(404);

    expect((await priya.post('/admin/district', { ...settings, photoPolicy: 'with-consent' })).status).toBe(
      303,
    );
    expect((await theDistrict(node.ctx.db))?.photoPolicy).toBe('with-consent');
    expect((await priya.get('/admin/district')).text).toMatch(/value="with-consent" checked/);
    expect((await priya.post('/admin/district', { ...settings, photoPolicy: 'everything' })).status).toBe(
      422,
    );
    expect((await priya.post('/admin/district', settings)).status).toBe(303);
    expect((await theDistrict(node.ctx.db))?.photoPolicy).toBe('no-students');
  });
});
