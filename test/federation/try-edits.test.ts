import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { followActor } from '../../server/actions/follow-actor.ts';
import { followBetween } from '../../server/store/follows.ts';
import { workByUri } from '../../server/store/works.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { openPeer, type Peer } from '../support/peer.ts';
import { AS, type Json, type PeerActor } from '../support/peer-actor.ts';
import { signedIn, Visitor } from '../support/visitor.ts';
import { expectGoodShape } from '../support/wire-shape.ts';

const TOLD = { changed: 'We sang instead.', happened: 'They waited.', verdict: 'partly', lang: 'en' };

describe('a try that is told better', () => {
  let pine: TestDistrict;
  let koivu: TestDistrict;
  let peer: Peer;
  let bob: PeerActor;
  let marja: Visitor;
  let story: { uri: string; url: string };
  /** the path of the try at Koivuranta */
  let own: string;

  const at = async ({ origin }: TestDistrict, url: string): Promise<string> =>
    (await new Visitor(origin).get(new URL(url, origin).pathname)).text;
  const updates = () => peer.of('Update').filter((one) => one.object.type === 'Note');

  beforeAll(async () => {
    [pine, koivu, peer] = await Promise.all([
      openDistrict('Pine Hollow', 'pinehollow'),
      openDistrict('Koivuranta', 'koivuranta'),
      openPeer(),
    ]);
    const ruth = await aTeacher(pine.ctx, 'ruth');
    const id = await aTeacher(koivu.ctx, 'marja');
    marja = await signedIn(koivu.origin, 'marja');
    const found = await koivu.ctx.lookup.actor(`@ruth@${pine.ctx.host}`);
    await followActor(koivu.ctx, id, found);
    await eventually(
      'the follow is accepted',
      async () => (await followBetween(koivu.ctx.db, id, found.id))?.state === 'accepted',
    );
    bob = peer.actor('bob');
    const follow = {
      '@context': AS,
      id: `${bob.uri}#follow`,
      type: 'Follow',
      actor: bob.uri,
      object: `${koivu.origin}/ap/actors/${id}`,
    };
    await peer.send(bob, `${koivu.origin}/ap/inbox`, follow);
    await eventually('Bob follows Marja', async () => peer.of('Accept')[0]);
    story = await publish(pine.ctx, ruth, aStory({ title: 'Worth trying' }));
    await eventually('the story', () => workByUri(koivu.ctx.db, story.uri));
    const told = await marja.post('/write/tried', { ...TOLD, of: story.uri, audience: 'everyone' });
    own = `/write/tried/${told.location.split('#try-')[1]}/edit`;
    await eventually('the try below the story', async () => (await at(pine, story.url)).includes('We sang'));
    await eventually('the try at Bob’s server', async () => peer.of('Create')[0]);
    // Bob follows no longer: he has it all the same
    const { '@context': _, ...object } = follow;
    const undo = { ...follow, id: `${bob.uri}#undo`, type: 'Undo', object };
    await peer.send(bob, `${koivu.origin}/ap/inbox`, undo);
    await eventually(
      'nobody follows Marja',
      async () =>
        (await koivu.ctx.db.selectFrom('follow').select('uri').where('followed_id', '=', id).execute())
          .length === 0,
    );
  });
  afterAll(async () => {
    await Promise.all([pine?.stop(), koivu?.stop(), peer?.close()]);
  });

  test('reaches everybody who has it, and says when it was edited, here and where the story lives', async () => {
    expect(await at(pine, story.url)).not.toContain('edited');
    const answer = await marja.post(own, { ...TOLD, changed: 'We hummed.', verdict: 'worked' });
    expect(answer.status).toBe(303);
    const there = await eventually('the new words below the story', async () => {
      const text = await at(pine, story.url);
      return text.includes('We hummed.') && text;
    });
    expect(there).not.toContain('We sang instead.');
    expect(there).toMatch(/edited [\w ,]*\d/);
    expect(await at(koivu, answer.location)).toMatch(/edited [\w ,]*\d/);
    const ruthSees = await (await signedIn(pine.origin, 'ruth')).get(
      /href="(\/@marja@[^"]+)"/.exec(there)?.[1] ?? new URL(story.url).pathname,
    );
    expect(ruthSees.text).toContain('We hummed.');

    const update: Json = await eventually('the Update', async () => updates()[0]);
    expectGoodShape(update);
    expect(update.object).toMatchObject({
      inReplyTo: story.uri,
      'tp:kind': 'adaptation',
      'tp:version': 2,
      'tp:changed': 'We hummed.',
      'tp:verdict': 'worked',
    });
    const served = await (await peer.get(update.object.id)).json();
    const { '@context': _, replies: __, ...rest } = served;
    expect(update.object).toEqual(rest);
  });

  test('two changes in the same second are both taken; saved unchanged, nothing goes out', async () => {
    const count = updates().length;
    await marja.post(own, { ...TOLD, changed: 'Third.' });
    await marja.post(own, { ...TOLD, changed: 'Fourth.' });
    await marja.post(own, { ...TOLD, changed: 'Fourth.' });
    await eventually('the last words', async () => (await at(pine, story.url)).includes('Fourth.'));
    await eventually('both at Bob’s', async () => updates().length === count + 2);
    const rows = await koivu.ctx.db
      .selectFrom('outgoing_activity')
      .select('uri')
      .where('type', '=', 'Update')
      .where('object_uri', 'like', `${koivu.origin}/ap/objects/%`)
      .execute();
    expect(rows).toHaveLength(3);
  });

  test('that stays inside is not spoken of outside when it is edited', async () => {
    const inside = await marja.post('/write/tried', { ...TOLD, of: story.uri, audience: 'district' });
    const id = inside.location.split('#try-')[1];
    const count = updates().length;
    await marja.post(`/write/tried/${id}/edit`, {
      ...TOLD,
      changed: 'Among us, better.',
      audience: 'everyone',
    });
    expect((await marja.get(`/@marja/tries/${id}`)).text).toContain('Among us, better.');
    const events = await koivu.ctx.db
      .selectFrom('outgoing_event')
      .select('payload')
      .where('kind', '=', 'try-edited')
      .execute();
    expect(JSON.stringify(events)).not.toContain(id);
    expect(updates()).toHaveLength(count);
  });
});
