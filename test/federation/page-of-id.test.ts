import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { takeBackWork } from '../../server/actions/take-back-work.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

describe('an id in a browser, where another server shows ids to people', () => {
  let pine: TestDistrict;
  let ruth: string;

  beforeAll(async () => {
    pine = await openDistrict();
    ruth = await aTeacher(pine.ctx, 'ruth');
  });

  afterAll(() => pine?.stop());

  const open = (uri: string, accept = BROWSER) => fetch(uri, { headers: { accept }, redirect: 'manual' });

  test('leads to the page of a story and of its author', async () => {
    const { uri, url } = await publish(pine.ctx, ruth, aStory());
    for (const [id, page] of [
      [uri, url],
      [`${pine.origin}/ap/actors/${ruth}`, `${pine.origin}/@ruth`],
    ] as const) {
      const answer = await open(id);
      expect([answer.status, answer.headers.get('location')]).toEqual([303, page]);
      expect(answer.headers.get('vary')).toBe('Accept');
      expect((await open(page)).headers.get('content-type')).toMatch(/^text\/html/);
    }
  });

  test('is the document for a server, also for one that takes pages too', async () => {
    const { uri } = await publish(pine.ctx, ruth, aStory());
    for (const accept of ['application/activity+json', 'application/activity+json, text/html;q=0.1', '*/*']) {
      const answer = await open(uri, accept);
      expect(answer.status).toBe(200);
      expect((await answer.json()).id).toBe(uri);
    }
  });

  test('says in words what was taken back, and leads nowhere for what may not be shown', async () => {
    const { id, uri } = await publish(pine.ctx, ruth, aStory());
    await takeBackWork(pine.ctx, ruth, id, 'mistake');
    const gone = await open(uri);
    expect([gone.status, gone.headers.get('content-type')]).toEqual([410, 'text/plain; charset=utf-8']);
    const inside = await publish(pine.ctx, ruth, aStory({ audience: 'district' }));
    expect((await open(inside.uri)).status).toBe(404);
  });
});
