import { fullHandle } from '../../server/domain/actor.ts';
import type { FrontDoor } from '../../server/reads/front-door.ts';
import { FollowDistrict } from '../district/follow-district.tsx';
import { StoryCard } from '../kit/card.tsx';
import { Drawing } from '../kit/drawing.tsx';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { LinkButton } from '../kit/link.tsx';
import { CardList, Part } from '../kit/panel.tsx';
import { paths } from '../paths.ts';
import { storyCard, workPath } from '../stories/refs.ts';
import { ExampleStory } from './example-story.tsx';

/** What anybody sees first: what this place is, three stories, how to follow it. */
export function FrontDoorPage({ frame, data }: { frame: Frame; data: FrontDoor }) {
  const { say } = frame;
  const { district, stories, authors, triedElsewhere } = data;
  const [first] = stories;
  const sentence = say('door.sentence', { district: district.name });
  return (
    <Layout
      frame={frame}
      title={district.name}
      description={sentence}
      head={{
        canonical: `${frame.origin}${paths.home()}`,
        alternates: [{ type: 'application/activity+json', href: district.actor.uri }],
        openGraph: { title: district.name, description: sentence, type: 'website' },
      }}
    >
      <div class="welcome">
        <h1>{sentence}</h1>
        <Drawing name="door-ajar" />
        <div>
          {district.about && <p class="lead">{firstParagraph(district.about)}</p>}
          <div class="actions">
            {first && (
              <LinkButton href={workPath(first, first.author)} label={say('door.read')} icon="book-open" />
            )}
            <LinkButton href={paths.signIn()} label={say('nav.sign-in')} kind={first ? 'plain' : 'primary'} />
          </div>
        </div>
      </div>
      {first ? (
        <Part title={say('door.stories')} more={{ href: paths.district(), label: say('door.all') }}>
          <CardList>
            {stories.map((card) => (
              <StoryCard key={card.id} frame={frame} story={storyCard(frame, card)} />
            ))}
          </CardList>
        </Part>
      ) : (
        <Part title={say('door.first')}>
          <ExampleStory frame={frame} />
        </Part>
      )}
      {authors > 0 && (
        <p class="spread">
          {say('door.spread', { authors })}{' '}
          {triedElsewhere > 0 && say('door.tried', { count: triedElsewhere })}
        </p>
      )}
      <FollowDistrict frame={frame} address={fullHandle(district.actor, new URL(frame.origin).host)} />
    </Layout>
  );
}

function firstParagraph(text: string): string {
  return text.split(/\n\s*\n/)[0] ?? '';
}
