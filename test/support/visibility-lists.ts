import { actorById } from '../../server/store/actors.ts';
import { theDistrict } from '../../server/store/districts.ts';
import type { TestDistrict } from './district.ts';
import type { Thing } from './visibility-readers.ts';

/** Every list of a node, pages and collections, with the parameters that show most. @param ruth the author's actor id */
export async function listsOf(
  { ctx }: TestDistrict,
  ruth: string,
  publicUri: string,
  things: readonly Thing[],
): Promise<string[]> {
  const [author, district] = await Promise.all([actorById(ctx.db, ruth), theDistrict(ctx.db)]);
  const actors = [author?.uri, district?.actor.uri, district?.instanceActor.uri].map((uri) =>
    (uri ?? '').slice(ctx.origin.length),
  );
  const collections = actors.flatMap((path) =>
    ['', '/outbox', '/outbox?page=first', '/featured', '/featuredTags', '/followers', '/following'].map(
      (part) => `${path}${part}`,
    ),
  );
  const objects = (await ctx.db.selectFrom('outgoing_activity').select('uri').execute())
    .map((row) => row.uri.slice(ctx.origin.length))
    .filter((path) => path.includes('/activities/'));
  const publicPath = publicUri.slice(ctx.origin.length);
  // words that every one of them has; the word itself would stand on the page as what was asked
  const searches = ['story', 'gist', 'how', 'said', 'changed', 'happened', 'sam', 'ruth'].map(
    (q) => `/search?q=${q}`,
  );
  const lasting = things
    .flatMap(({ own }) => own.map(({ path }) => path).filter((path) => path.startsWith('/ap/objects/')))
    .map((path) => encodeURIComponent(ctx.origin + path));
  const pages = [
    '/',
    '/@ruth',
    '/@marcus',
    '/@ruth/the-public-one',
    '/@ruth/for-the-district',
    '/@ruth/the-public-one/lineage',
    '/@ruth/for-the-district/lineage',
    '/@sam@stranger.example',
    '/district',
    '/questions',
    '/questions?show=all&subject=sciences&ageMin=15&ageMax=16',
    '/people',
    '/tags/sciences',
    '/tags/questioningdiscussion',
    '/tags/waittime',
    '/notifications',
    '/write',
    '/write/question',
    '/write/tried',
    '/settings',
    '/settings/you',
    '/settings/account',
    '/settings/safety',
    '/settings/mail',
    '/tries',
    '/thanks/received',
    '/@ruth/thanked-and-hidden',
    '/@ruth/no-replies',
    '/tries/plan',
    '/admin/people',
    `/admin/people/${ruth}`,
    '/admin/rules',
    '/admin/rules.csv',
    '/admin/health',
    '/admin/district',
    '/moderation/reports',
    '/moderation/held',
    '/about',
    '/about/federation',
    '/about/privacy',
    '/about/rules',
    '/about/safety',
    '/nodeinfo/2.0',
    '/nodeinfo/2.1',
  ];
  return [
    ...pages,
    ...collections,
    ...objects,
    ...['/replies', '/replies?page=first', '/tries', '/context', '/context?page=first'].map(
      (part) => `${publicPath}${part}`,
    ),
    ...things.map((thing) => `/search?q=${thing.secret}`),
    ...searches,
    ...lasting.flatMap((uri) => [`/search?q=${uri}`, `/interact?uri=${uri}`]),
  ];
}
