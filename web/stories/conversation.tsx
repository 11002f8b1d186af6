import type { MarkedQuestion } from '../../server/actions/student-check.ts';
import { LIMITS } from '../../server/domain/text-limits.ts';
import { LANGUAGES } from '../../server/domain/vocabulary.ts';
import type { ReplyCard, StoryThread } from '../../server/reads/story-thread.ts';
import { asStoredSafeHtml } from '../../server/text/safe-html.ts';
import { StudentCheck } from '../check/questions.tsx';
import { Select, TextArea } from '../kit/fields.tsx';
import { PostForm, Submit } from '../kit/form.tsx';
import { type FormState, textIn } from '../kit/form-state.ts';
import type { Frame } from '../kit/frame.ts';
import { Panel, Part } from '../kit/panel.tsx';
import { PersonLink } from '../kit/person-link.tsx';
import { Prose } from '../kit/prose.tsx';
import { Time } from '../kit/time.tsx';
import { GuardLinks } from '../moderation/guard-links.tsx';
import { paths } from '../paths.ts';
import { languageOptions } from './language-options.ts';
import { personRef } from './refs.ts';
import { ShowOrHide } from './tried-elsewhere.tsx';

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
  thread: StoryThread;
  /** the path of this page, for the links that answer somebody */
  path: string;
  /** null: signed out, or its author wants no replies */
  box: ReplyBox | null;
  /** the reader wrote what it is about */
  isAuthor?: boolean;
  /** under a question everything is an answer */
  isQuestion?: boolean;
}

/** What was said about a story, oldest first, and a box to say something. */
export function Conversation({ frame, thread, path, box, isAuthor, isQuestion }: ConversationProps) {
  const { say } = frame;
  const { replies, held } = thread;
  if (replies.length === 0 && held.replies.length === 0 && !box) return null;
  return (
    <Part title={say(isQuestion ? 'question.answers' : 'talk.title')} id="conversation">
      {held.replies.length > 0 && (
        <Panel title={say('held.replies')} tone="light" id="held-replies" level={3}>
          <p>{say('held.help')}</p>
          <ul class="replies">
            {held.replies.map((card) => (
              <li key={card.reply.id}>
                <ReplyText frame={frame} card={card} />
                <ShowOrHide frame={frame} id={card.reply.id} />
                <GuardLinks frame={frame} author={card.author} uri={card.reply.uri} block />
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <ul class="replies">
        {replies.map((card) => (
          <li key={card.reply.id}>
            <ReplyText frame={frame} card={card} />
            {box && (
              <a class="answer" href={`${path}?answer=${card.reply.id}#say`}>
                {say('talk.answer', { name: card.author.name || card.author.handle })}
              </a>
            )}
            <GuardLinks frame={frame} author={card.author} uri={card.reply.uri} block={isAuthor} />
          </li>
        ))}
      </ul>
      {box && (
        <ReplyForm
          frame={frame}
          box={box}
          under={isQuestion ? (isAuthor ? 'own-question' : 'question') : 'story'}
        />
      )}
    </Part>
  );
}

/** One reply: who, when, what. */
export function ReplyText({ frame, card: { reply, author } }: { frame: Frame; card: ReplyCard }) {
  const ours = author.host === null || frame.viewer;
  return (
    <article class="reply" id={`reply-${reply.id}`}>
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
        </span>
      </p>
      <Prose html={asStoredSafeHtml(reply.html)} lang={reply.lang} small />
    </article>
  );
}

interface ReplyFormProps {
  frame: Frame;
  box: ReplyBox;
  /** a question is answered; a story is asked about */
  under: 'story' | 'question' | 'own-question';
}

export function ReplyForm({ frame, box, under }: ReplyFormProps) {
  const { say, lang } = frame;
  const words = under === 'story' ? 'talk.say' : under === 'question' ? 'question.answer' : 'question.add';
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
          options={languageOptions(lang, LANGUAGES)}
          width="medium"
        />
        <div class="actions">
          <Submit label={say(under === 'question' ? 'question.send-answer' : 'talk.send')} icon="send" />
        </div>
      </PostForm>
    </div>
  );
}
