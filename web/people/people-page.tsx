import type { Person } from '../../server/domain/actor.ts';
import { isDoorClosed } from '../../server/domain/door.ts';
import type { PeopleHere } from '../../server/reads/people-here.ts';
import { TextField } from '../kit/fields.tsx';
import { PostForm, Submit } from '../kit/form.tsx';
import { freshForm } from '../kit/form-state.ts';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { PageHead, Part } from '../kit/panel.tsx';
import { Avatar, PersonLink } from '../kit/person-link.tsx';
import { agesText, subjectNames } from '../kit/words.ts';
import { paths } from '../paths.ts';
import { personRef } from '../stories/refs.ts';
import { FollowButton } from './follow-button.tsx';

interface PeoplePageProps {
  frame: Frame;
  people: PeopleHere;
}

/** Colleagues here and elsewhere, and a box to find somebody by name, handle or address. */
export function PeoplePage({ frame, people }: PeoplePageProps) {
  const { say } = frame;
  const form = freshForm(say);
  return (
    <Layout frame={frame} title={say('people.title')} head={{ robots: 'noindex' }}>
      <PageHead title={say('people.title')} />
      <PostForm action={paths.search()} form={form} method="get" class="find">
        <TextField
          form={form}
          name="q"
          type="search"
          label={say('people.find')}
          hint={say('people.find.help')}
          autocomplete="off"
        />
        <Submit label={say('people.find.do')} icon="search" />
      </PostForm>
      {people.here.length > 0 && (
        <Part title={say('people.here', { district: frame.district.name })} id="here">
          <ul class="card-list people-list">
            {people.here.map(({ person, follow }) => (
              <li key={person.actor.id}>
                <PersonLine frame={frame} person={person} />
                {follow !== null &&
                  !(follow === 'none' && isDoorClosed(person.doorClosedUntil, frame.now)) && (
                    <FollowButton
                      frame={frame}
                      actor={person.actor}
                      follow={follow}
                      back={frame.path}
                      quiet
                    />
                  )}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {people.elsewhere.length > 0 && (
        <Part title={say('people.elsewhere')} id="elsewhere">
          <ul class="card-list people-list">
            {people.elsewhere.map(({ actor, follow }) => (
              <li key={actor.id}>
                <PersonLink person={personRef(frame, actor)} avatar handle />
                <FollowButton frame={frame} actor={actor} follow={follow} back={frame.path} quiet />
              </li>
            ))}
          </ul>
        </Part>
      )}
    </Layout>
  );
}

/** A colleague in two lines: the name, then what they teach. */
export function PersonLine({ frame, person }: { frame: Frame; person: Person }) {
  const { say } = frame;
  const facts = [...subjectNames(say, person.subjects), agesText(say, person.ageMin, person.ageMax)].filter(
    (fact) => fact !== '',
  );
  return (
    <div class="person-line">
      <Avatar person={person.actor} />
      <div>
        <PersonLink person={personRef(frame, person.actor)} />
        <p class="meta">
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
      </div>
    </div>
  );
}
