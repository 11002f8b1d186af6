import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { editStory } from '../../server/actions/edit-story.ts';
import { followActor } from '../../server/actions/follow-actor.ts';
import { reportTry } from '../../server/actions/report-try.ts';
import { takeBackWork } from '../../server/actions/take-back-work.ts';
import { writeReply } from '../../server/actions/write-reply.ts';
import { tryInput } from '../../server/domain/adaptation.ts';
import { homePage } from '../../server/reads/home-page.ts';
import { storyThread } from '../../server/reads/story-thread.ts';
import { followBetween } from '../../server/store/follows.ts';
import { workByUri } from '../../server/store/works.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { READ_THROUGH } from '../support/read-through.ts';

describe('two districts', () => {
  let pine: TestDistrict;
  let koivu: TestDistrict;
  let ruth: string;
  let marja: string;

  beforeAll(async () => {
    [pine, koivu] = await Promise.all([
      openDistrict('Pine Hollow', 'pinehollow'),
      openDistrict('Koivuranta', 'koivuranta'),
    ]);
    ruth = await aTeacher(pine.ctx, 'ruth');
    marja = await aTeacher(koivu.ctx, 'marja');
  });

  afterAll(async () => {
    await Promise.all([pine?.stop(), koivu?.stop()]);
  });

  const arrived = (uri: string) => eventually(`${uri} at Koivuranta`, () => workByUri(koivu.ctx.db, uri));

  test('a teacher is followed from another district', async () => {
    const found = await koivu.ctx.lookup.actor(`@ruth@${pine.ctx.host}`);
    expect(await followActor(koivu.ctx, marja, found)).toBe('requested');
    await eventually(
      'the follow is accepted',
      async () => (await followBetween(koivu.ctx.db, marja, found.id))?.state === 'accepted',
    );
  });

  test('a story arrives there whole, with every term of ours', async () => {
    const story = aStory();
    const { uri, url } = await publish(pine.ctx, ruth, story);
    const there = await arrived(uri);
    const {
      sections,
      title,
      gist,
      subjects,
      focus,
      ageMin,
      ageMax,
      levelLabel,
      classSize,
      whyItMatters,
      madePossibleBy,
      licence,
      lang,
    } = story;
    expect(there).toMatchObject({
      sections,
      title,
      gist,
      subjects,
      focus,
      ageMin,
      ageMax,
      levelLabel,
      classSize,
      whyItMatters,
      madePossibleBy,
      licence,
      lang,
      url,
    });
    expect(there.html).toContain('<strong>seven-second sand timer</strong>');
    const home = await homePage(koivu.ctx.db, marja);
    expect(home.news.works.map((card) => card.title)).toContain('Seven silent seconds');
  });

  test('an edit and a take-back arrive', async () => {
    const { id, uri } = await publish(pine.ctx, ruth, aStory({ title: 'To be corrected' }));
    await arrived(uri);
    await editStory(
      pine.ctx,
      ruth,
      id,
      aStory({ title: 'Corrected' }),
      'The class had 27 students.',
      READ_THROUGH,
    );
    const edited = await eventually('the edit', async () => {
      const work = await workByUri(koivu.ctx.db, uri);
      return work?.title === 'Corrected' && work;
    });
    expect(edited).toMatchObject({ version: 2, changeNote: 'The class had 27 students.' });
    await takeBackWork(pine.ctx, ruth, id, 'mistake');
    const gone = await eventually('the take-back', async () => {
      const work = await workByUri(koivu.ctx.db, uri);
      return work?.state === 'purged' && work;
    });
    expect(gone).toMatchObject({ title: '', html: '', sections: [] });
    const answer = await fetch(uri, { headers: { accept: 'application/activity+json' } });
    expect(answer.status).toBe(410);
    expect(await answer.json()).toMatchObject({ type: 'Tombstone', id: uri });
  });

  test('a colleague tries the story and the author sees it', async () => {
    const { uri } = await publish(pine.ctx, ruth, aStory({ title: 'Worth trying' }));
    await arrived(uri);
    await reportTry(
      koivu.ctx,
      marja,
      uri,
      tryInput.parse({
        changed: 'Pairs write together.',
        kept: 'The sand timer.',
        happened: 'They fell silent, and then everybody spoke.',
        verdict: 'worked',
        lang: 'en',
      }),
    );
    const home = await eventually('Ruth sees that her work travelled', async () => {
      const seen = await homePage(pine.ctx.db, ruth);
      return seen.travelled.some((one) => one.kind === 'tried') && seen;
    });
    expect(home.travelled.find((one) => one.kind === 'tried')).toMatchObject({
      verdict: 'worked',
      changed: 'Pairs write together.',
      about: { title: 'Worth trying' },
    });
    const thread = await storyThread(pine.ctx.db, { kind: 'anonymous' }, uri, ruth);
    const told = thread.lineage.nodes[0]?.told;
    expect(told).toMatchObject({ kind: 'try', author: { handle: 'marja' } });
    expect(told?.kind === 'try' && told.adaptation).toMatchObject({
      happened: 'They fell silent, and then everybody spoke.',
      lineage: [uri],
      ofTitle: 'Worth trying',
    });
  });

  test('a reply comes back', async () => {
    const { uri } = await publish(pine.ctx, ruth, aStory({ title: 'Worth a word' }));
    await arrived(uri);
    await writeReply(koivu.ctx, marja, uri, { text: 'How do you choose the *questions*?', lang: 'en' });
    const held = await eventually('the reply waits for Ruth', async () => {
      const { held } = await storyThread(
        pine.ctx.db,
        { kind: 'member', actorId: ruth, role: 'member' },
        uri,
        ruth,
      );
      return held.replies[0];
    });
    expect(held.reply.html).toContain('<em>questions</em>');
    expect((await storyThread(pine.ctx.db, { kind: 'anonymous' }, uri, ruth)).replies).toEqual([]);
  });
});
