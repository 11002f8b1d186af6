import type { Work } from '../../server/domain/work.ts';
import type { AskedDraft, CoAuthor } from '../../server/reads/co-authors.ts';
import { TextField } from '../kit/fields.tsx';
import { ButtonForm, PostForm, Submit } from '../kit/form.tsx';
import type { FormState } from '../kit/form-state.ts';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { LinkButton } from '../kit/link.tsx';
import { PageHead, Panel } from '../kit/panel.tsx';
import { PersonLink } from '../kit/person-link.tsx';
import { paths } from '../paths.ts';
import { personRef } from './refs.ts';
import { StoryBody } from './story-body.tsx';

interface CoAuthorsPageProps {
  frame: Frame;
  work: Work;
  coAuthors: readonly CoAuthor[];
  form: FormState;
}

/** Who is named in a draft beside its author, who has said yes, and asking somebody. */
export function CoAuthorsPage({ frame, work, coAuthors, form }: CoAuthorsPageProps) {
  const { say } = frame;
  return (
    <Layout frame={frame} title={say('co-authors.title')} head={{ robots: 'noindex' }}>
      <PageHead
        title={say('co-authors.title')}
        kicker={work.title || say('story.untitled')}
        lead={say('co-authors.lead')}
      />
      {coAuthors.length === 0 ? (
        <p class="serif muted">{say('co-authors.none')}</p>
      ) : (
        <ul class="plain-list">
          {coAuthors.map(({ actor, confirmedAt }) => (
            <li key={actor.id} class="choose">
              <span>
                <PersonLink person={personRef(frame, actor)} avatar />{' '}
                {say(confirmedAt ? 'co-authors.yes' : 'co-authors.asked')}
              </span>
              <ButtonForm
                action={paths.dropCoAuthor(work.id)}
                fields={{ who: actor.id }}
                label={say('co-authors.drop', { name: actor.name || actor.handle })}
                kind="quiet"
              />
            </li>
          ))}
        </ul>
      )}
      <PostForm action={paths.coAuthors(work.id)} form={form}>
        <TextField
          form={form}
          name="coAuthor"
          label={say('co-authors.handle')}
          hint={say('co-authors.handle.help')}
          autocomplete="off"
        />
        <div class="actions">
          <Submit label={say('co-authors.ask')} />
          <LinkButton href={paths.writeStory(work.id)} label={say('co-authors.back')} kind="plain" />
        </div>
      </PostForm>
    </Layout>
  );
}

/** A draft as somebody reads it who is asked to be named in it. */
export function AskedPage({ frame, draft }: { frame: Frame; draft: AskedDraft }) {
  const { say } = frame;
  const { work, author, coAuthors, confirmed } = draft;
  const name = author.name || author.handle;
  const named = coAuthors.filter(({ confirmedAt }) => confirmedAt).map(({ actor }) => actor);
  const answer = (value: 'yes' | 'no', label: string, kind: 'primary' | 'quiet') => (
    <ButtonForm action={paths.joinStory(work.id)} fields={{ answer: value }} label={label} kind={kind} />
  );
  return (
    <Layout frame={frame} title={say('co-authors.asked.title')} head={{ robots: 'noindex' }}>
      <Panel tone="light" title={say('co-authors.asked.title')} id="asked">
        <p>{say(confirmed ? 'co-authors.asked.confirmed' : 'co-authors.asked.lead', { name })}</p>
        <div class="actions">
          {!confirmed && answer('yes', say('co-authors.asked.yes'), 'primary')}
          {answer('no', say(confirmed ? 'co-authors.asked.leave' : 'co-authors.asked.no'), 'quiet')}
          {confirmed && (
            <LinkButton href={paths.writeStory(work.id)} label={say('co-authors.asked.edit')} kind="plain" />
          )}
        </div>
      </Panel>
      <div class="sheet">
        <StoryBody frame={frame} work={work} author={author} coAuthors={named} />
      </div>
    </Layout>
  );
}
