import { askQuestion } from '../../../server/actions/ask-question.ts';
import { blockActor } from '../../../server/actions/block-actor.ts';
import { changeProfile } from '../../../server/actions/change-profile.ts';
import { changeQuestionState } from '../../../server/actions/change-question-state.ts';
import { closeAccount } from '../../../server/actions/close-account.ts';
import { decideReply } from '../../../server/actions/decide-reply.ts';
import { editStory } from '../../../server/actions/edit-story.ts';
import { followActor, unfollowActor } from '../../../server/actions/follow-actor.ts';
import { withdrawQuote } from '../../../server/actions/quotes.ts';
import { reportContent } from '../../../server/actions/report-content.ts';
import { reportTry } from '../../../server/actions/report-try.ts';
import { sayThanks } from '../../../server/actions/say-thanks.ts';
import { takeBackWork } from '../../../server/actions/take-back-work.ts';
import { writeReply } from '../../../server/actions/write-reply.ts';
import { tryInput } from '../../../server/domain/adaptation.ts';
import { threadReplies } from '../../../server/reads/thread-replies.ts';
import { aStory, aTeacher, openDistrict, PASSWORD, publish, type TestDistrict } from '../district.ts';
import { eventually } from '../eventually.ts';
import { type Mastodon, openMastodon } from '../mastodon.ts';
import type { Account } from '../mastodon-account.ts';
import { aReply, create } from '../mastodon-people.ts';
import { AS, type Json } from '../peer-actor.ts';
import { publishWithPhotos, setPictureOf } from '../photo-scene.ts';
import { aQuestion } from '../questions.ts';
import { READ_THROUGH } from '../read-through.ts';
import { productionNames } from './production.ts';
import type { Delivery } from './simulator.ts';
import {
  CHINESE,
  demoStory,
  demoTry,
  FAR,
  LONGEST,
  line,
  longestTry,
  MOST_WORDS,
  RICH,
  SHORTEST,
} from './stories.ts';

/** A node that has sent everything it can send, and where its documents are. */
export interface Emitted {
  pine: TestDistrict;
  /** every activity that arrived, with the names of production */
  deliveries: Delivery[];
  /** addresses of documents, as they are here */
  addresses: string[];
  /** puts production's names into a text */
  production(text: string): string;
  stop(): Promise<void>;
}

/** Lets a node do everything that other servers hear of, with one server that hears it. */
export async function openEmitted(): Promise<Emitted> {
  const [pine, mastodon] = await Promise.all([openDistrict(), openMastodon()]);
  const production = productionNames({
    [pine.origin]: 'pinehollow.example',
    [mastodon.origin]: 'mastodon.example',
  });
  const deliveries: Delivery[] = [];
  mastodon.answer = ({ headers, body }) => {
    const text = production(body.toString());
    deliveries.push({
      activity: JSON.parse(text),
      size: Buffer.byteLength(text),
      contentType: headers['content-type'] ?? '',
      signatureAgeSeconds: (Date.now() - Date.parse(headers.date ?? '')) / 1_000,
    });
    return null;
  };
  const addresses = await everything(pine, mastodon);
  if (mastodon.refused.length > 0) throw new Error(mastodon.refused.join('\n'));
  return {
    pine,
    deliveries,
    addresses,
    production,
    stop: async () => void (await Promise.all([pine.stop(), mastodon.close()])),
  };
}

async function everything(pine: TestDistrict, mastodon: Mastodon): Promise<string[]> {
  const { ctx, origin } = pine;
  const [ruth, sam, leaver] = [
    await aTeacher(ctx, 'ruth', { bio: 'Chemistry & wonder.' }),
    await aTeacher(ctx, 'sam', { subjects: [], ageMin: null, ageMax: null }),
    await aTeacher(ctx, 'leaver'),
  ];
  const [bob, eve] = [mastodon.actor('bob'), mastodon.actor('eve')];
  const accounts = await Promise.all(
    ['ruth', 'sam', 'leaver', 'pinehollow'].map((name) => mastodon.search(`${name}@${ctx.host}`)),
  );
  for (const account of accounts) await mastodon.follow(bob, account);
  const [there, district] = [accounts[0] as Account, accounts[3] as Account];
  const sent = (type: string, count = 1) =>
    eventually(`${count} × ${type}`, async () => mastodon.of(type).length >= count);
  await sent('Accept', 4);
  await setPictureOf(ctx, ruth, 'self', 'A woman with a sand timer.');
  const rejected = await mastodon.search(`${ctx.host}@${ctx.host}`);
  await mastodon.follow(eve, rejected);
  await sent('Reject');

  const story = await publish(ctx, ruth, { ...demoStory('seven-silent-seconds'), quotePolicy: 'everyone' });
  const things = [story];
  things.push(await publishWithPhotos(ctx, ruth, { ...LONGEST, title: '照片' }, Array(6).fill(line(500))));
  for (const one of [
    SHORTEST,
    LONGEST,
    FAR,
    MOST_WORDS,
    CHINESE,
    RICH,
    demoStory('kun-oppilas-valitsee-vaikeusasteen'),
  ])
    things.push(await publish(ctx, ruth, one));
  things.push(await publish(ctx, ruth, aStory({ title: 'Grown from it', builtOn: [{ uri: story.uri }] })));
  const attempt = await reportTry(ctx, sam, story.uri, demoTry());
  const most = await reportTry(ctx, sam, story.uri, longestTry());
  things.push(
    await publish(ctx, sam, aStory({ title: 'Grown from a try', builtOn: [{ uri: attempt.uri }] })),
  );
  const again = await reportTry(
    ctx,
    ruth,
    attempt.uri,
    tryInput.parse({ happened: 'Yes.', verdict: 'not-yet' }),
  );
  const reply = await writeReply(ctx, sam, story.uri, { text: 'How *long*?\n\nAnd then?', lang: 'en' });
  const thanks = await sayThanks(ctx, sam, story.uri, {
    what: 'changed-how-i-teach',
    text: 'Since then I *wait*, and the quiet ones speak.',
    lang: 'en',
  });
  await editStory(
    ctx,
    ruth,
    story.id,
    { ...demoStory('seven-silent-seconds'), title: 'Seven seconds' },
    'Shorter.',
    READ_THROUGH,
  );

  // questions: asked, answered in words and with a story, and said to be answered
  const asked = await askQuestion(
    ctx,
    ruth,
    aQuestion({ question: line(500), lang: 'zh-Hant', gistOther: [{ lang: 'en', text: line(280) }] }),
  );
  const answered = await writeReply(ctx, sam, asked.uri, { text: 'With a *song*.', lang: 'en' });
  things.push(await publish(ctx, sam, aStory({ title: 'In answer', builtOn: [{ uri: asked.uri }] })));
  await changeQuestionState(ctx, ruth, asked.id, 'answered');

  // somebody elsewhere answers, is answered, quotes, is followed, reported and blocked
  const note = aReply(mastodon, bob, { account: there, uri: story.uri }, 'How?');
  await mastodon.send(bob, there.inbox, create(note));
  const asRuth = { kind: 'member', actorId: ruth, role: 'member' } as const;
  const held = await eventually(
    'the reply',
    async () => (await threadReplies(ctx.db, asRuth, { uri: story.uri, authorId: ruth, host: null })).held[0],
  );
  await decideReply(ctx, ruth, held.reply.id, 'show');
  const answer = await writeReply(ctx, ruth, note.id, { text: 'Like this.', lang: 'en' });
  const stamp = await quoted(mastodon, bob, there.inbox, story.uri, `${bob.uri}/statuses/1`);
  const other = things.at(-1) as { uri: string };
  await quoted(mastodon, bob, there.inbox, other.uri, `${bob.uri}/statuses/2`);
  const bobHere = await ctx.lookup.actor(bob.uri);
  await followActor(ctx, ruth, bobHere);
  await eventually('the Follow', async () => mastodon.of('Follow')[0]);
  await unfollowActor(ctx, ruth, bobHere.id);
  await reportContent(ctx, sam, { about: [note.id], reason: 'spam', text: 'Links.', forward: true });
  await changeProfile(ctx, sam, { name: 'Sam', bio: '', subjects: [], ageMin: null, ageMax: null });
  const eveHere = await ctx.lookup.actor(eve.uri);
  await blockActor(ctx, sam, eveHere, true);

  // more stories than are pinned, one taken back, and an account that is closed
  for (let n = 0; n < 4; n += 1) things.push(await publish(ctx, ruth, aStory({ title: `Story ${n}` })));
  const mistake = await publish(ctx, ruth, aStory({ title: 'A mistake' }));
  await eventually('the mistake', async () => mastodon.statuses.has(mistake.uri));
  await takeBackWork(ctx, ruth, mistake.id, 'mistake');
  const withdrawn = await askQuestion(ctx, sam, aQuestion());
  await eventually('the question', async () => mastodon.statuses.has(withdrawn.uri));
  await takeBackWork(ctx, sam, withdrawn.id, 'changed-mind');
  await sent('Undo', 3);
  await withdrawQuote(ctx, ruth, stamp);
  await closeAccount(ctx, leaver, PASSWORD);
  await Promise.all([
    sent('Delete', 4),
    ...['Announce', 'Follow', 'Flag', 'Block', 'Add', 'Remove'].map((type) => sent(type)),
    sent('Update', 3),
  ]);
  await eventually('the answer', async () => mastodon.statuses.has(answer.uri));

  const actors = [there.uri, `${origin}/ap/actors/${sam}`, district.uri];
  return [
    ...actors,
    `${origin}/ap/actor`,
    ...actors.flatMap((uri) =>
      ['outbox', 'outbox?page=first', 'followers', 'following', 'featured', 'featuredTags'].map(
        (name) => `${uri}/${name}`,
      ),
    ),
    ...things.map((thing) => thing.uri),
    ...[story, attempt, most, again, reply, thanks, answer, asked, answered].flatMap(({ uri }) => [
      uri,
      `${uri}/activities/create`,
      ...['replies', 'tries', 'context'].map((name) => `${uri}/${name}`),
    ]),
    mistake.uri,
    withdrawn.uri,
    `${origin}/ap/actors/${leaver}`,
  ];
}

/** Asks to quote a work. @returns the address of the permission, empty when it was refused */
async function quoted(
  mastodon: Mastodon,
  by: ReturnType<Mastodon['actor']>,
  inbox: string,
  object: string,
  instrument: string,
): Promise<string> {
  const id = `${instrument}/request`;
  await mastodon.send(by, inbox, {
    '@context': [AS, { QuoteRequest: 'https://w3id.org/fep/044f#QuoteRequest' }],
    id,
    type: 'QuoteRequest',
    actor: by.uri,
    object,
    instrument,
  });
  const answered = await eventually('an answer', async () =>
    [...mastodon.of('Accept'), ...mastodon.of('Reject')].find((one: Json) => one.object.id === id),
  );
  return answered.result ?? '';
}
