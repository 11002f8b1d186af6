import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { routesOf } from '../../server/cli/routes-command.ts';
import { aTeacher, openDistrict, type TestDistrict } from '../support/district.ts';
import { openPeer, type Peer } from '../support/peer.ts';
import { makeThings } from '../support/visibility.ts';
import { listsOf } from '../support/visibility-lists.ts';
import { type Thing, VIEWERS, type ViewerName } from '../support/visibility-readers.ts';
import { keptReport, visibilityReport } from '../support/visibility-report.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

/**
 * Every GET route of the node, and how the matrix looks at it: as a thing's own address, as a list that is searched
 * for words that the viewer may not read, or not at all, with the reason. A route without a line fails.
 */
const OWN = 'own address';
const LIST = 'list';
const ROUTES: Record<string, string> = {
  '/': LIST,
  '/@:who': LIST,
  '/@:who/:slug': OWN,
  '/@:who/:slug/lineage': OWN,
  '/@:who/replies/:id': OWN,
  '/@:who/tries/:id': OWN,
  '/@:who/tries/:id/lineage': OWN,
  '/^\\/(?:$|about$|district$|@[^@]+$)/': OWN,
  '/ap/objects/:id': OWN,
  '/r/:id': OWN,
  '/r/:id/lineage': OWN,
  '/ap/actors/:id': LIST,
  '/ap/actors/:id,/ap/objects/:id': LIST,
  '/ap/actors/:id/:collection': LIST,
  '/ap/objects/:id/:collection': LIST,
  '/ap/objects/:id/activities/:verb': LIST,
  '/ap/objects/:id/stamps/:stamp': 'says only which post quotes which work; the work is asked first',
  '/ap/actor': LIST,
  '/ap/actor/:collection': LIST,
  '/about': LIST,
  '/about/federation': LIST,
  '/about/privacy': LIST,
  '/about/rules': LIST,
  '/about/safety': LIST,
  '/district': LIST,
  '/questions': LIST,
  '/people': LIST,
  '/search': LIST,
  '/tags/:tag': LIST,
  '/interact': LIST,
  '/notifications': LIST,
  '/nodeinfo/:version': LIST,
  '/write': LIST,
  '/write/tried': LIST,
  '/write/question': LIST,
  '/write/question/:id/edit': 'only the author; asked below for every question',
  '/settings': LIST,
  '/settings/you': LIST,
  '/settings/account': LIST,
  '/settings/safety': LIST,
  '/admin/people': LIST,
  '/admin/people/:id': LIST,
  '/admin/rules': LIST,
  '/admin/rules.csv': LIST,
  '/admin/health': LIST,
  '/admin/district': LIST,
  '/moderation/reports': LIST,
  '/moderation/held': LIST,
  '/write/story/:id': 'only the authors get past ownWork; asked below for every story',
  '/write/story/:id/help-it-travel': 'as /write/story/:id',
  '/write/story/:id/who': 'as /write/story/:id',
  '/write/story/:id/preview': 'as /write/story/:id',
  '/write/story/:id/done': 'as /write/story/:id',
  '/write/story/:id/photos': 'as /write/story/:id',
  '/write/story/:id/photos/:photo': 'as /write/story/:id',
  '/media/:token/:file': OWN,
  '/write/story/:id/take-back': 'as /write/story/:id',
  '/write/story/:id/co-authors': 'as /write/story/:id',
  '/write/story/:id/join': 'only those whom the author asked; asked below for every story',
  '/write/story/:id/versions': 'as /write/story/:id',
  '/write/story/:id/take-back/progress': 'as /write/story/:id',
  '/write/tried/:id/edit': 'only the author; asked below for every try',
  '/write/tried/:id/take-back': 'only the author; asked below for every try',
  '/write/story': 'an empty form',
  '/admin/people/:id/suspend': 'a form about a person',
  '/admin/people/:id/close': 'a form about a person',
  '/moderation/take-back/:id': 'only moderators, of what they can read or were asked about',
  '/moderation/appeals/:id': 'what somebody says to being suspended; nothing of what they share',
  '/suspended': 'the same, for them alone',
  '/admin/rules/change': 'a form about a server',
  '/admin/rules/import': 'a form about servers',
  '/admin/rules/new': 'an empty form',
  '/moderation/ask': 'a form about what its asker can open',
  '/settings/account/close': 'an empty form',
  '/settings/mail': LIST,
  '/tries': LIST,
  '/thanks': 'a form about what its asker can open',
  '/thanks/received': LIST,
  '/tries/plan': 'a form about what its asker can open',
  '/tries/:id/put-off': 'a form about a plan of one’s own',
  '/mail/stop/:token': 'no works',
  '/settings/safety/block': 'a form about a person',
  '/sign-in': 'an empty form',
  '/setup/:token': 'no works',
  '/join/:token': 'no works',
  '/healthz': 'one word',
  '/readyz': 'one word',
  '/robots.txt': 'no works',
  '/favicon.ico': 'a picture',
  '/.well-known/host-meta': 'no works',
  '/.well-known/nodeinfo': 'no works',
  '/.well-known/webfinger': 'people only',
  '/ns/teaching-practice/v1': 'words only',
};

const AP = { accept: 'application/activity+json' };

describe('who may read what, where', () => {
  let pine: TestDistrict;
  let peer: Peer;
  let things: Thing[];
  let lists: string[];
  let looks: Record<
    ViewerName,
    (path: string, activityPub?: boolean) => Promise<{ status: number; text: string }>
  >;

  beforeAll(async () => {
    [pine, peer] = await Promise.all([openDistrict(), openPeer()]);
    peer.actor('sam');
    const ruth = await aTeacher(pine.ctx, 'ruth');
    const marcus = await aTeacher(pine.ctx, 'marcus');
    await aTeacher(pine.ctx, 'priya', { role: 'admin' });
    const made = await makeThings(pine, ruth, marcus);
    things = made.things;
    const anonymous = new Visitor(pine.origin);
    const members = {
      colleague: await signedIn(pine.origin, 'marcus'),
      administrator: await signedIn(pine.origin, 'priya'),
      author: await signedIn(pine.origin, 'ruth'),
    };
    const asMember = (visitor: Visitor) => (path: string, activityPub?: boolean) =>
      visitor.get(path, activityPub ? AP : {});
    looks = {
      anonymous: asMember(anonymous),
      colleague: asMember(members.colleague),
      administrator: asMember(members.administrator),
      author: asMember(members.author),
      server: async (path) => {
        const answer = await peer.get(`${pine.origin}${path}`);
        return { status: answer.status, text: await answer.text() };
      },
    };
    lists = await listsOf(pine, ruth, made.publicUri, things);
  });

  afterAll(async () => {
    await Promise.all([pine?.stop(), peer?.close()]);
  });

  test('every route has its line, and no line is without its route', () => {
    const routes = routesOf(pine.district)
      .filter((line) => line.startsWith('GET'))
      .map((line) => line.slice(line.indexOf('/')));
    expect(Object.keys(ROUTES).sort()).toEqual([...new Set(routes)].sort());
  });

  test('the page in docs says the same', () => {
    const report = visibilityReport(things, ROUTES);
    expect(keptReport(report)).toBe(report);
  });

  test('a thing’s own addresses show it to those who may read it, and are not there for anybody else', async () => {
    const wrong: string[] = [];
    const nowhere = (await looks.anonymous('/ap/objects/01aaaaaaaaaaaaaaaaaaaaaaaa', true)).text;
    const lookAs = async (viewer: ViewerName) => {
      for (const thing of things) {
        for (const { path, refused, activityPub } of thing.own) {
          // ActivityPub shows what is for everyone, whoever asks; a server reads nothing else
          if (viewer === 'server' && !activityPub) continue;
          const may = activityPub ? thing.readers.includes('server') : thing.readers.includes(viewer);
          const { status, text } = await looks[viewer](path, activityPub);
          // a page may repeat the address that was asked for: those are the asker's own words
          const shown = text
            .replaceAll(path, '')
            .replaceAll(encodeURIComponent(path), '')
            .includes(thing.secret);
          const hidden = status === refused || (status === 303 && path.startsWith('/r/'));
          const right = may && refused === 404 ? status === 200 && shown : hidden && !shown;
          const alike = !(activityPub && refused === 404 && !may) || text === nowhere;
          if (!right || !alike)
            wrong.push(
              `${thing.kind} × ${viewer} × ${path}${activityPub ? ' (ActivityPub)' : ''}: ${status}${shown ? ' with the word' : ''}${alike ? '' : ', unlike what is not there'}`,
            );
        }
      }
    };
    await Promise.all(VIEWERS.map(lookAs));
    expect(wrong).toEqual([]);
  });

  test('a photo is there for those who may read its story, and for nobody else', async () => {
    const seen: string[] = [];
    const wanted: string[] = [];
    for (const { kind, readers, media = [] } of things) {
      for (const viewer of VIEWERS) {
        for (const path of media) {
          const status = readers.includes(viewer) ? 200 : 404;
          wanted.push(`${kind} × ${viewer}: ${status}`);
          seen.push(`${kind} × ${viewer}: ${(await looks[viewer](path)).status}`);
        }
      }
    }
    expect(wanted.length).toBeGreaterThan(40);
    expect(seen).toEqual(wanted);
  });

  test.each(VIEWERS)('no list says a word that is not for them: %s', async (viewer) => {
    const leaks: string[] = [];
    for (const path of lists) {
      for (const activityPub of [false, true]) {
        const { text } = await looks[viewer](path, activityPub);
        const asWire = viewer === 'server' || (activityPub && text.startsWith('{'));
        for (const thing of things) {
          const may = asWire ? thing.readers.includes('server') : thing.readers.includes(viewer);
          const asked = path.includes(`q=${thing.secret}`);
          if (!may && !asked && text.includes(thing.secret))
            leaks.push(`${thing.kind} × ${viewer} × ${path}${activityPub ? ' (ActivityPub)' : ''}`);
        }
      }
    }
    expect(leaks).toEqual([]);
  });

  test('the lists are alive: what is for everyone stands in them', async () => {
    const all = (await Promise.all(lists.map((path) => looks.anonymous(path))))
      .map((answer) => answer.text)
      .join('\n');
    for (const thing of things.filter((one) => one.readers.includes('anonymous')))
      expect(all).toContain(thing.secret);
  });

  test('editing is for authors: everybody else finds nothing', async () => {
    const works = await pine.ctx.db.selectFrom('work').select('id').where('host', 'is', null).execute();
    const tries = await pine.ctx.db.selectFrom('adaptation').select('id').where('host', 'is', null).execute();
    const wrong: string[] = [];
    for (const viewer of ['colleague', 'administrator'] as const) {
      for (const { id } of works) {
        for (const step of [
          '',
          '/help-it-travel',
          '/who',
          '/preview',
          '/done',
          '/take-back',
          '/take-back/progress',
          '/photos',
          '/co-authors',
          '/join',
          '/versions',
        ]) {
          const { status } = await looks[viewer](`/write/story/${id}${step}`);
          if (status !== 404) wrong.push(`${viewer} × /write/story/…${step}: ${status}`);
        }
        const { status } = await looks[viewer](`/write/question/${id}/edit`);
        if (status !== 404) wrong.push(`${viewer} × /write/question/…/edit: ${status}`);
      }
      for (const { id } of tries) {
        for (const step of ['/edit', '/take-back']) {
          const { status } = await looks[viewer](`/write/tried/${id}${step}`);
          if (status !== 404) wrong.push(`${viewer} × /write/tried/…${step}: ${status}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
