import { fullHandle } from '../../server/domain/actor.ts';
import type { PersonPage as Data } from '../../server/reads/person-page.ts';
import { DoorPanel } from '../account/door-panel.tsx';
import { StoryCard, TryCard } from '../kit/card.tsx';
import { Empty } from '../kit/empty.tsx';
import type { Frame } from '../kit/frame.ts';
import type { HeadFacts } from '../kit/head.tsx';
import { Layout } from '../kit/layout.tsx';
import { LinkButton } from '../kit/link.tsx';
import { Pager } from '../kit/pager.tsx';
import { CardList, Part } from '../kit/panel.tsx';
import { paths } from '../paths.ts';
import { storyCard, tryCard } from '../stories/refs.ts';
import { Notes } from './notes.tsx';
import { PersonHead } from './person-head.tsx';
import { profileLinks } from './profile-links.ts';

/** Somebody's page: who they are, what they shared, what they tried. */
export function PersonPage({ frame, data }: { frame: Frame; data: Data }) {
  const { say } = frame;
  const { actor, works, questions, tries, notes, isSelf } = data;
  const name = actor.name || actor.handle;
  const path =
    actor.host === null ? paths.person(actor.handle) : paths.remotePerson(actor.handle, actor.host);
  const nothing = [works, questions, tries, notes].every(({ length }) => length === 0);
  return (
    <Layout frame={frame} title={name} description={data.person?.bio || undefined} head={headOf(frame, data)}>
      <PersonHead frame={frame} data={data} />
      {nothing && isSelf && (
        <Empty
          drawing="notebook"
          text={say('person.nothing-yours')}
          action={{ href: paths.newStory(), label: say('write.story'), icon: 'pen-line' }}
        />
      )}
      {nothing && !isSelf && <Empty drawing="window-rain" text={say('person.nothing')} />}
      {works.length > 0 && (
        <Part title={say('person.works')} id="works">
          <CardList>
            {works.map((card) => (
              <StoryCard key={card.id} frame={frame} story={storyCard(frame, card)} />
            ))}
          </CardList>
          <Pager say={say} older={data.more && `${path}?after=${data.more}`} />
        </Part>
      )}
      {questions.length > 0 && (
        <Part title={say('person.questions')} id="questions">
          <CardList>
            {questions.map((card) => (
              <StoryCard key={card.id} frame={frame} story={storyCard(frame, card)} />
            ))}
          </CardList>
        </Part>
      )}
      {tries.length > 0 && (
        <Part title={say('person.tries')} id="tries">
          <CardList>
            {tries.map((adaptation) => (
              <TryCard
                key={adaptation.id}
                frame={frame}
                attempt={tryCard(
                  frame,
                  { adaptation, author: actor },
                  { title: adaptation.ofTitle || say('story.untitled') },
                )}
              />
            ))}
          </CardList>
        </Part>
      )}
      <Notes frame={frame} notes={notes} />
      {isSelf && !nothing && (
        <div class="actions no-print">
          <LinkButton href={paths.write()} label={say('nav.write')} icon="pen-line" kind="plain" />
        </div>
      )}
      {isSelf && <DoorPanel frame={frame} />}
    </Layout>
  );
}

function headOf(frame: Frame, { actor, person }: Data): HeadFacts {
  if (actor.host !== null) return { robots: 'noindex' };
  const canonical = frame.origin + paths.person(actor.handle);
  const host = new URL(frame.origin).host;
  return {
    canonical,
    alternates: [{ type: 'application/activity+json', href: actor.uri }],
    me: profileLinks(actor.fields),
    creator: fullHandle(actor, host),
    robots: actor.indexable && actor.label !== 'student-teacher' ? undefined : 'noindex',
    openGraph: { title: actor.name || actor.handle, description: person?.bio ?? '', type: 'profile' },
  };
}
