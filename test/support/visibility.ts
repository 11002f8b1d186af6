import { askQuestion } from '../../server/actions/ask-question.ts';
import { decideReply } from '../../server/actions/decide-reply.ts';
import { editStory } from '../../server/actions/edit-story.ts';
import { reportTry } from '../../server/actions/report-try.ts';
import { saveDraft } from '../../server/actions/save-draft.ts';
import { sayThanks } from '../../server/actions/say-thanks.ts';
import { takeBackTry } from '../../server/actions/take-back-try.ts';
import { takeBackWork } from '../../server/actions/take-back-work.ts';
import { takeBackReply, writeReply } from '../../server/actions/write-reply.ts';
import { tryInput } from '../../server/domain/adaptation.ts';
import { objectUri } from '../../server/domain/addresses.ts';
import { replyById } from '../../server/store/replies.ts';
import { workById } from '../../server/store/works.ts';
import { aStory, publish, type TestDistrict } from './district.ts';
import { ANSWERED, addressesOf, photoIn } from './photo-scene.ts';
import { aQuestion } from './questions.ts';
import { READ_THROUGH } from './read-through.ts';
import { aTable } from './tables.ts';
import { fromElsewhere } from './visibility-elsewhere.ts';
import { AUTHOR, EVERYBODY, INSIDE, NOBODY, type Thing } from './visibility-readers.ts';

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

  /** the way of the idea says what came of it; of what is taken back nobody learns even that */
  const withLineage = (thing: { uri: string; url: string | null }, refused: 404 | 410): Thing['own'] => [
    ...addresses(thing, refused),
    { path: `${path(thing.url, origin)}/lineage`, refused: 404 },
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
      own: withLineage(await publish(ctx, author, { ...told(secret), audience }), 404),
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
      { path: `${path(narrowed.url, origin)}/lineage`, refused: 404 },
      { path: path(narrowed.url, origin), refused: 410, activityPub: true },
      { path: path(narrowed.uri, origin), refused: 410, activityPub: true },
    ],
  });
  const gone = await publish(ctx, author, told('zqgone'));
  await takeBackWork(ctx, author, gone.id, 'student');
  things.push({ kind: 'story, taken back', secret: 'zqgone', readers: NOBODY, own: withLineage(gone, 410) });

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
      own: withLineage(await reportTry(ctx, author, root.uri, answers(secret, audience)), 404),
    });
  }
  const withdrawn = await reportTry(ctx, author, root.uri, answers('zqwithdrawn', 'everyone'));
  await takeBackTry(ctx, author, withdrawn.id);
  things.push({
    kind: 'try, taken back',
    secret: 'zqwithdrawn',
    readers: NOBODY,
    own: withLineage(withdrawn, 410),
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
  things.push(...(await thankYous({ ctx, origin } as TestDistrict, author, colleague, root.uri)));
  await questionsOf({ ctx, origin } as TestDistrict, author, things, addresses);
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

/** What a colleague thanks the author for: shown, hidden by the author, and under a story that takes no replies. */
async function thankYous(
  { ctx, origin }: TestDistrict,
  author: string,
  colleague: string,
  rootUri: string,
): Promise<Thing[]> {
  const both = ['colleague', 'author'] as const;
  const hidden = await publish(ctx, author, aStory({ title: 'Thanked and hidden' }));
  const quiet = await publish(ctx, author, aStory({ title: 'No replies', replyPolicy: 'nobody' }));
  const made: Thing[] = [];
  for (const [kind, of, secret, readers] of [
    ['thank-you under a public story', rootUri, 'zqthanks', EVERYBODY],
    ['thank-you, hidden by the author', hidden.uri, 'zqunthanked', both],
    ['thank-you where no replies are taken', quiet.uri, 'zqthankheld', both],
  ] as const) {
    const said = { what: 'used-it' as const, text: `Thank you for all of ${secret}.`, lang: 'en' };
    const { id, uri } = await sayThanks(ctx, colleague, of, said);
    if (of === hidden.uri) await decideReply(ctx, author, id, 'hide');
    const path = `/@marcus/replies/${id}`;
    made.push({
      kind,
      secret,
      readers,
      own: [
        { path, refused: 404 },
        { path, refused: 404, activityPub: true },
        { path: uri.slice(origin.length), refused: 404, activityPub: true },
      ],
    });
    // more than three to one person on one day are not taken
    await ctx.db
      .updateTable('reply')
      .set({ published_at: new Date(ctx.clock.now().getTime() - 2 * 86_400_000) })
      .where('id', '=', id)
      .execute();
  }
  return made;
}

/** Questions of each audience, one that was taken back, and what was answered to one that stays inside. */
async function questionsOf(
  { ctx, origin }: TestDistrict,
  author: string,
  things: Thing[],
  addresses: (thing: { uri: string; url: string | null }, refused: 404 | 410) => Thing['own'],
): Promise<void> {
  const ask = (secret: string, audience: 'district' | 'everyone') =>
    askQuestion(
      ctx,
      author,
      aQuestion({
        question: `Who knows ${secret}?`,
        gistOther: [{ lang: 'fi', text: `Kuka tietää: ${secret}` }],
        audience,
      }),
    );
  for (const [audience, readers] of [
    ['district', INSIDE],
    ['everyone', EVERYBODY],
  ] as const) {
    const secret = `zqasked${audience}`;
    const asked = await ask(secret, audience);
    things.push({ kind: `question, ${audience}`, secret, readers, own: addresses(asked, 404) });
    if (audience === 'everyone') continue;
    const answer = await writeReply(ctx, author, asked.uri, { text: 'Said zqanswer', lang: 'en' });
    const url = `${origin}/@ruth/replies/${answer.id}`;
    things.push({
      kind: 'reply under a district question',
      secret: 'zqanswer',
      readers,
      own: addresses({ uri: answer.uri, url }, 404),
    });
  }
  const gone = await ask('zqunasked', 'everyone');
  await takeBackWork(ctx, author, gone.id, 'student');
  things.push({
    kind: 'question, taken back',
    secret: 'zqunasked',
    readers: NOBODY,
    own: addresses(gone, 410),
  });
}
