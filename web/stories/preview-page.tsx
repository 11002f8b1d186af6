import { type Actor, fullHandle } from '../../server/domain/actor.ts';
import type { ShownPhoto } from '../../server/domain/photo.ts';
import type { Problem, Work } from '../../server/domain/work.ts';
import type { Parent } from '../../server/reads/story-page.ts';
import { GapPanel } from '../check/gap-panel.tsx';
import { GAPS, type Gap, gapsText } from '../check/gaps.ts';
import { Attestation } from '../check/questions.tsx';
import { ButtonForm, Hidden, PostForm, Submit } from '../kit/form.tsx';
import { type FormState, fieldId, problemText, textIn } from '../kit/form-state.ts';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { LinkButton } from '../kit/link.tsx';
import { PageHead, Panel, Part } from '../kit/panel.tsx';
import { Avatar } from '../kit/person-link.tsx';
import { dateText } from '../kit/time.tsx';
import { paths } from '../paths.ts';
import { Steps } from './steps.tsx';
import { StoryBody } from './story-body.tsx';
import { fieldPath } from './story-fields.ts';

interface PreviewPageProps {
  frame: Frame;
  work: Work;
  author: Actor;
  /** who is named beside the author and has said yes */
  coAuthors: readonly Actor[];
  builtOn: readonly Parent[];
  photos: readonly ShownPhoto[];
  problems: readonly Problem[];
  /** the form with the button */
  form: FormState;
  /** the next school morning, when it can go out by itself */
  morning: Date;
  /** what stands on this page, so that nothing else is published by its button */
  seen: string;
  /** where the student check's fixes took words out, in the texts of the draft */
  gaps: readonly Gap[];
  texts: FormState;
}

export const SEEN = 'seen';

/** The last look: how it will stand here and on other servers, what is missing, and the button. */
export function PreviewPage({
  frame,
  work,
  author,
  coAuthors,
  builtOn,
  photos,
  problems,
  form,
  morning,
  seen,
  gaps,
  texts,
}: PreviewPageProps) {
  const { say } = frame;
  const textOf = (field: string) => textIn(texts, field);
  return (
    <Layout frame={frame} title={say('steps.look')} head={{ robots: 'noindex' }}>
      <Steps say={say} now="look" />
      <PageHead title={say('steps.look')} lead={say('steps.look.lead')} />
      {work.scheduledAt && (
        <Panel tone="light" title={say('schedule.title')} id="schedule">
          <p>{say('schedule.at', { date: dateText(frame, work.scheduledAt, { clock: true }) })}</p>
          <ButtonForm
            action={paths.schedule(work.id)}
            fields={{ stop: 'yes' }}
            label={say('schedule.stop')}
            kind="quiet"
          />
        </Panel>
      )}
      {problems.length > 0 && <Missing frame={frame} work={work} problems={problems} />}
      <GapPanel {...{ say, gaps, textOf }} linkTo={(field) => fieldPath(work.id, field)} />
      <Part title={say('preview.here')}>
        <div class="sheet">
          <StoryBody {...{ frame, work, author, coAuthors, builtOn, photos }} />
        </div>
      </Part>
      {work.audience === 'everyone' && (
        <Part title={say('preview.elsewhere')}>
          <p class="muted">{say('preview.elsewhere.help')}</p>
          <ElsewhereCard frame={frame} work={work} author={author} />
        </Part>
      )}
      <Publish
        frame={frame}
        work={work}
        ready={problems.length === 0}
        form={form}
        morning={morning}
        carried={{ [SEEN]: seen, ...(gaps.length > 0 ? { [GAPS]: gapsText(gaps, textOf) } : {}) }}
      />
    </Layout>
  );
}

function Missing({ frame: { say }, work, problems }: Pick<PreviewPageProps, 'frame' | 'work' | 'problems'>) {
  return (
    <Panel tone="light" title={say('preview.missing', { count: problems.length })} id="missing">
      <ul class="plain-list">
        {problems.map((problem) => (
          <li key={problem.field + problem.say}>
            <a href={`${fieldPath(work.id, problem.field)}#${fieldId(problem.field)}`}>
              {problemText(say, problem)}
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Publish({
  frame,
  work,
  ready,
  form,
  morning,
  carried,
}: Pick<PreviewPageProps, 'frame' | 'work' | 'form' | 'morning'> & {
  ready: boolean;
  carried: Readonly<Record<string, string>>;
}) {
  const { say } = frame;
  return (
    <div class="publish">
      {ready && (
        <PostForm action={paths.publish(work.id)} form={form}>
          <Hidden fields={carried} />
          <p>{say(work.audience === 'everyone' ? 'preview.everyone' : 'preview.district')}</p>
          <Attestation form={form} />
          <div class="actions">
            <Submit label={say('preview.publish')} icon="send" />
            <Submit
              label={say('schedule.do', { date: dateText(frame, morning, { clock: true }) })}
              kind="plain"
              formaction={paths.schedule(work.id)}
            />
          </div>
        </PostForm>
      )}
      <div class="actions">
        <LinkButton
          href={paths.writeStory(work.id)}
          label={say('preview.text')}
          kind="plain"
          icon="pen-line"
        />
        <LinkButton href={paths.write()} label={say('write.keep')} kind="quiet" />
      </div>
    </div>
  );
}

/** What most other servers show of an article: its title as a heading, the gist, a link. */
function ElsewhereCard({ frame, work, author }: Pick<PreviewPageProps, 'frame' | 'work' | 'author'>) {
  const { host } = new URL(frame.origin);
  return (
    <div class="elsewhere-card">
      <p class="person">
        <Avatar person={author} />
        <strong>
          <bdi>{author.name || author.handle}</bdi>
        </strong>
        <bdi class="handle" dir="ltr">
          {fullHandle(author, host)}
        </bdi>
      </p>
      <p class="elsewhere-title" lang={work.lang} dir="auto">
        {work.title}
      </p>
      <p lang={work.lang} dir="auto">
        {work.gist}
      </p>
      <p class="fake-link" dir="ltr">
        {`${host}${paths.person(author.handle)}/…`}
      </p>
    </div>
  );
}
