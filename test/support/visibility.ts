import { postAsWork } from '../../federation/translate/received-post.ts';
import { decideReply } from '../../server/actions/decide-reply.ts';
import { editStory } from '../../server/actions/edit-story.ts';
import { receiveReply, threadOf } from '../../server/actions/receive-reply.ts';
import { receiveTry } from '../../server/actions/receive-try.ts';
import { receiveWork } from '../../server/actions/receive-work.ts';
import { reportTry } from '../../server/actions/report-try.ts';
import { saveDraft } from '../../server/actions/save-draft.ts';
import { takeBackTry } from '../../server/actions/take-back-try.ts';
import { takeBackWork } from '../../server/actions/take-back-work.ts';
import { takeBackReply, writeReply } from '../../server/actions/write-reply.ts';
import { tryInput } from '../../server/domain/adaptation.ts';
import { objectUri } from '../../server/domain/addresses.ts';
import { adaptationByUri } from '../../server/store/adaptations.ts';
import { replyById, replyByUri } from '../../server/store/replies.ts';
import { workById, workByUri } from '../../server/store/works.ts';
import { aStory, publish, type TestDistrict } from './district.ts';
import { ANSWERED, addressesOf, photoIn } from './photo-scene.ts';
import { READ_THROUGH } from './read-through.ts';
import { aStranger } from './strangers.ts';
import { aTable } from './tables.ts';

/** Who looks. `server` is a fediverse server with a good signature. */
export const VIEWERS = ['anonymous', 'colleague', 'administrator', 'author', 'server'] as const;
export type ViewerName = (typeof VIEWERS)[number];

const EVERYBODY: readonly ViewerName[] = VIEWERS;
const INSIDE: readonly ViewerName[] = ['colleague', 'administrator', 'author'];
const AUTHOR: readonly ViewerName[] = ['author'];
const NOBODY: readonly ViewerName[] = [];

/** One thing with a word that stands nowhere else, who may read that word, and where it lives. */
export interface Thing {
  kind: string;
  secret: string;
  readers: readonly ViewerName[];
  /** paths that are this thing's own, with what they answer to those who may not read it */
  own: { path: string; refused: 404 | 410; activityPub?: boolean }[];
  /** the addresses of its photos, which hold no words */
  media?: string[];
}

const path = (url: string | null | undefined, origin: string): string =>
  (url ?? `${origin}/nowhere`).slice(origin.length);

/** Makes one of everything that exists, in every audience and state. @param author of all of it that is ours */
export async function makeThings(
  { ctx, origin }: TestDistrict,
  author: string,
  colleague: string,
): Promise<{ things: Thing[]; publicUri: string }> {
  const things: Thing[] = [];
  const told = (secret: string) =>
    aStory({
      title: `Story ${secret}`,
      gist: `A gist of ${secret}.`,
      whyItMatters: secret,
      tags: [`Tag${secret}`],
      sections: [{ key: 'how', markdown: `How: ${secret}` }],
    });
  const answers = (secret: string, audience: 'me' | 'district' | 'everyone') =>
    tryInput.parse({
      changed: `Changed ${secret}`,
      happened: `Happened ${secret}`,
      verdict: 'worked',
      evidence: [aTable(secret)],
      audience,
    });
  const addresses = (thing: { uri: string; url: string | null }, refused: 404 | 410): Thing['own'] => [
    { path: path(thing.url, origin), refused },
    { path: path(thing.url, origin), refused, activityPub: true },
    { path: path(thing.uri, origin), refused, activityPub: true },
  ];

  const draftId = await saveDraft(ctx, author, { ...told('zqdraft'), audience: 'everyone' });
  things.push({
    kind: 'story, draft',
    secret: 'zqdraft',
    readers: AUTHOR,
    own: [{ path: path(objectUri(origin, draftId), origin), refused: 404, activityPub: true }],
  });
  for (const [audience, readers] of [
    ['me', AUTHOR],
    ['district', INSIDE],
    ['everyone', EVERYBODY],
  ] as const) {
    const secret = `zqstory${audience}`;
    things.push({
      kind: `story, ${audience}`,
      secret,
      readers,
      own: addresses(await publish(ctx, author, { ...told(secret), audience }), 404),
    });
  }

  const narrowed = await publish(ctx, author, told('zqnarrowed'));
  await editStory(
    ctx,
    author,
    narrowed.id,
    { ...told('zqnarrowed'), audience: 'district' },
    '',
    READ_THROUGH,
  );
  things.push({
    kind: 'story, narrowed',
    secret: 'zqnarrowed',
    readers: INSIDE,
    own: [
      { path: path(narrowed.url, origin), refused: 404 },
      { path: path(narrowed.url, origin), refused: 410, activityPub: true },
      { path: path(narrowed.uri, origin), refused: 410, activityPub: true },
    ],
  });
  const gone = await publish(ctx, author, told('zqgone'));
  await takeBackWork(ctx, author, gone.id, 'student');
  things.push({ kind: 'story, taken back', secret: 'zqgone', readers: NOBODY, own: addresses(gone, 410) });

  const root = await publish(ctx, author, aStory({ title: 'The public one' }));
  for (const [audience, readers] of [
    ['me', AUTHOR],
    ['district', INSIDE],
    ['everyone', EVERYBODY],
  ] as const) {
    const secret = `zqtry${audience}`;
    things.push({
      kind: `try, ${audience}`,
      secret,
      readers,
      own: addresses(await reportTry(ctx, author, root.uri, answers(secret, audience)), 404),
    });
  }
  const withdrawn = await reportTry(ctx, author, root.uri, answers('zqwithdrawn', 'everyone'));
  await takeBackTry(ctx, author, withdrawn.id);
  things.push({
    kind: 'try, taken back',
    secret: 'zqwithdrawn',
    readers: NOBODY,
    own: addresses(withdrawn, 410),
  });

  const district = await publish(ctx, author, aStory({ title: 'For the district', audience: 'district' }));
  for (const [kind, to, readers] of [
    ['reply under a public story', root, EVERYBODY],
    ['reply under a district story', district, INSIDE],
  ] as const) {
    const secret = `zqreply${readers.length}`;
    const written = await writeReply(ctx, author, to.uri, { text: `Said ${secret}`, lang: 'en' });
    things.push({
      kind,
      secret,
      readers,
      own: addresses({ uri: written.uri, url: (await replyById(ctx.db, written.id))?.url ?? null }, 404),
    });
  }
  const unsaid = await writeReply(ctx, author, root.uri, { text: 'Said zqunsaid', lang: 'en' });
  await takeBackReply(ctx, author, unsaid.id);
  things.push({
    kind: 'reply, taken back',
    secret: 'zqunsaid',
    readers: NOBODY,
    own: addresses({ uri: unsaid.uri, url: `${origin}/@ruth/replies/${unsaid.id}` }, 410),
  });
  for (const [place, readers] of [
    ['draft', AUTHOR],
    ['me', AUTHOR],
    ['district', INSIDE],
    ['everyone', EVERYBODY],
    ['taken back', NOBODY],
  ] as const) {
    const secret = `zqphoto${place.replace(' ', '')}`;
    const alt = `A photo of ${secret}.`;
    const { id, photo } = await photoIn(ctx, author, place, undefined, { ...ANSWERED, alt });
    const work = await workById(ctx.db, id);
    const own = work?.url ? addresses(work, place === 'taken back' ? 410 : 404) : [];
    things.push({ kind: `photo, ${place}`, secret, readers, own, media: addressesOf([photo]) });
  }
  await fromElsewhere({ ctx, origin } as TestDistrict, author, root.uri, things);
  things.push({
    kind: 'reply of a colleague to the public one',
    secret: 'zqcolleague',
    readers: EVERYBODY,
    own: [],
  });
  await writeReply(ctx, colleague, root.uri, { text: 'Said zqcolleague', lang: 'en' });
  return { things, publicUri: root.uri };
}

/** What strangers sent: held for the author, hidden by them; and a work from elsewhere, for members only. */
async function fromElsewhere(
  { ctx }: TestDistrict,
  author: string,
  rootUri: string,
  things: Thing[],
): Promise<void> {
  const stranger = await aStranger(ctx, 'sam');
  const thread = await threadOf(ctx, rootUri);
  if (!thread) throw new Error('the public story has no thread');
  const common = {
    url: null,
    authorUri: stranger.uri,
    lang: 'en',
    publishedAt: ctx.clock.now(),
    updatedAt: null,
    lineage: [],
    isPublic: true,
    raw: {},
  };
  for (const [secret, readers, kind] of [
    ['zqheld', AUTHOR, 'reply from elsewhere, held'],
    ['zqhidden', NOBODY, 'reply from elsewhere, hidden'],
  ] as const) {
    const uri = `https://stranger.example/notes/${secret}`;
    await receiveReply(ctx, stranger, thread, {
      type: 'note',
      ...common,
      uri,
      contentHtml: `<p>${secret}</p>`,
      inReplyTo: rootUri,
      mentions: [],
    });
    const stored = await replyByUri(ctx.db, uri);
    if (kind.endsWith('hidden') && stored) await decideReply(ctx, author, stored.id, 'hide');
    things.push({ kind, secret, readers, own: [] });
  }
  const heldTry = 'https://stranger.example/notes/try';
  await receiveTry(ctx, stranger, {
    type: 'try',
    ...common,
    uri: heldTry,
    contentHtml: '<p>zqheldtry</p>',
    ofUri: rootUri,
    context: '',
    changed: 'zqheldtry',
    kept: '',
    happened: 'zqheldtry',
    verdict: 'worked',
    tip: '',
    evidence: [aTable('zqheldtry')],
    gistOther: [],
    subjects: [],
    ageMin: null,
    ageMax: null,
  });
  if ((await adaptationByUri(ctx.db, heldTry))?.state !== 'held')
    throw new Error('a try of an unknown server should wait');
  things.push({ kind: 'try from elsewhere, held', secret: 'zqheldtry', readers: AUTHOR, own: [] });
  const workUri = 'https://stranger.example/works/1';
  await receiveWork(ctx, stranger, {
    type: 'work',
    ...common,
    uri: workUri,
    contentHtml: '<p>zqremote</p>',
    kind: 'practice-story',
    title: 'zqremote',
    gist: 'zqremote',
    gistOther: [],
    sections: [],
    subjects: [],
    focus: [],
    tags: [],
    ageMin: null,
    ageMax: null,
    levelLabel: '',
    classSize: null,
    whyItMatters: '',
    madePossibleBy: '',
    licence: 'cc-by',
    builtOn: [],
    version: 1,
    changeNote: '',
  });
  const work = await workByUri(ctx.db, workUri);
  things.push({
    kind: 'story from elsewhere',
    secret: 'zqremote',
    readers: INSIDE,
    own: [{ path: `/r/${work?.id}`, refused: 404 }],
  });
  const post = postAsWork({
    type: 'note',
    ...common,
    uri: 'https://stranger.example/notes/post',
    contentHtml: '<p>zqpost</p>',
    inReplyTo: null,
    mentions: [],
    raw: { type: 'Note' },
  });
  if (!post) throw new Error('a short post should be kept');
  await receiveWork(ctx, stranger, post);
  const kept = await workByUri(ctx.db, post.uri);
  things.push({
    kind: 'short post from elsewhere that was tried',
    secret: 'zqpost',
    readers: INSIDE,
    own: [{ path: `/r/${kept?.id}`, refused: 404 }],
  });
}
