import { isDoorClosed } from '../../server/domain/door.ts';
import type { FirstSteps } from '../../server/reads/first-steps.ts';
import type { HomePage } from '../../server/reads/home-page.ts';
import { StoryCard } from '../kit/card.tsx';
import type { Frame } from '../kit/frame.ts';
import { LinkButton } from '../kit/link.tsx';
import { Part } from '../kit/panel.tsx';
import { paths } from '../paths.ts';
import { FollowButton } from '../people/follow-button.tsx';
import { PersonLine } from '../people/people-page.tsx';
import { storyCard } from '../stories/refs.ts';

interface StarterStepsProps {
  frame: Frame;
  steps: FirstSteps;
  data: Pick<HomePage, 'followsSome' | 'hasWorks'>;
}

/** Three ways to begin; the ones that are done fall away. */
export function StarterSteps({ frame, steps, data }: StarterStepsProps) {
  const { say } = frame;
  const { story } = steps;
  const colleagues = steps.colleagues.filter((one) => !isDoorClosed(one.doorClosedUntil, frame.now));
  return (
    <Part title={say('start.title')} id="start">
      <ol class="starter">
        {!data.followsSome && (
          <li>
            <h3>{say('start.follow')}</h3>
            <p>{say('start.follow.help')}</p>
            {colleagues.length > 0 && (
              <ul class="card-list people-list">
                {colleagues.map((person) => (
                  <li key={person.actor.id}>
                    <PersonLine frame={frame} person={person} />
                    <FollowButton
                      frame={frame}
                      actor={person.actor}
                      follow="none"
                      back={paths.home()}
                      quiet
                    />
                  </li>
                ))}
              </ul>
            )}
            <p>
              <a href={paths.people()}>{say('start.find')}</a>
            </p>
          </li>
        )}
        {story && (
          <li>
            <h3>{say('start.read')}</h3>
            <StoryCard frame={frame} story={storyCard(frame, story)} level={4} />
          </li>
        )}
        {!data.hasWorks && (
          <li>
            <h3>{say('start.tell')}</h3>
            <p>{say('start.tell.help')}</p>
            <LinkButton href={paths.newStory()} label={say('write.story')} icon="notebook-pen" kind="plain" />
          </li>
        )}
      </ol>
    </Part>
  );
}
