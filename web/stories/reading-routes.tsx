import { askForThread } from '../../server/actions/backfill.ts';
import { countAsTry } from '../../server/actions/count-as-try.ts';
import { decideReply } from '../../server/actions/decide-reply.ts';
import { withdrawQuote } from '../../server/actions/quotes.ts';
import { replyInput, replySubject, takeBackReply, writeReply } from '../../server/actions/write-reply.ts';
import type { Actor } from '../../server/domain/actor.ts';
import { isClosed, isQuestion } from '../../server/domain/question.ts';
import { Refusal } from '../../server/domain/refusal.ts';
import { isResting } from '../../server/reads/guards.ts';
import { type Place, placeOf, placeOfId } from '../../server/reads/place-of.ts';
import { answeringStories } from '../../server/reads/questions.ts';
import { replyPage } from '../../server/reads/reply-page.ts';
import { remoteWorkPage, type StoryPage as StoryData, storyPage } from '../../server/reads/story-page.ts';
import {
  answerable,
  pageOfReply,
  type ThreadReplies,
  threadReplies,
} from '../../server/reads/thread-replies.ts';
import { type TryPage as TryData, tryPage } from '../../server/reads/try-page.ts';
import { askedIn } from '../check/asked-in.ts';
import { answersIn } from '../check/check-form.ts';
import { pathPart, queryPart, typed, whoOf } from '../http/asked.ts';
import { takeOne } from '../http/limits.ts';
import type { MemberVisit, Outcome, Routes, Visit } from '../http/visit.ts';
import { type FormState, failedForm, freshForm } from '../kit/form-state.ts';
import { paths } from '../paths.ts';
import { QuestionPage } from '../questions/question-page.tsx';
import { TryPage } from '../tries/try-page.tsx';
import type { ReplyBox } from './conversation.tsx';
import { placePath } from './refs.ts';
import { replyLanguage } from './reply-language.ts';
import { ReplyPage } from './reply-page.tsx';
import { StoryPage } from './story-page.tsx';
import { FIRST_TRIES, type TriesAsked, triesShown } from './tries-shown.ts';

type Questions = ReplyBox['questions'];
/** The story or try that a conversation is about. */
type Root = { id: string; uri: string; host: string | null; authorId: string; lang: string };

/** Stories and tries as they are read, and the conversation under them. */
export function readingRoutes(routes: Routes): void {
  routes.get('/@:who/tries/:id', async (visit) => {
    const { handle, host } = whoOf(visit);
    const { asked, read } = await triesShown(visit);
    const data = await tryPage(visit.web.ctx.db, visit.viewer, handle, host, pathPart(visit, 'id'), read);
    return showTry(visit, data, { tries: asked });
  });
  routes.get('/@:who/replies/:id', showReply);
  routes.memberGet('/r/:id', async (visit) => {
    const { asked, read } = await triesShown(visit);
    const data = await remoteWorkPage(visit.web.ctx.db, visit.viewer, pathPart(visit, 'id'), read);
    return showStory(visit, data, { tries: asked });
  });
  routes.memberPost('/r/:id/fetch', fetchAgain);
  routes.memberPost('/works/:id/reply', reply);
  routes.memberPost('/works/:id/quotes/withdraw', withdraw);
  routes.memberPost('/replies/:id/show', (visit) => decide(visit, 'show'));
  routes.memberPost('/replies/:id/hide', (visit) => decide(visit, 'hide'));
  routes.memberPost('/replies/:id/count-as-try', count);
  routes.memberPost('/replies/:id/take-back', takeReplyBack);
  routes.get('/@:who/:slug', async (visit) => {
    const { handle, host } = whoOf(visit);
    if (host !== null) throw new Refusal('not-found', 'no-work');
    const { asked, read } = await triesShown(visit);
    const data = await storyPage(visit.web.ctx.db, visit.viewer, handle, pathPart(visit, 'slug'), read);
    return showStory(visit, data, { tries: asked });
  });
}

/** How a page is shown: which of its tries, and with what was sent to it. */
interface Shown {
  tries?: TriesAsked;
  sent?: FormState;
  questions?: Questions;
}

async function showStory(
  visit: Visit,
  data: StoryData,
  { tries = FIRST_TRIES, sent, questions }: Shown,
): Promise<Outcome> {
  const { work } = data;
  await askElsewhere(visit, work.uri);
  const closed = (work.replyPolicy === 'nobody' || isClosed(work)) && !data.isAuthor;
  const resting = await restingNote(visit, data.author);
  const [talk, box] = await Promise.all([
    talkUnder(visit, work),
    closed || resting ? null : boxFor(visit, work, sent, questions),
  ]);
  const page = isQuestion(work) ? (
    <QuestionPage
      frame={visit.frame}
      data={data}
      talk={talk}
      box={box}
      resting={resting}
      stories={await answeringStories(visit.web.ctx.db, visit.viewer, work.uri)}
    />
  ) : (
    <StoryPage frame={visit.frame} data={data} talk={talk} box={box} resting={resting} tries={tries} />
  );
  if (sent) return { page, status: 422 };
  return visit.viewer.kind === 'anonymous' ? { page, tags: tagsOf(work.uri, work.authorId) } : { page };
}

async function showTry(
  visit: Visit,
  data: TryData,
  { tries = FIRST_TRIES, sent, questions }: Shown,
): Promise<Outcome> {
  const { adaptation, author } = data;
  await askElsewhere(visit, adaptation.uri);
  const resting = await restingNote(visit, author);
  const [talk, box] = await Promise.all([
    talkUnder(visit, adaptation),
    resting || adaptation.audience === 'me' ? null : boxFor(visit, adaptation, sent, questions),
  ]);
  const page = (
    <TryPage frame={visit.frame} data={data} talk={talk} box={box} resting={resting} tries={tries} />
  );
  if (sent) return { page, status: 422 };
  return visit.viewer.kind === 'anonymous' ? { page, tags: tagsOf(adaptation.uri, author.id) } : { page };
}

/** That somebody’s door is closed, instead of the reply box; null while it is open, and for themselves. */
async function restingNote({ viewer, web, frame }: Visit, { id, host, name, handle }: Actor) {
  if (host !== null || (viewer.kind === 'member' && viewer.actorId === id)) return null;
  const isClosed = await isResting(web.ctx.db, id, frame.now);
  return isClosed ? frame.say('person.resting', { name: name || handle }) : null;
}

/** Somebody here has opened it: what was answered at other servers is asked for in the background. */
async function askElsewhere({ viewer, web }: Visit, uri: string): Promise<void> {
  if (viewer.kind === 'member') await askForThread(web.ctx, uri);
}

const tagsOf = (uri: string, authorId: string): string[] => [
  `object:${uri}`,
  `actor:${authorId}`,
  'district',
];

/**
 * What was said under a story or try that this visitor may open: the newest of it, what was before `?before=`, or the page
 * where `?reply=` stands.
 */
async function talkUnder(visit: Visit, root: Root): Promise<ThreadReplies> {
  const { db } = visit.web.ctx;
  const wanted = queryPart(visit, 'reply');
  const before = wanted ? await pageOfReply(db, root.uri, wanted) : queryPart(visit, 'before');
  return threadReplies(db, visit.viewer, root, before);
}

/** The reply box of a page, for the thing itself or for the reply that `?answer=` names. Null when signed out. */
async function boxFor(
  visit: Visit,
  root: Root,
  sent?: FormState,
  questions?: Questions,
): Promise<ReplyBox | null> {
  const { viewer, frame, web } = visit;
  if (viewer.kind !== 'member') return null;
  const to = String(sent?.values.to ?? queryPart(visit, 'answer'));
  const answered = await answerable(visit.web.ctx.db, root.uri, to);
  const lang = await replyLanguage({ viewer, frame, web }, answered?.reply.lang ?? root.lang);
  return {
    form: sent ?? freshForm(visit.frame.say, { lang }),
    to: answered?.reply.id ?? root.id,
    ...(answered && { toName: answered.author.name || answered.author.handle }),
    ...(questions && { questions }),
  };
}

async function showReply(visit: Visit): Promise<Outcome> {
  const { handle, host } = whoOf(visit);
  const data = await replyPage(visit.web.ctx.db, visit.viewer, handle, host, pathPart(visit, 'id'));
  const page = <ReplyPage frame={visit.frame} data={data} />;
  const tags = [...tagsOf(data.reply.uri, data.author.id), `object:${data.reply.rootUri}`];
  return visit.viewer.kind === 'anonymous' ? { page, tags } : { page };
}

/** Says a word. What does not pass comes back on the page it was written on. */
async function reply(visit: MemberVisit): Promise<Outcome> {
  const { ctx } = visit.web;
  const to = await placeOfId(ctx.db, pathPart(visit, 'id'));
  const root = to && (await placeOf(ctx.db, to.rootUri));
  if (!to || !root) throw new Refusal('not-found', 'no-work');
  const input = replyInput.safeParse({ text: typed(visit.form, 'text'), lang: typed(visit.form, 'lang') });
  if (!input.success) {
    const sent = failedForm(visit.frame.say, { ...visit.form, to: to.id }, input.error);
    return showRoot(visit, root, sent);
  }
  const { lang } = input.data;
  const { form: better, asked } = await askedIn(visit, (sent) =>
    replySubject(ctx.db, visit.viewer.actorId, root.uri, { text: typed(sent, 'text'), lang }),
  );
  if (asked) {
    const form = { ...asked.form, values: { ...asked.form.values, to: to.id } };
    return showRoot(visit, root, form, asked.questions);
  }
  const answers = answersIn(visit.form);
  const written = await writeReply(
    ctx,
    visit.viewer.actorId,
    to.uri,
    { ...input.data, text: typed(better, 'text') },
    answers,
  );
  return {
    seeOther: `${placePath(root)}#reply-${written.id}`,
    flash: { kind: 'ok', text: visit.frame.say('talk.sent') },
  };
}

async function showRoot(
  visit: MemberVisit,
  root: Place,
  sent: FormState,
  questions?: Questions,
): Promise<Outcome> {
  const { db } = visit.web.ctx;
  if (root.kind === 'try')
    return showTry(visit, await tryPage(db, visit.viewer, root.handle, root.host, root.id), {
      sent,
      questions,
    });
  const data =
    root.host === null
      ? storyPage(db, visit.viewer, root.handle, root.slug ?? '')
      : remoteWorkPage(db, visit.viewer, root.id);
  return showStory(visit, await data, { sent, questions });
}

async function decide(visit: MemberVisit, decision: 'show' | 'hide'): Promise<Outcome> {
  const { ctx } = visit.web;
  const id = pathPart(visit, 'id');
  await decideReply(ctx, visit.viewer.actorId, id, decision);
  return {
    seeOther: await backTo(visit, id),
    flash: { kind: 'ok', text: visit.frame.say(`held.${decision}.done`) },
  };
}

/** The author says that a reply tells of a try, or that it does not after all. */
async function count(visit: MemberVisit): Promise<Outcome> {
  const { ctx } = visit.web;
  const id = pathPart(visit, 'id');
  const counted = typed(visit.form, 'counted') !== 'no';
  await countAsTry(ctx, visit.viewer.actorId, id, counted);
  const text = visit.frame.say(counted ? 'talk.count.done' : 'talk.count-not.done');
  return { seeOther: paths.inConversation(await backTo(visit, id), id), flash: { kind: 'ok', text } };
}

async function takeReplyBack(visit: MemberVisit): Promise<Outcome> {
  const { ctx } = visit.web;
  const id = pathPart(visit, 'id');
  const back = await backTo(visit, id);
  await takeBackReply(ctx, visit.viewer.actorId, id);
  return { seeOther: back, flash: { kind: 'ok', text: visit.frame.say('talk.taken-back') } };
}

/** The page that a reply or a try hangs on. */
async function backTo(visit: MemberVisit, id: string): Promise<string> {
  const { db } = visit.web.ctx;
  const place = await placeOfId(db, id);
  const root = place && (await placeOf(db, place.ofUri ?? place.rootUri));
  return root ? placePath(root) : paths.home();
}

/** The author of a story lets a post elsewhere quote it no longer. */
async function withdraw(visit: MemberVisit): Promise<Outcome> {
  const { ctx } = visit.web;
  const place = await placeOfId(ctx.db, pathPart(visit, 'id'));
  if (!place) throw new Refusal('not-found', 'no-work');
  await withdrawQuote(ctx, visit.viewer.actorId, typed(visit.form, 'quote'));
  return { seeOther: placePath(place), flash: { kind: 'ok', text: visit.frame.say('quotes.withdrawn') } };
}

/** Asks another server for a work again. */
async function fetchAgain(visit: MemberVisit): Promise<Outcome> {
  const { ctx } = visit.web;
  const { work } = await remoteWorkPage(ctx.db, visit.viewer, pathPart(visit, 'id'));
  await takeOne(visit, 'lookUp', visit.viewer.actorId);
  await ctx.lookup.object(work.uri, true);
  return {
    seeOther: paths.remoteWork(work.id),
    flash: { kind: 'ok', text: visit.frame.say('remote.fetched-again') },
  };
}
