import type { Page } from 'playwright-core';
import type { Scene } from './page-scene.ts';

/** Who looks at a page: somebody without an account, a teacher, and so on; marja is at Koivuranta, tilda is suspended. */
export type Who = 'visitor' | 'ruth' | 'marcus' | 'noor' | 'priya' | 'marja' | 'tilda';

/** A page as the tests look at it. Every page is here: a route that is not makes a test fail. */
export interface ListedPage {
  /** as it is registered, `/@:who/:slug`; for a page that no route has, what it is */
  route: string;
  as: readonly Who[];
  at(scene: Scene): string;
  status?: number;
  /** what is done there to see the page that is meant */
  doing?(page: Page): Promise<void>;
}

const at =
  (path: string): ListedPage['at'] =>
  ({ pine }) =>
    pine.origin + path;
const ofDraft =
  (step = ''): ListedPage['at'] =>
  ({ pine, draft }) =>
    `${pine.origin}/write/story/${draft}${step}`;
const ofTogether =
  (step: string): ListedPage['at'] =>
  ({ pine, together }) =>
    `${pine.origin}/write/story/${together}${step}`;
const ofStory =
  (step = ''): ListedPage['at'] =>
  ({ pine, story }) =>
    `${pine.origin}/write/story/${story.id}${step}`;
const ofQuestion =
  (before: string): ListedPage['at'] =>
  ({ pine, question }) =>
    `${pine.origin}${before}${encodeURIComponent(question.uri)}`;
const ofPerson =
  (who: 'ruth' | 'priya' | 'oskar', step = ''): ListedPage['at'] =>
  ({ pine, people }) =>
    `${pine.origin}/admin/people/${people[who]}${step}`;
const ofThanks: ListedPage['at'] = ({ pine, story }) =>
  `${pine.origin}/thanks?of=${encodeURIComponent(story.uri)}`;
const ofAppeal: ListedPage['at'] = ({ pine, people }) => `${pine.origin}/moderation/appeals/${people.oskar}`;
const ofModerated: ListedPage['at'] = ({ pine, story }) => `${pine.origin}/moderation/take-back/${story.id}`;
const press = (name: string) => async (page: Page) => {
  // a page that saves by itself does so before it lets its form go
  const next = page.waitForEvent('framenavigated');
  await page.getByRole('button', { name, exact: true }).click();
  await next;
  await page.waitForLoadState();
};

export const PAGES: readonly ListedPage[] = [
  { route: '/', as: ['visitor', 'ruth', 'marcus', 'noor'], at: at('/') },
  { route: '/', as: ['visitor', 'marja'], at: ({ koivu }) => `${koivu.origin}/` },
  { route: '/', as: ['ruth'], at: ({ pine, story }) => `${pine.origin}/?after=${story.id}` },
  { route: '/district', as: ['visitor', 'ruth'], at: at('/district') },
  { route: '/@:who', as: ['visitor', 'ruth', 'marcus'], at: at('/@ruth') },
  { route: '/@:who', as: ['visitor', 'marcus'], at: at('/@wilhelmina_alexandrina_feather') },
  { route: '/@:who', as: ['visitor'], at: at('/@noor') },
  { route: '/@:who', as: ['ruth'], at: ({ pine, marja }) => `${pine.origin}/@${marja.handle}` },
  { route: '/@:who/:slug', as: ['visitor', 'ruth', 'noor'], at: ({ story }) => story.url },
  { route: '/@:who/:slug', as: ['visitor', 'noor'], at: ({ long }) => long.url },
  { route: '/@:who/:slug', as: ['noor'], at: ({ busy }) => busy.url },
  {
    route: '/@:who/:slug/lineage',
    as: ['visitor', 'ruth', 'noor'],
    at: ({ story }) => `${story.url}/lineage`,
  },
  {
    route: '/@:who/tries/:id/lineage',
    as: ['visitor', 'ruth'],
    at: ({ tryHere }) => `${tryHere.url}/lineage`,
  },
  {
    route: '/r/:id/lineage',
    as: ['ruth'],
    at: ({ pine, fromElsewhere }) => `${pine.origin}/r/${fromElsewhere.id}/lineage`,
  },
  { route: '/@:who/tries/:id', as: ['visitor', 'marcus', 'ruth'], at: ({ tryHere }) => tryHere.url },
  { route: '/@:who/replies/:id', as: ['visitor', 'ruth'], at: ({ replyHere }) => replyHere.url },
  { route: '/r/:id', as: ['ruth'], at: ({ pine, fromElsewhere }) => `${pine.origin}/r/${fromElsewhere.id}` },
  { route: '/@:who/:slug', as: ['visitor', 'ruth', 'noor'], at: ({ question }) => question.url },
  { route: '/questions', as: ['visitor', 'ruth'], at: at('/questions') },
  { route: '/questions', as: ['ruth'], at: at('/questions?subject=music&show=answered') },
  { route: '/questions', as: ['visitor'], at: at('/questions?subject=cooking&ageMin=ten'), status: 422 },
  { route: '/people', as: ['ruth', 'marcus'], at: at('/people') },
  { route: '/search', as: ['visitor', 'ruth'], at: at('/search') },
  { route: '/search', as: ['visitor', 'ruth'], at: at('/search?q=nobodyatall') },
  { route: '/search', as: ['visitor', 'marcus'], at: at('/search?q=seven+silent') },
  { route: '/search', as: ['visitor'], at: at('/search?q=wilhelmina') },
  {
    route: '/search',
    as: ['visitor', 'ruth'],
    at: at('/search?q=https%3A%2F%2F127.0.0.1%3A9%2Fx'),
    status: 422,
  },
  { route: '/tags/:tag', as: ['visitor', 'marcus'], at: at('/tags/sciences') },
  { route: '/tags/:tag', as: ['visitor', 'ruth'], at: at('/tags/nobodyever') },
  {
    route: '/tags/:tag',
    as: ['visitor'],
    at: at('/tags/Unterrichtsvorbereitungszusammenarbeit'),
  },
  {
    route: '/interact',
    as: ['visitor'],
    at: ({ pine, story }) => `${pine.origin}/interact?uri=${story.uri}`,
  },
  { route: '/interact', as: ['visitor'], at: ({ long, pine }) => `${pine.origin}/interact?uri=${long.url}` },
  {
    route: '/interact',
    as: ['visitor'],
    at: ({ pine }) => `${pine.origin}/interact?uri=${pine.origin}/@ruth`,
    status: 422,
    doing: press('Take me there'),
  },

  { route: '/write', as: ['ruth', 'noor'], at: at('/write') },
  { route: '/write/story', as: ['ruth'], at: at('/write/story') },
  { route: '/write/story', as: ['ruth'], at: at('/write/story?write=free') },
  { route: '/write/story/:id', as: ['ruth'], at: ofDraft() },
  { route: '/write/story/:id', as: ['ruth'], at: ofStory() },
  { route: '/write/story/:id/help-it-travel', as: ['ruth'], at: ofDraft('/help-it-travel') },
  {
    route: '/write/story/:id/help-it-travel',
    as: ['ruth'],
    at: ofDraft('/help-it-travel'),
    status: 422,
    async doing(page) {
      await page.getByLabel('In one breath').fill('Too long. '.repeat(40));
      await page.getByLabel('From age').fill('ten');
      await press('Next: check it')(page);
    },
  },
  { route: '/write/story/:id/who', as: ['ruth'], at: ofDraft('/who') },
  { route: '/write/story/:id/preview', as: ['ruth'], at: ofDraft('/preview') },
  {
    route: '/write/story/:id/photos',
    as: ['ruth'],
    at: ({ pine, photos }) => `${pine.origin}/write/story/${photos.id}/photos`,
  },
  {
    route: '/write/story/:id/photos',
    as: ['ruth'],
    at: ({ pine, withPhoto }) => `${pine.origin}/write/story/${withPhoto.id}/photos`,
    status: 422,
    doing: press('Add this photo'),
  },
  {
    route: '/write/story/:id/photos/:photo',
    as: ['ruth'],
    at: ({ pine, photos }) => `${pine.origin}/write/story/${photos.id}/photos/${photos.photo}`,
  },
  {
    route: '/write/story/:id/photos/:photo',
    as: ['ruth'],
    at: ({ pine, photos }) => `${pine.origin}/write/story/${photos.id}/photos/${photos.photo}`,
    status: 422,
    async doing(page) {
      await page.getByText('Cover something, or keep only a part').click();
      await page.getByLabel('From the left, %').first().fill('ten');
      await press('Cover it for good')(page);
    },
  },
  {
    route: '/write/story/:id',
    as: ['ruth'],
    at: ({ pine, photos }) => `${pine.origin}/write/story/${photos.id}`,
  },
  {
    route: '/write/story/:id/preview',
    as: ['ruth'],
    at: ({ pine, photos }) => `${pine.origin}/write/story/${photos.id}/preview`,
  },
  { route: '/@:who/:slug', as: ['visitor', 'ruth'], at: ({ withPhoto }) => withPhoto.url },
  { route: '/write/story/:id/done', as: ['ruth'], at: ofStory('/done') },
  { route: '/write/story/:id/take-back', as: ['ruth'], at: ofDraft('/take-back') },
  { route: '/write/story/:id/take-back', as: ['ruth'], at: ofStory('/take-back') },
  { route: '/write/story/:id/co-authors', as: ['ruth'], at: ofTogether('/co-authors') },
  { route: '/write/story/:id/join', as: ['marcus'], at: ofTogether('/join') },
  { route: '/write/story/:id/who', as: ['ruth'], at: ofTogether('/who') },
  { route: '/write/story/:id/versions', as: ['ruth'], at: ofStory('/versions') },
  {
    route: '/write/story/:id/take-back/progress',
    as: ['ruth'],
    at: ({ pine, gone }) => `${pine.origin}/write/story/${gone.id}/take-back/progress`,
  },
  { route: '/write/story', as: ['noor'], at: ofQuestion('/write/story?answers=') },
  { route: '/write/question', as: ['ruth'], at: at('/write/question') },
  {
    route: '/write/question',
    as: ['ruth'],
    at: at('/write/question'),
    status: 422,
    async doing(page) {
      await page.getByLabel('What would you like to know?').fill('maya.lopez@family.example?');
      await press('Ask')(page);
    },
  },
  {
    route: '/write/question/:id/edit',
    as: ['ruth'],
    at: ({ pine, question }) => `${pine.origin}/write/question/${question.id}/edit`,
  },
  { route: '/write/tried', as: ['noor'], at: at('/write/tried') },
  {
    route: '/write/tried',
    as: ['noor'],
    at: ({ pine, story }) => `${pine.origin}/write/tried?of=${story.uri}`,
  },
  {
    route: '/write/tried',
    as: ['noor'],
    at: ({ pine, story }) => `${pine.origin}/write/tried?of=${story.uri}`,
    status: 422,
    doing: press('Send it back to Ruth'),
  },
  {
    route: '/write/tried',
    as: ['noor'],
    at: ({ pine, story }) => `${pine.origin}/write/tried?of=${story.uri}`,
    doing: async (page) => {
      await page.getByText('A small table, if you counted something').click();
      await press('Before and after')(page);
    },
  },
  {
    route: '/write/tried/:id/edit',
    as: ['marcus'],
    at: ({ pine, tryHere }) => `${pine.origin}/write/tried/${tryHere.id}/edit`,
  },
  {
    route: '/write/tried/:id/take-back',
    as: ['marcus'],
    at: ({ pine, tryHere }) => `${pine.origin}/write/tried/${tryHere.id}/take-back`,
  },

  { route: '/notifications', as: ['ruth', 'noor', 'marcus'], at: at('/notifications') },
  { route: '/notifications', as: ['ruth'], at: at('/notifications?about=people') },
  { route: '/settings/you', as: ['ruth'], at: at('/settings/you') },
  { route: '/settings/account', as: ['ruth'], at: at('/settings/account') },
  { route: '/settings/account/close', as: ['ruth'], at: at('/settings/account/close') },
  { route: '/settings/safety', as: ['ruth', 'marcus'], at: at('/settings/safety') },
  { route: '/tries', as: ['ruth', 'marcus'], at: at('/tries') },
  { route: '/thanks', as: ['noor'], at: ofThanks },
  { route: '/thanks', as: ['noor'], at: ofThanks, status: 422, doing: press('Send it') },
  { route: '/thanks/received', as: ['ruth', 'noor'], at: at('/thanks/received') },
  {
    route: '/tries/:id/put-off',
    as: ['marcus'],
    at: ({ pine, plan }) => `${pine.origin}/tries/${plan}/put-off`,
  },
  {
    route: '/tries/:id/put-off',
    as: ['marcus'],
    at: ({ pine, plan }) => `${pine.origin}/tries/${plan}/put-off`,
    status: 422,
    doing: press('Put it off'),
  },
  {
    route: '/tries/plan',
    as: ['marcus'],
    at: ({ pine, story }) => `${pine.origin}/tries/plan?of=${encodeURIComponent(story.uri)}`,
  },
  { route: '/settings/mail', as: ['ruth'], at: at('/settings/mail') },
  { route: '/mail/stop/:token', as: ['visitor'], at: at('/mail/stop/nobody.x') },
  {
    route: '/settings/safety/block',
    as: ['ruth'],
    at: ({ pine, marja }) => `${pine.origin}/settings/safety/block?who=${marja.id}`,
  },
  {
    route: '/moderation/ask',
    as: ['ruth'],
    at: ({ pine, fromElsewhere }) => `${pine.origin}/moderation/ask?about=${fromElsewhere.uri}`,
  },
  { route: '/moderation/reports', as: ['noor', 'priya'], at: at('/moderation/reports') },
  { route: '/moderation/held', as: ['noor', 'priya'], at: at('/moderation/held') },
  { route: '/admin/people', as: ['priya'], at: at('/admin/people') },
  { route: '/admin/people', as: ['priya'], at: at('/admin/people'), doing: press('Make a link') },
  { route: '/admin/people/:id', as: ['priya'], at: ofPerson('ruth') },
  { route: '/admin/people/:id', as: ['priya'], at: ofPerson('priya') },
  { route: '/admin/people/:id', as: ['priya'], at: ofPerson('oskar') },
  { route: '/admin/people/:id/suspend', as: ['priya'], at: ofPerson('ruth', '/suspend') },
  {
    route: '/admin/people/:id/suspend',
    as: ['priya'],
    at: ofPerson('ruth', '/suspend'),
    status: 422,
    doing: press('Suspend the account'),
  },
  { route: '/admin/people/:id/close', as: ['priya'], at: ofPerson('ruth', '/close') },
  {
    route: '/admin/people/:id/close',
    as: ['priya'],
    at: ofPerson('ruth', '/close'),
    status: 422,
    doing: press('Close the account for ever'),
  },
  {
    route: '/moderation/take-back/:id',
    as: ['noor'],
    at: ofModerated,
    status: 422,
    doing: press('Take it back'),
  },
  { route: '/moderation/appeals/:id', as: ['noor'], at: ofAppeal },
  { route: '/moderation/appeals/:id', as: ['noor'], at: ofAppeal, status: 422, doing: press('Let it stand') },
  { route: '/suspended', as: ['tilda'], at: at('/suspended') },
  { route: '/suspended', as: ['tilda'], at: at('/suspended'), status: 422, doing: press('Send it') },
  { route: '/admin/district', as: ['priya'], at: at('/admin/district') },
  { route: '/admin/health', as: ['priya'], at: at('/admin/health') },
  { route: '/admin/rules', as: ['priya'], at: at('/admin/rules') },
  { route: '/admin/rules/new', as: ['priya'], at: at('/admin/rules/new') },
  { route: '/admin/rules/change', as: ['priya'], at: at('/admin/rules/change?domain=silence.example') },
  { route: '/admin/rules/import', as: ['priya'], at: at('/admin/rules/import') },

  { route: '/sign-in', as: ['visitor'], at: at('/sign-in?back=%2Fwrite') },
  { route: '/sign-in', as: ['visitor'], at: at('/sign-in'), status: 422, doing: press('Sign in') },
  { route: '/join/:token', as: ['visitor'], at: ({ invitation }) => invitation },
  {
    route: '/join/:token',
    as: ['visitor'],
    at: ({ invitation }) => invitation,
    status: 422,
    doing: press('Join'),
  },
  { route: '/setup/:token', as: ['visitor'], at: ({ setup }) => setup.unnamed },
  { route: '/setup/:token', as: ['visitor'], at: ({ setup }) => setup.named },
  { route: '/about', as: ['visitor', 'ruth'], at: at('/about') },
  { route: '/about/privacy', as: ['visitor'], at: at('/about/privacy') },
  { route: '/about/safety', as: ['visitor'], at: at('/about/safety') },
  { route: '/about/federation', as: ['visitor'], at: at('/about/federation') },
  { route: '/about/rules', as: ['visitor'], at: at('/about/rules') },

  { route: 'nothing here', as: ['visitor', 'ruth'], at: at('/no/such/page'), status: 404 },
  { route: 'taken back', as: ['visitor', 'ruth'], at: ({ gone }) => gone.url, status: 410 },
  { route: 'not set up yet', as: ['visitor'], at: ({ unnamed }) => unnamed.origin, status: 503 },
];

/** Addresses that lead on or answer something that is no page. */
export const NO_PAGES: readonly string[] = [
  '/media/:token/:file',
  '/admin/rules.csv',
  '/favicon.ico',
  '/robots.txt',
  '/settings',
];
