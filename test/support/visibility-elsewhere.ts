import { postAsWork } from '../../federation/translate/received-post.ts';
import { handOver } from '../../server/actions/busy-replies.ts';
import { decideReply } from '../../server/actions/decide-reply.ts';
import { receiveReply, threadOf } from '../../server/actions/receive-reply.ts';
import { receiveTry } from '../../server/actions/receive-try.ts';
import { receiveWork } from '../../server/actions/receive-work.ts';
import { adaptationByUri } from '../../server/store/adaptations.ts';
import { saveAppreciation } from '../../server/store/appreciations.ts';
import { replyByUri } from '../../server/store/replies.ts';
import { workByUri } from '../../server/store/works.ts';
import { aStory, publish, type TestDistrict } from './district.ts';
import { aStranger, saysUnder } from './strangers.ts';
import { aTable } from './tables.ts';
import { AUTHOR, INSIDE, MODERATING, NOBODY, type Thing } from './visibility-readers.ts';

/** What strangers sent: held for the author, hidden by them; and a work from elsewhere, for members only. */
export async function fromElsewhere(
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
  const busy = await publish(ctx, author, aStory({ title: 'The busy one' }));
  await saysUnder(ctx, stranger, busy.uri, 'zqhandedover');
  await handOver(ctx, author, busy.id);
  things.push({
    kind: 'reply from elsewhere, held and handed to the moderators',
    secret: 'zqhandedover',
    readers: MODERATING,
    own: [],
  });
  const liker = await aStranger(ctx, 'zqliker');
  const activityUri = `${liker.uri}/likes/1`;
  await saveAppreciation(ctx.db, { activityUri, actorId: liker.id, objectUri: rootUri, kind: 'like' });
  things.push({ kind: 'who liked it elsewhere', secret: 'zqliker', readers: AUTHOR, own: [] });
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
  const remote = {
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
    licence: 'cc-by' as const,
    builtOn: [],
    version: 1,
    changeNote: '',
  };
  for (const [kind, secret, what] of [
    ['practice-story', 'zqremote', 'story from elsewhere'],
    ['call', 'zqfaraway', 'question from elsewhere'],
  ] as const) {
    const workUri = `https://stranger.example/works/${secret}`;
    await receiveWork(ctx, stranger, {
      type: 'work',
      ...common,
      ...remote,
      uri: workUri,
      contentHtml: `<p>${secret}</p>`,
      kind,
      ...(kind === 'call' ? { callState: 'open' as const } : {}),
      title: secret,
      gist: secret,
    });
    const work = await workByUri(ctx.db, workUri);
    things.push({
      kind: what,
      secret,
      readers: INSIDE,
      own: [
        { path: `/r/${work?.id}`, refused: 404 },
        { path: `/r/${work?.id}/lineage`, refused: 404 },
      ],
    });
  }
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
