import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { editStory } from '../../server/actions/edit-story.ts';
import { reportTry } from '../../server/actions/report-try.ts';
import { sweep } from '../../server/actions/sweep.ts';
import { tryHostAgain } from '../../server/actions/try-host-again.ts';
import { tryInput } from '../../server/domain/adaptation.ts';
import { GRACE_DAYS } from '../../server/domain/taken-back.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { openPeer, type Peer } from '../support/peer.ts';
import { READ_THROUGH } from '../support/read-through.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

describe('where a take-back has got to', () => {
  let pine: TestDistrict;
  let near: Peer;
  let silent: Peer;
  let ruth: string;
  let marcus: string;
  let priya: string;
  let author: Visitor;

  beforeAll(async () => {
    [pine, near, silent] = await Promise.all([openDistrict(), openPeer(), openPeer()]);
    ruth = await aTeacher(pine.ctx, 'ruth');
    marcus = await aTeacher(pine.ctx, 'marcus');
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
    await readBy([near, silent], work.uri, `How: ${word}`);
    return work;
  }

  async function readBy(servers: Peer[], uri: string, word: string): Promise<void> {
    for (const answer of await Promise.all(servers.map((server) => server.get(uri))))
      expect(await answer.text()).toContain(word);
    await eventually('they are noted', async () => {
      const readers = await pine.ctx.db
        .selectFrom('object_reader')
        .select('host')
        .where('object_uri', '=', uri)
        .execute();
      return readers.length === servers.length;
    });
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
      return (
        text.includes('Asked 2 servers. One has said yes, one has not.') &&
        !text.includes('is being asked now') &&
        text
      );
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

  test('a server that was not reached for yet is not accused', async () => {
    const work = await fetched('zyet');
    silent.answer = () => 503;
    await author.post(`/write/story/${work.id}/take-back`, { reason: 'mistake' });
    const { db } = pine.ctx;
    await eventually('it has not answered', async () =>
      (await author.get(progressOf(work.id))).text.includes('is not answering'),
    );
    await db
      .updateTable('delivery')
      .set({ attempts: 0, last_status: null, last_error: null, next_at: new Date('2100-01-01') })
      .where('host', '=', silent.host)
      .where('state', '=', 'waiting')
      .execute();
    const { text } = await author.get(progressOf(work.id));
    expect(text).toContain('is being asked now.');
    expect(text).not.toContain('is not answering');
    expect(text).not.toContain('A letter to its administrator');
    silent.answer = null;
    await tryHostAgain(pine.ctx, priya, silent.host);
    await eventually('both said yes', async () =>
      (await author.get(progressOf(work.id))).text.includes('2 have said yes.'),
    );
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

  test('pressed twice at once it begins again as one draft; when that is thrown away it can begin once more', async () => {
    const work = await fetched('ztwice');
    await author.post(`/write/story/${work.id}/take-back`, { reason: 'changed-mind' });
    const press = () => author.post(`/write/story/${work.id}/bring-back`);
    const [one, two] = await Promise.all([press(), press()]);
    expect([one.status, two.location]).toEqual([303, one.location]);
    const drafts = () =>
      pine.ctx.db
        .selectFrom('work')
        .select('id')
        .where('title', '=', 'About ztwice')
        .where('state', '=', 'draft')
        .execute();
    expect(await drafts()).toHaveLength(1);
    await author.post(`${one.location}/discard`);
    expect(await drafts()).toEqual([]);
    expect((await press()).location).not.toBe(one.location);
    expect(await drafts()).toHaveLength(1);
  });

  test('what was taken back without hurry can be made urgent: nothing is kept, nobody is asked twice', async () => {
    const work = await fetched('zurgent');
    const told = tryInput.parse({ changed: 'Pairs.', happened: 'They spoke.', verdict: 'worked' });
    const attempt = await reportTry(pine.ctx, marcus, work.uri, told);
    const second = await reportTry(pine.ctx, priya, attempt.uri, { ...told, audience: 'district' });
    await readBy([near], attempt.uri, 'About zurgent');
    await author.post(`/write/story/${work.id}/take-back`, { reason: 'changed-mind' });
    const page = (await author.get(progressOf(work.id))).text;
    expect(page).toContain('A student could be recognised: keep nothing');
    expect(page).toContain('Begin again as a new draft');
    await eventually('both were asked', async () =>
      (await author.get(progressOf(work.id))).text.includes('Asked 2 servers. 2 have said yes.'),
    );
    const other = await signedIn(pine.origin, 'marcus');
    expect((await other.post(`/write/story/${work.id}/keep-nothing`)).status).toBe(404);
    expect(await rowsWith('zurgent')).toBeGreaterThan(0);
    expect(await author.post(`/write/story/${work.id}/keep-nothing`)).toMatchObject({
      status: 303,
      location: progressOf(work.id),
    });
    expect(await rowsWith('zurgent')).toBe(0);
    const after = (await author.get(progressOf(work.id))).text;
    expect(after).not.toContain('keep nothing');
    expect(after).not.toContain('Begin again as a new draft');
    expect((await author.post(`/write/story/${work.id}/bring-back`)).status).toBe(404);
    expect((await author.post(`/write/story/${work.id}/keep-nothing`)).status).toBe(404);

    // what was told back stays, without the title
    const tries = await pine.ctx.db.selectFrom('adaptation').selectAll().execute();
    const these = tries.filter(({ uri }) => uri === attempt.uri || uri === second.uri);
    expect(these).toHaveLength(2);
    for (const row of these) {
      expect(JSON.stringify(row)).not.toContain('About zurgent');
      expect(row).toMatchObject({ of_title: '', version: 2, state: 'published' });
      expect(row.html).toMatch(/^<p><strong>It worked here/);
    }
    const update = await eventually('the try without the title', async () =>
      near.of('Update').find(({ object }) => object.id === attempt.uri),
    );
    expect(JSON.stringify(update)).not.toContain('About zurgent');
    expect(near.of('Update').some(({ object }) => object.id === second.uri)).toBe(false);
    const deletes = near.of('Delete').filter(({ object }) => object.id === work.uri);
    expect(deletes).toHaveLength(1);
    const sent = await pine.ctx.db.selectFrom('outgoing_activity').select(['type', 'body']).execute();
    expect(sent.filter(({ body }) => body.includes('About zurgent'))).toEqual([]);
    const { text } = await new Visitor(pine.origin).get(new URL(attempt.url).pathname);
    expect(text).not.toContain('About zurgent');
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
