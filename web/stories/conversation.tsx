import type { MarkedQuestion } from '../../server/actions/student-check.ts';
import type { Reply } from '../../server/domain/reply.ts';
import { LIMITS } from '../../server/domain/text-limits.ts';
import { LANGUAGES } from '../../server/domain/vocabulary.ts';
import type { ReplyCard, ThreadReplies } from '../../server/reads/thread-replies.ts';
import { answerOnly } from '../../server/text/remote-html.ts';
import { asStoredSafeHtml } from '../../server/text/safe-html.ts';
import { StudentCheck } from '../check/questions.tsx';
import { Select, TextArea } from '../kit/fields.tsx';
import { FlashAt } from '../kit/flash.tsx';
import { ButtonForm, PostForm, Submit } from '../kit/form.tsx';
import { type FormState, textIn } from '../kit/form-state.ts';
import type { Frame } from '../kit/frame.ts';
import { Icon } from '../kit/icon.tsx';
import { Pager } from '../kit/pager.tsx';
import { Panel, Part } from '../kit/panel.tsx';
import { PersonLink } from '../kit/person-link.tsx';
import { Prose } from '../kit/prose.tsx';
import { Time } from '../kit/time.tsx';
import { GuardLinks } from '../moderation/guard-links.tsx';
import { WhyHeld } from '../moderation/why-held.tsx';
import { paths } from '../paths.ts';
import { languageOptions } from './language-options.ts';
import { type NestedReply, nestReplies } from './nest-replies.ts';
import { ShowOrHide } from './places.tsx';
import { personRef } from './refs.ts';

/** The box for a word under a story or a try. */
export interface ReplyBox {
  form: FormState;
  /** the id of what is answered: the work, the try, or one of the replies */
  to: string;
  /** the name of who is answered, when it is one of the replies */
  toName?: string;
  /** what the student check still asks */
  questions?: readonly MarkedQuestion[];
}

interface ConversationProps {
  frame: Frame;
  talk: ThreadReplies;
  /** the path of this page, for the links that answer somebody */
  path: string;
  /** null: signed out, or its author wants no replies */
  box: ReplyBox | null;
  /** the reader wrote what it is about */
  isAuthor?: boolean;
  /** under a question everything is an answer */
  isQuestion?: boolean;
}

/** What was said about a story, each under what it answers, oldest first, and a box to say something. */
export function Conversation(props: ConversationProps) {
  const { frame, talk, path, box, isAuthor, isQuestion } = props;
  const { say } = frame;
  const { replies, held, older, before } = talk;
  if (replies.length === 0 && held.length === 0 && !box && !before) return null;
  return (
    <Part title={say(isQuestion ? 'question.answers' : 'talk.title')} id="conversation">
      {held.length > 0 && <Held frame={frame} held={held} isQuestion={isQuestion} />}
      <Pager
        say={say}
        older={older && `${path}?before=${older}#conversation`}
        newer={before && `${path}#conversation`}
        labels={{ older: say('talk.older'), newer: say('talk.newest') }}
      />
      <Row {...props} row={nestReplies(replies, talk.answered)} />
      {box && (
        <ReplyForm
          frame={frame}
          box={box}
          under={isQuestion ? (talk.decides ? 'own-question' : 'question') : isAuthor ? 'own-story' : 'story'}
        />
      )}
    </Part>
  );
}

/** For the author alone: what waits for a decision. */
function Held({
  frame,
  held,
  isQuestion,
}: {
  frame: Frame;
  held: readonly ReplyCard[];
  isQuestion?: boolean;
}) {
  const { say } = frame;
  return (
    <Panel title={say('held.replies')} tone="light" id="held-replies" level={3}>
      <p>{say('held.help')}</p>
      <ul class="replies">
        {held.map((card) => (
          <li key={card.reply.id}>
            <ReplyText frame={frame} card={card} />
            {card.reply.host !== null && <WhyHeld frame={frame} thing={card.reply} />}
            <ShowOrHide frame={frame} id={card.reply.id} />
            {!isQuestion && <CountAsTry frame={frame} reply={card.reply} />}
            <GuardLinks frame={frame} author={card.author} uri={card.reply.uri} block />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Row({ row, ...props }: ConversationProps & { row: readonly NestedReply[] }) {
  const { say } = props.frame;
  if (row.length === 0) return null;
  return (
    <ul class="replies">
      {row.map(({ uri, card, gap, answers, below }) => (
        <li key={uri}>
          {card && <Said {...props} card={card} answers={answers} />}
          {gap && <p class="muted small">{say(`talk.gap.${gap}`)}</p>}
          <Row {...props} row={below} />
        </li>
      ))}
    </ul>
  );
}

/** One reply with what this reader can do about it. */
function Said({
  frame,
  talk,
  path,
  box,
  isAuthor,
  isQuestion,
  card,
  answers,
}: ConversationProps & { card: ReplyCard; answers: string | null }) {
  const { say, viewer } = frame;
  const { reply, author } = card;
  const query = new URLSearchParams({ ...(talk.before && { before: talk.before }), answer: reply.id });
  return (
    <>
      <ReplyText frame={frame} card={card} answers={answers} />
      {box && (
        <a class="answer" href={`${path}?${query}#say`}>
          {say('talk.answer', { name: author.name || author.handle })}
        </a>
      )}
      {talk.decides && viewer?.actorId !== author.id && (
        <CountOrHide frame={frame} reply={reply} isQuestion={isQuestion} />
      )}
      <GuardLinks frame={frame} author={author} uri={reply.uri} block={isAuthor} />
    </>
  );
}

/** One reply: who, when, what for, what. @param answers whom it answers, where its place does not say so */
export function ReplyText({
  frame,
  card: { reply, author },
  answers,
}: {
  frame: Frame;
  card: ReplyCard;
  answers?: string | null;
}) {
  const { say } = frame;
  const ours = author.host === null || frame.viewer;
  const html = asStoredSafeHtml(reply.html);
  return (
    <article class="reply" id={`reply-${reply.id}`}>
      <FlashAt frame={frame} id={`reply-${reply.id}`} />
      <p class="reply-head">
        <PersonLink person={personRef(frame, author)} avatar handle={author.host !== null} />
        <span class="meta">
          {ours ? (
            <a href={paths.reply(author.handle, reply.id, author.host)}>
              <Time frame={frame} date={reply.publishedAt} clock />
            </a>
          ) : (
            <Time frame={frame} date={reply.publishedAt} clock />
          )}
          {answers && <span>{say('talk.in-answer', { name: answers })}</span>}
          {reply.countedAsTry && <span>{say('talk.counted')}</span>}
        </span>
      </p>
      {reply.thanks && (
        <p class="thanks-mark">
          <Icon name="hand-heart" /> {say('thanks.mark', { what: say(`thanks.what.${reply.thanks}`) })}
        </p>
      )}
      <Prose
        html={author.host === null ? html : answerOnly(html, reply.thanks !== null)}
        lang={reply.lang}
        small
      />
    </article>
  );
}

/** For whoever wrote what it answers: whether it tells of a try, and whether others see it. */
export function CountOrHide({
  frame,
  reply,
  isQuestion,
}: {
  frame: Frame;
  reply: Reply;
  isQuestion?: boolean;
}) {
  return (
    <div class="row">
      {!isQuestion && <CountAsTry frame={frame} reply={reply} />}
      <ButtonForm action={paths.hideReply(reply.id)} label={frame.say('held.hide')} icon="x" kind="quiet" />
    </div>
  );
}

export function CountAsTry({ frame: { say }, reply }: { frame: Frame; reply: Reply }) {
  const { id, countedAsTry } = reply;
  return (
    <ButtonForm
      action={paths.countAsTry(id)}
      fields={{ counted: countedAsTry ? 'no' : 'yes' }}
      label={say(countedAsTry ? 'talk.count-not' : 'talk.count')}
      icon={countedAsTry ? 'undo-2' : 'check'}
      kind="quiet"
    />
  );
}

interface ReplyFormProps {
  frame: Frame;
  box: ReplyBox;
  /** a question is answered; a story is asked about; to their own the author adds something */
  under: keyof typeof WORDS;
}

const WORDS = {
  story: 'talk.say',
  'own-story': 'talk.add',
  question: 'question.answer',
  'own-question': 'question.add',
} as const;

export function ReplyForm({ frame, box, under }: ReplyFormProps) {
  const { say, lang } = frame;
  const words = WORDS[under];
  return (
    <div class="say" id="say">
      <PostForm action={paths.replyTo(box.to)} form={box.form}>
        {box.questions && box.questions.length > 0 && (
          <StudentCheck
            form={box.form}
            questions={box.questions}
            textOf={(field) => textIn(box.form, field)}
          />
        )}
        <TextArea
          form={box.form}
          name="text"
          label={box.toName ? say('talk.answer', { name: box.toName }) : say(words)}
          hint={box.toName ? undefined : say(`${words}.help`)}
          limit={LIMITS.reply}
          rows={3}
        />
        <Select
          form={box.form}
          name="lang"
          label={say('talk.lang')}
          options={languageOptions(lang, LANGUAGES, textIn(box.form, 'lang'))}
          width="medium"
        />
        <div class="actions">
          <Submit label={say(under === 'question' ? 'question.send-answer' : 'talk.send')} icon="send" />
        </div>
      </PostForm>
    </div>
  );
}
