import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { editStory } from '../../server/actions/edit-story.ts';
import { sweep } from '../../server/actions/sweep.ts';
import { tryHostAgain } from '../../server/actions/try-host-again.ts';
import { GRACE_DAYS } from '../../server/domain/taken-back.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { openPeer, type Peer } from '../support/peer.ts';
import { READ_THROUGH } from '../support/read-through.ts';
import { signedIn, type Visitor } from '../support/visitor.ts';

describe('where a take-back has got to', () => {
  let pine: TestDistrict;
  let near: Peer;
  let silent: Peer;
  let ruth: string;
  let priya: string;
  let author: Visitor;

  beforeAll(async () => {
    [pine, near, silent] = await Promise.all([openDistrict(), openPeer(), openPeer()]);
    ruth = await aTeacher(pine.ctx, 'ruth');
    await aTeacher(pine.ctx, 'marcus');
    priya = await aTeacher(pine.ctx, 'priya', { role: 'admin' });
    author = await signedIn(pine.origin, 'ruth');
  });

  afterAll(async () => {
    await Promise.all([pine?.stop(), near?.close(), silent?.close()]);
  });

  /** A story that both servers have fetched, with a word that stands nowhere else. */
  async function fetched(word: string) {
    const work = await publish(
      pine.ctx,
      ruth,
      aStory({ title: `About ${word}`, sections: [{ key: 'how', markdown: `How: ${word}` }] }),
    );
    await Promise.all([near.get(work.uri), silent.get(work.uri)]);
    await eventually('both are noted', async () => {
      const readers = await pine.ctx.db
        .selectFrom('object_reader')
        .select('host')
        .where('object_uri', '=', work.uri)
        .execute();
      return readers.length === 2;
    });
    return work;
  }

  const progressOf = (id: string) => `/write/story/${id}/take-back/progress`;
  const rowsWith = async (word: string): Promise<number> => {
    const { db } = pine.ctx;
    const [works, versions, sent] = await Promise.all([
      db.selectFrom('work').selectAll().execute(),
      db.selectFrom('work_version').selectAll().execute(),
      db.selectFrom('outgoing_activity').select('body').execute(),
    ]);
    // the address stays, so that it can answer 410
    const texts = works.map((work) => ({ ...work, slug: null, url: null }));
    return [...texts, ...versions, ...sent].filter((row) => JSON.stringify(row).includes(`How: ${word}`))
      .length;
  };

  test('an urgent one leaves no word of it here, and the page counts the servers that said yes', async () => {
    const work = await fetched('zquiet');
    silent.answer = () => 503;
    const sent = await author.post(`/write/story/${work.id}/take-back`, { reason: 'student' });
    expect(sent).toMatchObject({ status: 303, location: progressOf(work.id) });
    expect(await rowsWith('zquiet')).toBe(0);
    const page = await eventually('one yes, one silent', async () => {
      const { text } = await author.get(progressOf(work.id));
      return text.includes('Asked 2 servers. One has said yes, one has not.') && text;
    });
    expect(page).toContain(silent.host);
    expect(page).toContain('is not answering');
    expect(page).toContain(`Hello,\n\nI wrote something that your server ${silent.host} may still show`);
    expect(page).not.toContain('Begin again as a new draft');

    silent.answer = null;
    await tryHostAgain(pine.ctx, priya, silent.host);
    await eventually('both said yes', async () =>
      (await author.get(progressOf(work.id))).text.includes('Asked 2 servers. 2 have said yes.'),
    );
    expect(silent.of('Delete').filter(({ object }) => object.id === work.uri)).toHaveLength(1);
  });

  test('nobody else sees how it goes, not even an administrator', async () => {
    const work = await fetched('zelse');
    await author.post(`/write/story/${work.id}/take-back`, { reason: 'mistake' });
    for (const other of ['marcus', 'priya'])
      expect((await (await signedIn(pine.origin, other)).get(progressOf(work.id))).status).toBe(404);
  });

  test('what was taken back without hurry can begin again as a draft, under a new address', async () => {
    const work = await fetched('zagain');
    await author.post(`/write/story/${work.id}/take-back`, { reason: 'changed-mind' });
    expect((await author.get('/write')).text).toContain('About zagain');
    const back = await author.post(`/write/story/${work.id}/bring-back`);
    expect(back.status).toBe(303);
    expect(back.location).not.toContain(work.id);
    expect((await author.get(back.location)).text).toContain('How: zagain');
    expect((await author.get(work.uri.slice(pine.origin.length))).status).toBe(410);
  });

  test('after thirty days its text goes too', async () => {
    const work = await fetched('zlater');
    await author.post(`/write/story/${work.id}/take-back`, { reason: 'changed-mind' });
    const inDays = (days: number) => ({
      ...pine.ctx,
      clock: { now: () => new Date(Date.now() + days * 86_400_000) },
    });
    await sweep(inDays(GRACE_DAYS - 1));
    expect(await rowsWith('zlater')).toBeGreaterThan(0);
    await sweep(inDays(GRACE_DAYS + 1));
    await eventually('no word of it is left', async () => (await rowsWith('zlater')) === 0);
    author = await signedIn(pine.origin, 'ruth');
    expect((await author.post(`/write/story/${work.id}/bring-back`)).status).toBe(404);
  });

  test('narrowing asks the others to drop it and shows the same page', async () => {
    const work = await fetched('znarrow');
    author = await signedIn(pine.origin, 'ruth');
    expect((await author.get(progressOf(work.id))).status).toBe(404);
    const story = aStory({ title: 'About znarrow', audience: 'district' });
    await editStory(pine.ctx, ruth, work.id, story, '', READ_THROUGH);
    await eventually('both said yes', async () =>
      (await author.get(progressOf(work.id))).text.includes('Asked 2 servers. 2 have said yes.'),
    );
  });
});
