import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { liftSuspension } from '../../server/actions/lift-suspension.ts';
import { suspendPerson } from '../../server/actions/suspend-person.ts';
import { aTeacher, openDistrict, type TestDistrict } from '../support/district.ts';
import { openPeer, type Peer } from '../support/peer.ts';
import { makeThings } from '../support/visibility.ts';
import { listsOf } from '../support/visibility-lists.ts';
import { type Thing, VIEWERS, type ViewerName } from '../support/visibility-readers.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

const AP = { accept: 'application/activity+json' };

/** What is ours, and all that hangs on it: while its author is suspended nobody reads a word of it. */
/** what somebody else wrote, who is not suspended */
const THEIRS = [
  'story from elsewhere',
  'question from elsewhere',
  'short post from elsewhere that was tried',
];

describe('who may read what somebody shared who is suspended', () => {
  let pine: TestDistrict;
  let peer: Peer;
  let things: Thing[];
  let lists: string[];
  let priya: string;
  let ruth: string;
  let looks: Record<ViewerName, (path: string, as?: Record<string, string>) => Promise<Look>>;
  type Look = { status: number; text: string };

  beforeAll(async () => {
    [pine, peer] = await Promise.all([openDistrict(), openPeer()]);
    ruth = await aTeacher(pine.ctx, 'ruth');
    const marcus = await aTeacher(pine.ctx, 'marcus');
    priya = await aTeacher(pine.ctx, 'priya', { role: 'admin' });
    const made = await makeThings(pine, ruth, marcus);
    things = made.things;
    lists = await listsOf(pine, ruth, made.publicUri, things);
    const author = await signedIn(pine.origin, 'ruth');
    const members = [await signedIn(pine.origin, 'marcus'), await signedIn(pine.origin, 'priya'), author];
    const [colleague, administrator] = members;
    const look =
      (visitor: Visitor | undefined) =>
      (path: string, as: Record<string, string> = {}) =>
        (visitor ?? new Visitor(pine.origin)).get(path, as);
    looks = {
      anonymous: look(undefined),
      colleague: look(colleague),
      administrator: look(administrator),
      author: look(author),
      server: async (path) => {
        const answer = await peer.get(`${pine.origin}${path}`);
        return { status: answer.status, text: await answer.text() };
      },
    };
    // everything was seen before: what was kept for others must go
    await Promise.all(lists.map((path) => looks.anonymous(path)));
    await Promise.all(things.flatMap(({ own }) => own.map(({ path }) => looks.anonymous(path))));
    await suspendPerson(pine.ctx, priya, ruth, { reason: 'student', note: 'Please write to us.' });
  });

  afterAll(async () => {
    await Promise.all([pine?.stop(), peer?.close()]);
  });

  test('its pages are not there, for ActivityPub it is kept back, what was gone stays gone', async () => {
    const wrong: string[] = [];
    for (const viewer of VIEWERS) {
      for (const thing of things.filter(({ kind }) => !THEIRS.includes(kind))) {
        for (const { path, refused, activityPub } of thing.own) {
          if (viewer === 'server' && !activityPub) continue;
          const { status, text } = await looks[viewer](path, activityPub ? AP : {});
          const wasOpen = refused === 404 && thing.readers.includes('server');
          const right = !activityPub ? 404 : wasOpen ? 403 : refused;
          const shown = text.replaceAll(path, '').includes(thing.secret);
          if (status !== right || shown)
            wrong.push(
              `${thing.kind} × ${viewer} × ${path}: ${status}, not ${right}${shown ? ', shown' : ''}`,
            );
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('no list says a word of it, to anybody', async () => {
    const leaks: string[] = [];
    for (const viewer of VIEWERS) {
      for (const path of lists) {
        for (const as of [{}, AP]) {
          const { text } = await looks[viewer](path, as);
          for (const { secret, kind } of things)
            if (!THEIRS.includes(kind) && !path.includes(`q=${secret}`) && text.includes(secret))
              leaks.push(`${kind} × ${viewer} × ${path}`);
        }
      }
    }
    expect(leaks).toEqual([]);
  });

  test('its author is signed out, and finds nothing of their own either', async () => {
    expect((await looks.author('/write')).status).toBe(303);
    const { text } = await looks.author('/@ruth');
    for (const { secret } of things) expect(text).not.toContain(secret);
  });

  test('all of it is back where it was when that is over', async () => {
    await liftSuspension(pine.ctx, priya, ruth);
    const wrong: string[] = [];
    for (const viewer of ['anonymous', 'colleague', 'server'] as const) {
      for (const thing of things) {
        for (const { path, refused, activityPub } of thing.own) {
          if (viewer === 'server' && !activityPub) continue;
          const may = refused === 404 && thing.readers.includes(activityPub ? 'server' : viewer);
          const { status } = await looks[viewer](path, activityPub ? AP : {});
          if ((status === 200) !== may) wrong.push(`${thing.kind} × ${viewer} × ${path}: ${status}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
