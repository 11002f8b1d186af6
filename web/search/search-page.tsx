import type { Found } from '../../server/reads/search.ts';
import { StoryCard } from '../kit/card.tsx';
import { Empty } from '../kit/empty.tsx';
import { TextField } from '../kit/fields.tsx';
import { PostForm, Submit } from '../kit/form.tsx';
import type { FormState } from '../kit/form-state.ts';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { Pager } from '../kit/pager.tsx';
import { CardList, PageHead, Part } from '../kit/panel.tsx';
import { PersonLink } from '../kit/person-link.tsx';
import { paths } from '../paths.ts';
import { personRef, placeName, storyCard } from '../stories/refs.ts';

export type Results = Found & { page: number };

interface SearchPageProps {
  frame: Frame;
  form: FormState;
  /** what was looked for; empty: nothing yet */
  q: string;
  results: Results | null;
}

/** The box and, below it, stories and people. */
export function SearchPage({ frame, form, q, results }: SearchPageProps) {
  const { say, viewer } = frame;
  return (
    <Layout
      frame={frame}
      title={q === '' ? say('search.title') : say('search.title-for', { q })}
      head={{ robots: 'noindex' }}
    >
      <PageHead title={say('search.title')} />
      <PostForm action={paths.search()} form={form} method="get" class="find">
        <TextField
          form={form}
          name="q"
          type="search"
          label={say('search.label')}
          hint={say(viewer ? 'search.help' : 'search.help-outside')}
          autocomplete="off"
        />
        <Submit label={say('search.do')} icon="search" />
      </PostForm>
      {results && <ResultList frame={frame} q={q} results={results} />}
      {!viewer && (
        <p class="muted">
          <a href={paths.signIn(frame.path)}>{say('search.sign-in')}</a>
        </p>
      )}
    </Layout>
  );
}

function ResultList({ frame, q, results }: { frame: Frame; q: string; results: Results }) {
  const { say } = frame;
  const { works, people, page, more } = results;
  if (works.length === 0 && people.length === 0) {
    const action = frame.viewer
      ? { href: paths.newStory(), label: say('search.none.write'), icon: 'pen-line' as const }
      : { href: paths.district(), label: say('search.none.newest') };
    return (
      <>
        <Empty drawing="paper-planes" text={say('search.none', { q })} action={action} />
        {frame.viewer && (
          <p>
            <a href={paths.askQuestion({ text: q })}>{say('search.none.ask')}</a>
          </p>
        )}
      </>
    );
  }
  return (
    <>
      {works.length > 0 && (
        <Part title={say('search.works')} id="works">
          <CardList>
            {works.map((card) => (
              <StoryCard key={card.id} frame={frame} story={storyCard(frame, card)} />
            ))}
          </CardList>
          <Pager
            say={say}
            newer={page > 1 ? paths.search(q, page - 1) : null}
            older={more === null ? null : paths.search(q, more)}
            labels={{ newer: say('search.before'), older: say('search.after') }}
          />
        </Part>
      )}
      {people.length > 0 && (
        <Part title={say('search.people')} id="people">
          <ul class="card-list">
            {people.map((actor) => (
              <li key={actor.id}>
                <PersonLink person={personRef(frame, actor)} avatar handle />
                <p class="meta">
                  <bdi>{placeName(frame, actor)}</bdi>
                </p>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}
