import { isQuestion } from '../../server/domain/question.ts';
import { SUSPENSION_LIMITS } from '../../server/domain/suspension.ts';
import { mayComeBack } from '../../server/domain/taken-back.ts';
import type { Work } from '../../server/domain/work.ts';
import type {
  TakeBackProgress,
  takenBackForStudent,
  UnansweredServer,
} from '../../server/reads/take-back-progress.ts';
import { causeWords } from '../kit/cause-words.ts';
import { TextArea } from '../kit/fields.tsx';
import { Actions, ButtonForm, PostForm, Submit } from '../kit/form.tsx';
import type { FormState } from '../kit/form-state.ts';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { LinkButton } from '../kit/link.tsx';
import { PageHead, Panel, Part } from '../kit/panel.tsx';
import { dateText } from '../kit/time.tsx';
import { paths } from '../paths.ts';
import { ForgetDraft } from './keep-draft.tsx';

interface TakenBackPageProps {
  frame: Frame;
  work: Work;
  progress: TakeBackProgress;
  /** a moderator did it: why, and whether the author has appealed */
  forStudent: Awaited<ReturnType<typeof takenBackForStudent>>;
  form: FormState;
  now: Date;
}

/** Where has it got to? Which servers were asked to drop a work, what they said, and what one can still do. */
export function TakenBackPage({ frame, work, progress, forStudent, form, now }: TakenBackPageProps) {
  const { say } = frame;
  const { asked, accepted, unanswered, isBeingPrepared } = progress;
  const title = work.title || say('taken-back.untitled');
  return (
    <Layout frame={frame} title={say('taken-back.title')} head={{ robots: 'noindex' }}>
      <ForgetDraft frame={frame} path={paths.writeStory(work.id)} />
      <PageHead
        title={say('taken-back.title')}
        kicker={title}
        lead={say(leadOf(work, forStudent !== null))}
      />
      {forStudent && <ForStudent frame={frame} work={work} said={forStudent} form={form} />}
      <Panel tone="card">
        {asked > 0 && (
          <p class="lead">{say('taken-back.asked', { asked, accepted, rest: asked - accepted })}</p>
        )}
        {asked === 0 && <p>{say(isBeingPrepared ? 'taken-back.preparing' : 'taken-back.nobody')}</p>}
        {asked > 0 && isBeingPrepared && <p>{say('taken-back.preparing')}</p>}
        {asked > 0 && <p class="muted">{say('taken-back.honest')}</p>}
        <LinkButton href={paths.whereItHasGot(work.id)} label={say('taken-back.look-again')} kind="plain" />
      </Panel>
      {unanswered.length > 0 && (
        <Part title={say('taken-back.silent')}>
          <ul class="plain-list">
            {unanswered.map((server) => (
              <li key={server.host}>
                <Silent frame={frame} server={server} address={work.url ?? work.uri} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      {mayComeBack(work, now) && (
        <Part title={say('taken-back.again')}>
          <p>{say(isQuestion(work) ? 'taken-back.again.question' : 'taken-back.again.help')}</p>
          {isQuestion(work) ? (
            <LinkButton
              href={paths.askQuestion({ again: work.id })}
              label={say('taken-back.again.ask')}
              kind="plain"
            />
          ) : (
            <ButtonForm action={paths.bringBack(work.id)} label={say('taken-back.again.do')} kind="plain" />
          )}
        </Part>
      )}
      {work.state === 'retracted' && (
        <Part title={say('taken-back.nothing')}>
          <p>{say('taken-back.nothing.help')}</p>
          <ButtonForm action={paths.keepNothing(work.id)} label={say('taken-back.nothing.do')} kind="plain" />
        </Part>
      )}
    </Layout>
  );
}

function leadOf(work: Work, isForStudent: boolean) {
  if (work.state === 'published') return 'taken-back.lead.narrowed';
  return isForStudent ? 'taken-back.lead.moderator' : 'taken-back.lead';
}

/** Why a moderator took it back, and one place to say something to it. */
function ForStudent({
  frame,
  work,
  said,
  form,
}: Pick<TakenBackPageProps, 'frame' | 'work' | 'form'> & {
  said: NonNullable<TakenBackPageProps['forStudent']>;
}) {
  const { say } = frame;
  return (
    <>
      <Panel title={say('taken-back.why', { date: dateText(frame, said.at) })} id="why" tone="light">
        <blockquote class="told" dir="auto">
          {said.note}
        </blockquote>
      </Panel>
      <Part title={say('taken-back.appeal.title')} id="appeal">
        {said.appealed ? (
          <p>{say('taken-back.appeal.waits')}</p>
        ) : (
          <PostForm action={paths.appealTakeBack(work.id)} form={form}>
            <TextArea
              form={form}
              name="appeal"
              label={say('taken-back.appeal')}
              hint={say('taken-back.appeal.help')}
              limit={SUSPENSION_LIMITS.appeal}
            />
            <Actions>
              <Submit label={say('taken-back.appeal.send')} kind="plain" />
            </Actions>
          </PostForm>
        )}
      </Part>
    </>
  );
}

/** One server, and a letter to its administrator that is ready to be copied. */
function Silent({
  frame: { say },
  server,
  address,
}: {
  frame: Frame;
  server: UnansweredServer;
  address: string;
}) {
  return (
    <>
      <p>
        <bdi dir="ltr">
          <strong>{server.host}</strong>
        </bdi>{' '}
        {say(`taken-back.state.${server.state}`)}
        {server.cause && ` ${say('health.last-attempt', { cause: causeWords(say, server.cause) })}`}
      </p>
      {server.state !== 'asked' && (
        <details>
          <summary>{say('taken-back.letter')}</summary>
          <pre class="letter-text">{say('taken-back.letter.text', { host: server.host, address })}</pre>
        </details>
      )}
    </>
  );
}
