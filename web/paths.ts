import { photoPath } from '../server/domain/addresses.ts';

/**
 * Every address of the web pages, as functions of what it names. Paths only: put `frame.origin` before one
 * where an absolute address is needed. Addresses that last for ever (`/ap/…`) are in server/domain/addresses.ts.
 */
const part = encodeURIComponent;

/** A path with a query; empty values are left out. */
function withQuery(path: string, query: Record<string, string | number | null | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** A handle in a path keeps its readable form: `@ruth`, `@sam@social.example`. */
const at = (handle: string, host?: string | null): string =>
  `/@${part(handle)}${host ? `@${part(host).replaceAll('%3A', ':')}` : ''}`;

export const STORY_STEPS = ['help-it-travel', 'who'] as const;
export type StoryStep = (typeof STORY_STEPS)[number];

export const paths = {
  /** `after`: id of the last story before */
  home: (after?: string) => withQuery('/', { after }),
  search: (query?: string, page?: number) =>
    withQuery('/search', { q: query, page: page === 1 ? null : page }),
  /** what was shared about something; the addresses of hashtags in our documents are these */
  tag: (name: string) => `/tags/${part(name.replaceAll('-', '').toLowerCase())}`,
  /** `after`: id of the last question before */
  questions: (query: Partial<Record<'subject' | 'ageMin' | 'ageMax' | 'show' | 'after', string>> = {}) =>
    withQuery('/questions', query),
  people: () => '/people',
  district: () => '/district',

  // people; `host` for colleagues elsewhere
  person: (handle: string) => at(handle),
  remotePerson: (handle: string, host: string) => at(handle, host),
  personFeed: (handle: string) => `${at(handle)}/feed.atom`,
  districtFeed: () => '/district/feed.atom',
  follow: (handle: string, host?: string | null) => `${at(handle, host)}/follow`,
  unfollow: (handle: string, host?: string | null) => `${at(handle, host)}/unfollow`,
  followers: () => '/people/followers',
  acceptFollower: (actorId: string) => `/people/followers/${part(actorId)}/accept`,
  refuseFollower: (actorId: string) => `/people/followers/${part(actorId)}/refuse`,

  // what they share
  work: (handle: string, slug: string) => `${at(handle)}/${part(slug)}`,
  remoteWork: (id: string) => `/r/${part(id)}`,
  fetchAgain: (id: string) => `/r/${part(id)}/fetch`,
  adaptation: (handle: string, id: string, host?: string | null) => `${at(handle, host)}/tries/${part(id)}`,
  /** a reply at its place in the conversation of a page, which may be an older page of it */
  inConversation: (page: string, replyId: string) =>
    `${withQuery(page, { reply: replyId })}#reply-${replyId}`,
  reply: (handle: string, id: string, host?: string | null) => `${at(handle, host)}/replies/${part(id)}`,

  /** the tries of a work or try, on its own page; `from`: the first of a later page */
  triesOf: (path: string, { from = 0, like = false }: { from?: number; like?: boolean } = {}) =>
    `${withQuery(path, { from: from === 0 ? null : from, like: like ? 'mine' : null })}#tried`,
  /** the whole way of an idea; `path` is the page of a work or try */
  lineage: (path: string) => `${path}/lineage`,

  /** a photo or the picture of a person, in one of its sizes */
  media: photoPath,

  // writing
  write: () => '/write',
  /** `answers`: the address of the question that the story answers; `write`: `free` for one box */
  newStory: (query: { answers?: string; write?: 'free' } = {}) => withQuery('/write/story', query),
  autosaveNew: () => '/write/story/autosave',
  autosave: (id: string) => `/write/story/${part(id)}/autosave`,
  writeStory: (id: string) => `/write/story/${part(id)}`,
  storyStep: (id: string, step: StoryStep) => `/write/story/${part(id)}/${step}`,
  check: (id: string) => `/write/story/${part(id)}/check`,
  preview: (id: string) => `/write/story/${part(id)}/preview`,
  publish: (id: string) => `/write/story/${part(id)}/publish`,
  discard: (id: string) => `/write/story/${part(id)}/discard`,
  takeBack: (id: string) => `/write/story/${part(id)}/take-back`,
  takeBackForStudent: (id: string) => `/moderation/take-back/${part(id)}`,
  appealTakeBack: (id: string) => `/write/story/${part(id)}/take-back/appeal`,
  whereItHasGot: (id: string) => `/write/story/${part(id)}/take-back/progress`,
  coAuthors: (id: string) => `/write/story/${part(id)}/co-authors`,
  dropCoAuthor: (id: string) => `/write/story/${part(id)}/co-authors/drop`,
  joinStory: (id: string) => `/write/story/${part(id)}/join`,
  schedule: (id: string) => `/write/story/${part(id)}/schedule`,
  versions: (id: string) => `/write/story/${part(id)}/versions`,
  photos: (id: string) => `/write/story/${part(id)}/photos`,
  photo: (id: string, photo: string) => `/write/story/${part(id)}/photos/${part(photo)}`,
  coverPhoto: (id: string, photo: string) => `/write/story/${part(id)}/photos/${part(photo)}/cover`,
  movePhoto: (id: string, photo: string) => `/write/story/${part(id)}/photos/${part(photo)}/move`,
  removePhoto: (id: string, photo: string) => `/write/story/${part(id)}/photos/${part(photo)}/remove`,
  bringBack: (id: string) => `/write/story/${part(id)}/bring-back`,
  keepNothing: (id: string) => `/write/story/${part(id)}/keep-nothing`,
  done: (id: string) => `/write/story/${part(id)}/done`,
  /** `of`: the address or id of what was tried; without it the page asks for it */
  tried: (of?: string) => withQuery('/write/tried', { of }),
  editTry: (id: string) => `/write/tried/${part(id)}/edit`,
  /** makes a draft of it, or opens the one that was made */
  storyOfTry: (id: string) => `/write/tried/${part(id)}/story`,
  takeBackTry: (id: string) => `/write/tried/${part(id)}/take-back`,
  /** `text`: what stands in the box; `again`: the id of a question that was taken back */
  askQuestion: (query: { text?: string; again?: string } = {}) => withQuery('/write/question', query),
  editQuestion: (id: string) => `/write/question/${part(id)}/edit`,
  questionState: (id: string) => `/write/question/${part(id)}/state`,
  tries: () => '/tries',
  /** `of`: the address of what is to be tried */
  plan: (of?: string) => withQuery('/tries/plan', { of }),
  changePlan: () => '/tries/change',
  putOff: (plan: string) => `/tries/${part(plan)}/put-off`,

  // conversation; `id` is the work's or the reply's
  replyTo: (workId: string) => `/works/${part(workId)}/reply`,
  withdrawQuote: (workId: string) => `/works/${part(workId)}/quotes/withdraw`,
  showReply: (id: string) => `/replies/${part(id)}/show`,
  hideReply: (id: string) => `/replies/${part(id)}/hide`,
  openReplies: (workId: string) => `/works/${part(workId)}/replies/open`,
  handOver: (workId: string) => `/works/${part(workId)}/replies/hand-over`,
  takeOver: (workId: string) => `/works/${part(workId)}/replies/take-over`,
  takeBackReply: (id: string) => `/replies/${part(id)}/take-back`,
  countAsTry: (id: string) => `/replies/${part(id)}/count-as-try`,
  /** `of`: the lasting address of what somebody is thanked for */
  thanks: (of?: string) => withQuery('/thanks', { of }),
  /** `after`: id of the last one before */
  thanksReceived: (after?: string) => withQuery('/thanks/received', { after }),
  /** "open on my own server", for readers without an account here */
  interact: (uri?: string) => withQuery('/interact', { uri }),

  stopMail: (token: string) => `/mail/stop/${part(token)}`,

  // account
  signIn: (back?: string) => withQuery('/sign-in', { back }),
  signOut: () => '/sign-out',
  join: (token: string) => `/join/${part(token)}`,
  setup: (token: string) => `/setup/${part(token)}`,
  /** `about`: work, people or node; `after`: the id of the last notice before */
  notifications: (about?: string, after?: string | null) => withQuery('/notifications', { about, after }),
  markRead: () => '/notifications/read',
  settings: (page?: 'you' | 'account' | 'mail' | 'safety' | 'data' | 'move') =>
    page ? `/settings/${page}` : '/settings',
  changePassword: () => '/settings/account/password',
  signOutElsewhere: () => '/settings/account/sign-out-elsewhere',
  theme: () => '/theme',
  closeAccount: () => '/settings/account/close',
  /** what somebody who is suspended sees */
  suspended: () => '/suspended',
  appeal: () => '/suspended/appeal',
  /** asks once more before somebody is blocked; posting to it without the query blocks */
  block: (actorId?: string, back?: string) => withQuery('/settings/safety/block', { who: actorId, back }),
  unblock: () => '/settings/safety/unblock',
  closeDoor: () => '/settings/safety/door/close',
  openDoor: () => '/settings/safety/door/open',

  // about
  about: () => '/about',
  aboutSafety: () => '/about/safety',
  aboutPrivacy: () => '/about/privacy',
  aboutFederation: () => '/about/federation',
  aboutRules: () => '/about/rules',

  // running the district
  held: () => '/moderation/held',
  decideHeld: (id: string) => `/moderation/held/${part(id)}`,
  /** `about`: the lasting address of somebody, or of something that they shared */
  askModerator: (about?: string) => withQuery('/moderation/ask', { about }),
  reports: () => '/moderation/reports',
  readReported: (id: string) => `/moderation/reports/${part(id)}/read`,
  closeReport: (id: string) => `/moderation/reports/${part(id)}/close`,
  decideAppeal: (actorId: string) => `/moderation/appeals/${part(actorId)}`,
  invitePeople: () => '/admin/people',
  renewInvitation: () => '/admin/people/invitations/renew',
  withdrawInvitation: () => '/admin/people/invitations/withdraw',
  adminPerson: (actorId: string) => `/admin/people/${part(actorId)}`,
  changeRole: (actorId: string) => `/admin/people/${part(actorId)}/role`,
  suspendPerson: (actorId: string) => `/admin/people/${part(actorId)}/suspend`,
  liftSuspension: (actorId: string) => `/admin/people/${part(actorId)}/lift`,
  closeAccountOf: (actorId: string) => `/admin/people/${part(actorId)}/close`,
  rules: () => '/admin/rules',
  newRule: (domain?: string) => withQuery('/admin/rules/new', { domain }),
  changeRule: (domain: string) => withQuery('/admin/rules/change', { domain }),
  liftRule: () => '/admin/rules/lift',
  exportRules: () => '/admin/rules.csv',
  importRules: () => '/admin/rules/import',
  applyRules: () => '/admin/rules/import/apply',
  health: () => '/admin/health',
  tryHostAgain: () => '/admin/health/try-again',
  tryEventsAgain: () => '/admin/health/events-again',
  districtSettings: () => '/admin/district',
} as const;
