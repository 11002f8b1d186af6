import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { answerPhoto } from '../../server/actions/answer-photo.ts';
import { followActor } from '../../server/actions/follow-actor.ts';
import { publishStory } from '../../server/actions/publish-story.ts';
import { reportTry } from '../../server/actions/report-try.ts';
import { saveDraft } from '../../server/actions/save-draft.ts';
import { takeBackWork } from '../../server/actions/take-back-work.ts';
import { tryHostAgain } from '../../server/actions/try-host-again.ts';
import { tryInput } from '../../server/domain/adaptation.ts';
import { photoAnswers } from '../../server/domain/photo.ts';
import type { StoryInput } from '../../server/domain/work.ts';
import { followBetween } from '../../server/store/follows.ts';
import { photosOfWork } from '../../server/store/photos.ts';
import { workByUri } from '../../server/store/works.ts';
import { readStory } from '../../server/story-file.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { type Mastodon, openMastodon } from '../support/mastodon.ts';
import type { PeerActor } from '../support/peer-actor.ts';
import { ANSWERED, addressesOf, putPhoto } from '../support/photo-scene.ts';
import { jpegOf } from '../support/photos.ts';
import { READ_THROUGH } from '../support/read-through.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

/** A = Pine Hollow, B = Koivuranta, M = a server that does what Mastodon does. Sam on M and Marja on B follow Ruth on A. */
describe('a story, in the world and back', () => {
  let a: TestDistrict;
  let b: TestDistrict;
  let m: Mastodon;
  let ruth: string;
  let priya: string;
  let marja: string;
  let sam: PeerActor;

  beforeAll(async () => {
    [a, b, m] = await Promise.all([
      openDistrict('Pine Hollow', 'pinehollow'),
      openDistrict('Koivuranta', 'koivuranta'),
      openMastodon(),
    ]);
    ruth = await aTeacher(a.ctx, 'ruth');
    priya = await aTeacher(a.ctx, 'priya', { role: 'admin' });
    marja = await aTeacher(b.ctx, 'marja');
    sam = m.actor('sam');
    const there = await m.search(`ruth@${a.ctx.host}`);
    await m.follow(sam, there);
    const found = await b.ctx.lookup.actor(`@ruth@${a.ctx.host}`);
    await followActor(b.ctx, marja, found);
    await eventually(
      'both follow',
      async () =>
        m.following.get(sam.uri)?.has(there.uri) &&
        (await followBetween(b.ctx.db, marja, found.id))?.state === 'accepted',
    );
  });

  afterAll(() => Promise.all([a?.stop(), b?.stop(), m?.close()]));

  /** “Seven silent seconds” as the demo has it, with all five prompts. */
  const sevenSeconds = (): StoryInput =>
    readStory(readFileSync(new URL('../../demo/stories/seven-silent-seconds.md', import.meta.url), 'utf8'));

  test('scenario 1: it reaches the world in the teacher’s own words', async () => {
    const story = sevenSeconds();
    expect(story.sections).toHaveLength(5);
    const { uri, url } = await publish(a.ctx, ruth, story);
    const status = await eventually('the post at M', async () => m.statuses.get(uri));
    expect(m.home(sam).filter((post) => post.status.uri === uri)).toHaveLength(1);
    expect(m.of('Create').filter(({ object }) => object.id === uri)).toHaveLength(1);
    expect(status.lines.slice(0, 2)).toEqual([story.title, story.gist]);
    expect(story.gist.length).toBeLessThanOrEqual(280);
    expect(status.lines).toHaveLength(3);
    expect(status.url).toBe(url);
    expect(status.tags.length).toBeGreaterThanOrEqual(2);

    const there = await eventually('the story at B', () => workByUri(b.ctx.db, uri));
    const here = await workByUri(a.ctx.db, uri);
    for (const field of ['sections', 'ageMin', 'ageMax', 'whyItMatters', 'licence', 'gist', 'title'] as const)
      expect(JSON.stringify(there?.[field])).toBe(JSON.stringify(here?.[field]));
    const page = await (await signedIn(b.origin, 'marja')).get(`/r/${there?.id}`);
    expect(page.status).toBe(200);
    for (const words of [story.whyItMatters, '15–16', 'CC BY']) expect(page.text).toContain(words);

    // everything that was sent or can be fetched
    const fetched = await Promise.all(
      [uri, `${uri}/replies`, `${uri}/tries`, `${uri}/context`, ...actorDocuments()].map(async (address) =>
        (await m.get(address)).text(),
      ),
    );
    const traffic = [...m.seen.map(({ body }) => body), ...fetched].join('\n');
    for (const secret of [
      '@school.example',

      'privacyCheck',
      'rules_version',
      'attested',
      '"admin"',
    ])
      expect(traffic).not.toContain(secret);
    expect(traffic).not.toMatch(/"role"|password/i);
  });

  const actorDocuments = (): string[] => {
    const actor = `${a.origin}/ap/actors/${ruth}`;
    return [actor, `${actor}/outbox`, `${actor}/followers`, `${actor}/following`, `${actor}/featured`];
  };

  test('scenario 5: taken back as urgent, it is gone everywhere, and the try of it stays', async () => {
    const story = aStory({
      title: 'To be taken back',
      sections: [{ key: 'how', markdown: 'zqurgent words' }],
    });
    const id = await saveDraft(a.ctx, ruth, story);
    const photo = await putPhoto(a.ctx, ruth, id, await jpegOf(600, 400));
    const said = photoAnswers.parse({ consent: false, ...ANSWERED });
    await answerPhoto(a.ctx, ruth, id, photo.id, said);
    const published = await publishStory(a.ctx, ruth, id, story, READ_THROUGH);
    if (!published.ok) throw new Error(JSON.stringify(published));
    const { uri, url } = published;
    const media = addressesOf(await photosOfWork(a.ctx.db, id));
    await eventually('the post at M', async () => m.statuses.get(uri));
    const there = await eventually('the story at B', () => workByUri(b.ctx.db, uri));
    const answer = tryInput.parse({ changed: 'Pairs.', happened: 'It went well.', verdict: 'worked' });
    const attempt = await reportTry(b.ctx, marja, uri, { ...answer, audience: 'everyone' });
    const anybody = new Visitor(a.origin);
    expect((await anybody.get(media[0] as string)).status).toBe(200);

    // M is off when it happens
    m.answer = () => 503;
    await takeBackWork(a.ctx, ruth, id, 'student');
    const author = await signedIn(a.origin, 'ruth');
    const tracker = `/write/story/${id}/take-back/progress`;
    const page = await eventually('M is named as silent', async () => {
      const { text } = await author.get(tracker);
      return text.includes('is not answering') && text;
    });
    expect(page).toContain(m.host);

    expect((await anybody.get(new URL(url).pathname)).status).toBe(410);
    expect((await m.get(uri)).status).toBe(410);
    for (const path of media) expect([404, 410]).toContain((await anybody.get(path)).status);
    await eventually('nothing of it at B', async () => (await workByUri(b.ctx.db, uri))?.state === 'purged');
    const reader = await signedIn(b.origin, 'marja');
    expect([404, 410]).toContain((await reader.get(`/r/${there.id}`)).status);
    expect((await reader.get('/search?q=zqurgent')).text).not.toContain('zqurgent words');
    const rows = await Promise.all(
      (['work', 'work_version', 'inbox_activity', 'remote_note'] as const).map((table) =>
        b.ctx.db.selectFrom(table).selectAll().execute(),
      ),
    );
    expect(JSON.stringify(rows)).not.toContain('zqurgent');

    m.answer = null;
    await tryHostAgain(a.ctx, priya, m.host);
    await eventually('M has dropped it', async () => m.tombstones.has(uri) && !m.statuses.has(uri));
    expect(m.of('Delete').filter(({ object }) => object.id === uri)).toHaveLength(1);
    await eventually('all have said yes', async () =>
      /Asked (\d+) servers\. \1 have said yes\./.test((await author.get(tracker)).text),
    );

    const stays = await reader.get(new URL(attempt.url).pathname);
    expect([stays.status, stays.text.includes('It went well.')]).toEqual([200, true]);
    expect(stays.text).toContain('the original was taken back');
  });
});
