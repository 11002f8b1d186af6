import { appealSuspension } from '../../server/actions/appeal-suspension.ts';
import { askQuestion } from '../../server/actions/ask-question.ts';
import { blockActor } from '../../server/actions/block-actor.ts';
import { handOver } from '../../server/actions/busy-replies.ts';
import { inviteCoAuthor } from '../../server/actions/co-authors.ts';
import type { Ctx } from '../../server/actions/context.ts';
import { countAsTry } from '../../server/actions/count-as-try.ts';
import { decideReply } from '../../server/actions/decide-reply.ts';
import { closeDoor } from '../../server/actions/door.ts';
import { followActor } from '../../server/actions/follow-actor.ts';
import { invitePerson } from '../../server/actions/invite-person.ts';
import { issueSetupLink } from '../../server/actions/issue-setup-link.ts';
import { planTry } from '../../server/actions/plan-try.ts';
import { reportContent } from '../../server/actions/report-content.ts';
import { reportTry } from '../../server/actions/report-try.ts';
import { saveDraft } from '../../server/actions/save-draft.ts';
import { sayThanks } from '../../server/actions/say-thanks.ts';
import { setDomainRule } from '../../server/actions/set-domain-rule.ts';
import { suspendPerson } from '../../server/actions/suspend-person.ts';
import { takeBackWork } from '../../server/actions/take-back-work.ts';
import { writeReply } from '../../server/actions/write-reply.ts';
import { tryInput } from '../../server/domain/adaptation.ts';
import { domainRuleInput } from '../../server/domain/domain-rule.ts';
import type { Work } from '../../server/domain/work.ts';
import { noticesOf } from '../../server/reads/notices.ts';
import { actorByUri } from '../../server/store/actors.ts';
import { saveAppreciation } from '../../server/store/appreciations.ts';
import { followBetween } from '../../server/store/follows.ts';
import { workById, workByUri } from '../../server/store/works.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from './district.ts';
import { eventually } from './eventually.ts';
import { ANSWERED, photoIn } from './photo-scene.ts';
import { jpegOf } from './photos.ts';
import { aQuestion } from './questions.ts';
import { aStranger, saysUnder } from './strangers.ts';
import { openUnnamed, type UnnamedNode } from './unnamed-node.ts';

/** Words as they happen to a page: no room to break, and more of them than anybody expects. */
const LONG_WORD = 'Unterrichtsvorbereitungszusammenarbeitsgemeinschaftsprotokollentwurfsbesprechung';
const LONG_NAME = 'Wilhelmina-Alexandrina Featherstonehaugh-Cholmondeley-Smythe';

/** Two districts with something on every page, and a node on its first day. */
export interface Scene {
  pine: TestDistrict;
  koivu: TestDistrict;
  unnamed: UnnamedNode;
  /** addresses and ids of what the pages are about */
  story: { id: string; uri: string; url: string };
  long: { url: string };
  gone: { id: string; url: string };
  draft: string;
  /** a draft in which marcus is asked to be named, with something that the student check asks about */
  together: string;
  /** a draft with a photo that nobody has answered for; its id and the photo's */
  photos: { id: string; photo: string };
  /** a published story with a photo */
  withPhoto: { id: string; url: string };
  tryHere: { id: string; url: string };
  replyHere: { url: string };
  /** a story of noor's that strangers answered all at once, and that waits with the moderators */
  busy: { url: string };
  /** the id of a plan of marcus's */
  plan: string;
  /** ruth's, answered in words and with a story */
  question: { id: string; uri: string; url: string };
  /** Marja's story as it is kept at Pine Hollow */
  fromElsewhere: { id: string; uri: string };
  marja: { id: string; handle: string };
  /** actor ids; oskar is suspended and has said something to it */
  people: Record<'ruth' | 'priya' | 'oskar', string>;
  invitation: string;
  setup: { named: string; unnamed: string };
  stop(): Promise<void>;
}

/** Opens both, with ruth, marcus, noor (moderator) and priya (administrator) at Pine Hollow, marja at Koivuranta. */
export async function openScene(): Promise<Scene> {
  const [pine, koivu, unnamed] = await Promise.all([
    openDistrict('Pine Hollow', 'pinehollow'),
    openDistrict('Koivuranta', 'koivuranta'),
    openUnnamed(),
  ]);
  const stop = async () => void (await Promise.all([pine.stop(), koivu.stop(), unnamed.stop()]));
  try {
    return { pine, koivu, unnamed, stop, ...(await fill(pine, koivu, unnamed)) };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Content = Omit<Scene, 'pine' | 'koivu' | 'unnamed' | 'stop'>;

async function fill(pine: TestDistrict, koivu: TestDistrict, unnamed: UnnamedNode): Promise<Content> {
  const { ctx } = pine;
  const [ruth, marcus, priya, noor] = await Promise.all([
    aTeacher(ctx, 'ruth', { bio: 'Chemistry. Curious about silence.' }),
    aTeacher(ctx, 'marcus', { subjects: ['mathematics'] }),
    aTeacher(ctx, 'priya', { role: 'admin', label: 'coach' }),
    aTeacher(ctx, 'noor', { role: 'moderator' }),
  ]);
  const wilhelmina = await aTeacher(ctx, 'wilhelmina_alexandrina_feather', {
    name: LONG_NAME,
    bio: LONG_WORD,
  });
  const marja = await aTeacher(koivu.ctx, 'marja');

  const story = await publish(ctx, ruth, aStory());
  const draft = await saveDraft(ctx, ruth, aStory({ title: 'Not finished yet' }));
  const together = await saveDraft(
    ctx,
    ruth,
    aStory({
      title: 'Together',
      sections: [
        { key: 'how', markdown: `Write to ${LONG_WORD}@family.example or https://drive.google.com/x.` },
      ],
    }),
  );
  await inviteCoAuthor(ctx, ruth, together, 'marcus');
  const { photos, withPhoto } = await photographed(pine, ruth);
  const gone = await publish(ctx, ruth, aStory({ title: 'Taken back' }));
  await takeBackWork(ctx, ruth, gone.id, 'mistake');
  const long = await publish(ctx, wilhelmina, longStory(story.uri));
  const tryHere = await reportTry(
    ctx,
    marcus,
    story.uri,
    aTry({ tip: 'Turn it over slowly.', audience: 'everyone' }),
  );
  await reportTry(
    ctx,
    wilhelmina,
    tryHere.uri,
    aTry({ changed: LONG_WORD, happened: `${LONG_WORD} `.repeat(4) }),
  );
  const reply = await writeReply(ctx, marcus, story.uri, {
    text: `How long is the sand?\n\n${LONG_WORD}`,
    lang: 'en',
  });
  const answer = await writeReply(ctx, ruth, reply.uri, { text: 'Seven seconds.', lang: 'en' });
  await deepTalk(ctx, [marcus, ruth], answer.uri);
  await sayThanks(ctx, wilhelmina, story.uri, {
    what: 'changed-how-i-teach',
    text: `Thank you for it: ${LONG_WORD}`,
    lang: 'en',
  });

  const question = await askQuestion(
    ctx,
    ruth,
    aQuestion({ question: `Who waits longer? ${LONG_WORD}`, gistOther: [{ lang: 'de', text: LONG_WORD }] }),
  );
  await writeReply(ctx, marcus, question.uri, { text: LONG_WORD, lang: 'de' });
  await publish(ctx, marcus, aStory({ title: 'I count to nine', builtOn: [{ uri: question.uri }] }));

  const fromMarja = await exchange({ pine, koivu, ruth, marcus, marja, story });
  const marjaHere = await actorByUri(ctx.db, `${koivu.origin}/ap/actors/${marja}`);
  if (!marjaHere) throw new Error('Marja is not known at Pine Hollow');
  await reportContent(ctx, marcus, { about: [long.uri], reason: 'other', text: LONG_WORD, forward: false });
  await blockActor(ctx, marcus, marjaHere);
  for (const severity of ['silence', 'suspend'] as const)
    await setDomainRule(
      ctx,
      priya,
      domainRuleInput.parse({ domain: `${severity}.example`, severity, publicComment: LONG_WORD }),
    );
  const busy = await answeredAtOnce(ctx, noor);
  await closeDoor(ctx, wilhelmina, 7);
  const { id: plan } = await planTry(ctx, marcus, long.uri, {
    plannedFor: ctx.clock.now().toISOString().slice(0, 10),
    word: LONG_WORD,
  });
  const [named, fresh] = await Promise.all([issueSetupLink(koivu.ctx), issueSetupLink(unnamed.ctx)]);

  return {
    story,
    long,
    gone,
    draft,
    together,
    photos,
    withPhoto,
    tryHere,
    replyHere: { url: `${pine.origin}/@marcus/replies/${reply.id}` },
    busy,
    plan,
    question,
    fromElsewhere: fromMarja,
    people: { ruth, priya, oskar: await twoSuspended(ctx, priya) },
    marja: { id: marjaHere.id, handle: `marja@${koivu.ctx.host}` },
    invitation: `${pine.origin}/join/${await invitePerson(ctx, priya, { email: null, label: 'teacher' })}`,
    setup: { named: `${koivu.origin}/setup/${named}`, unnamed: `${unnamed.origin}/setup/${fresh}` },
  };
}

/** An exchange so long that answers are moved in as far as they go; one of them counts as a try, one is a gap. */
async function deepTalk(ctx: Ctx, [marcus, ruth]: readonly [string, string], from: string): Promise<void> {
  let to = from;
  for (const [who, text] of [
    [marcus, 'I tried it on Friday, and they spoke.'],
    [ruth, 'Never mind.'],
    [marcus, LONG_WORD],
    [ruth, LONG_WORD],
  ] as const) {
    const said = await writeReply(ctx, who, to, { text, lang: 'en' });
    if (text.startsWith('I tried')) await countAsTry(ctx, ruth, said.id, true);
    if (text.startsWith('Never')) await decideReply(ctx, ruth, said.id, 'hide');
    to = said.uri;
  }
}

/** A photo that waits for its answers, and one that everybody sees; Ruth has a picture of her own. */
async function photographed(
  { ctx }: TestDistrict,
  ruth: string,
): Promise<Pick<Content, 'photos' | 'withPhoto'>> {
  const waiting = await photoIn(ctx, ruth, 'draft', await jpegOf(900, 1_600), { alt: LONG_WORD });
  const shown = await photoIn(ctx, ruth, 'everyone', await jpegOf(1_600, 900), {
    ...ANSWERED,
    alt: LONG_WORD,
  });
  const url = (await workById(ctx.db, shown.id))?.url ?? '';
  return { photos: { id: waiting.id, photo: waiting.photo.id }, withPhoto: { id: shown.id, url } };
}

/** Ruth and Marja follow each other; Marja's story, her try and her word, which waits for Ruth, arrive at Pine Hollow. */
async function exchange(people: {
  pine: TestDistrict;
  koivu: TestDistrict;
  ruth: string;
  marcus: string;
  marja: string;
  story: { uri: string };
}): Promise<Work> {
  const { pine, koivu, ruth, marcus, marja, story } = people;
  const marjaHere = await pine.ctx.lookup.actor(`@marja@${koivu.ctx.host}`);
  await followActor(pine.ctx, marcus, marjaHere);
  await eventually(
    'Marcus follows Marja',
    async () => (await followBetween(pine.ctx.db, marcus, marjaHere.id))?.state === 'accepted',
  );
  const theirs = await publish(
    koivu.ctx,
    marja,
    aStory({
      title: 'Kolme chiliä',
      gist: 'Valinnan voima.',
      lang: 'fi',
      gistOther: [{ lang: 'en', text: 'When students choose how hard.' }],
    }),
  );
  const here = await eventually('Marja’s story is here', () => workByUri(pine.ctx.db, theirs.uri));
  await koivu.ctx.lookup.object(story.uri);
  await reportTry(koivu.ctx, marja, story.uri, aTry({ audience: 'everyone' }));
  await writeReply(koivu.ctx, marja, story.uri, { text: 'Kuinka pitkään?', lang: 'fi' });
  await eventually('Ruth has heard of both', async () => {
    const notices = await noticesOf(pine.ctx.db, ruth, 20);
    const kinds = notices.filter(({ from }) => from !== null && from.host !== null).map(({ kind }) => kind);
    return kinds.includes('tried') && kinds.includes('reply-held');
  });
  return here;
}

const aTry = (more: Record<string, unknown> = {}) =>
  tryInput.parse({
    context: 'Grade 8, 28 students, last lesson of the day.',
    changed: 'Pairs write together, in one colour.',
    kept: 'The sand timer.',
    happened: 'It got quiet, and then everybody spoke.',
    verdict: 'worked',
    evidence: [wideTable()],
    ...more,
  });

/** A story that closed to strangers, liked by one of them; its author asked the moderators to take it. */
async function answeredAtOnce(ctx: Ctx, author: string): Promise<{ url: string }> {
  const story = await publish(ctx, author, aStory({ title: `Busy ${LONG_WORD}`.slice(0, 90) }));
  const stranger = await aStranger(ctx, 'stranger', { name: LONG_NAME });
  for (let n = 0; n < 21; n += 1) await saysUnder(ctx, stranger, story.uri, LONG_WORD);
  const activityUri = `${stranger.uri}/likes/1`;
  await saveAppreciation(ctx.db, { activityUri, actorId: stranger.id, objectUri: story.uri, kind: 'like' });
  await handOver(ctx, author, story.id);
  return story;
}

/** As many columns as there may be, with names as long as they may be. */
function wideTable() {
  const name = LONG_WORD.slice(0, 38);
  return {
    caption: `Who spoke, ${LONG_WORD}`,
    columns: [
      { name, type: 'label' },
      ...[1, 2, 3, 4].map((week) => ({ name: `${name} ${week}`, type: 'count' })),
    ],
    rows: [
      { cells: [LONG_WORD.slice(0, 60), 11, 16, null, 1_000_000], n: 27 },
      { cells: ['Class B', 12, 19, 14, 15], n: 26 },
    ],
  };
}

/** Tilda and Oskar are suspended; Oskar has said something to it. @returns Oskar's actor id */
async function twoSuspended(ctx: Ctx, by: string): Promise<string> {
  const [tilda, oskar] = [await aTeacher(ctx, 'tilda'), await aTeacher(ctx, 'oskar', { name: LONG_NAME })];
  for (const id of [tilda, oskar]) await suspendPerson(ctx, by, id, { reason: 'rules', note: LONG_WORD });
  await appealSuspension(ctx, oskar, `Please look again. ${LONG_WORD}`);
  return oskar;
}

/** A story with everything in it that can make a page too wide. */
function longStory(builtOn: string) {
  return aStory({
    title: LONG_WORD,
    gist: `${LONG_WORD} ${LONG_WORD}`,
    sections: [
      { key: 'where', markdown: `> ${LONG_WORD}\n\n# ${LONG_WORD}` },
      {
        key: 'how',
        markdown: `1. ${LONG_WORD}\n   - ${LONG_WORD}\n\n\`\`\`\n${LONG_WORD.repeat(2)}\n\`\`\`\n\n\`${LONG_WORD}\``,
      },
      {
        key: 'students',
        markdown: `<https://www.example.org/${LONG_WORD}/${LONG_WORD}>\n\n| ${LONG_WORD} | ${LONG_WORD} |\n|--|--|\n| 14 | 22 |`,
      },
    ],
    tags: ['Unterrichtsvorbereitungszusammenarbeit'],
    levelLabel: LONG_WORD.slice(0, 60),
    whyItMatters: LONG_WORD,
    madePossibleBy: LONG_WORD,
    builtOn: [{ uri: builtOn }],
  });
}
