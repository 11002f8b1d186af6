import type { FirstSteps } from '../../server/reads/first-steps.ts';
import type { HomePage as Data } from '../../server/reads/home-page.ts';
import type { Plan } from '../../server/reads/planned-tries.ts';
import type { WorkCard } from '../../server/reads/work-cards.ts';
import { StoryCard } from '../kit/card.tsx';
import { ButtonForm } from '../kit/form.tsx';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { LinkButton } from '../kit/link.tsx';
import { Pager } from '../kit/pager.tsx';
import { CardList, PageHead, Part } from '../kit/panel.tsx';
import { NoticeLine } from '../notifications/notice-line.tsx';
import { paths } from '../paths.ts';
import { storyCard } from '../stories/refs.ts';
import { wordsNote } from '../stories/words-note.ts';
import { PlanLine } from '../tries/plans-page.tsx';
import { StarterSteps } from './starter-steps.tsx';

interface HomePageProps {
  frame: Frame & { viewer: NonNullable<Frame['viewer']> };
  data: Data;
  /** what one meant to try by today, and how many plans are open in all */
  plans: { due: readonly Plan[]; open: number };
  /** for somebody who is new here */
  steps: FirstSteps | null;
  /** one that they could answer */
  question: WorkCard | null;
}

/** Home: what matters today, in a fixed order, and an end. */
export function HomePage({ frame, data, plans, steps, question }: HomePageProps) {
  const { say, viewer } = frame;
  const { travelled, travelledMore, drafts, news } = data;
  const fresh = travelled.some((notice) => !notice.read);
  const [draft] = drafts;
  return (
    <Layout frame={frame} title={say('home.title')} head={{ robots: 'noindex' }}>
      <PageHead title={say('home.hello', { name: viewer.name })}>
        <p>
          <LinkButton href={paths.write()} label={say('home.write')} icon="pen-line" />
        </p>
      </PageHead>
      {travelled.length > 0 && (
        <Part
          title={say(fresh ? 'home.travelled' : 'home.travelled-before')}
          id="travelled"
          more={{ href: paths.notifications(), label: say('home.all-notices') }}
        >
          <ul class="notices">
            {travelled.map((notice) => (
              <NoticeLine key={notice.id} frame={frame} notice={notice} />
            ))}
          </ul>
          {travelledMore > 0 && (
            <p>
              <a href={paths.notifications()}>{say('home.more', { count: travelledMore })}</a>
            </p>
          )}
          {fresh && (
            <ButtonForm
              action={paths.markRead()}
              fields={{ concern: 'work', upTo: travelled[0]?.id ?? '' }}
              label={say('notices.mark-read')}
              icon="check"
              kind="quiet"
            />
          )}
        </Part>
      )}
      {plans.due.length > 0 ? (
        <Part
          title={say('home.planned')}
          id="planned"
          more={{ href: paths.tries(), label: say('plans.title') }}
        >
          <ul class="card-list">
            {plans.due.map((plan) => (
              <li key={plan.id} class="draft">
                <PlanLine frame={frame} plan={plan} />
              </li>
            ))}
          </ul>
        </Part>
      ) : (
        plans.open > 0 && (
          <p>
            <a href={paths.tries()}>{say('plans.title')}</a>
          </p>
        )
      )}
      {draft && (
        <Part title={say('home.pick-up')} id="pick-up">
          <p class="draft-line">
            <a class="card-title" href={paths.writeStory(draft.id)} lang={draft.lang} dir="auto">
              {draft.title || say('story.untitled')}
            </a>{' '}
            <span class="muted">{wordsNote(say, draft.wordCount)}</span>
          </p>
        </Part>
      )}
      {news.works.length > 0 && (
        <Part
          title={say(data.followsAnybody ? 'home.news' : 'home.yours')}
          id="news"
          more={{ href: paths.people(), label: say('home.people') }}
        >
          <CardList>
            {news.works.map((card) => (
              <StoryCard key={card.id} frame={frame} story={storyCard(frame, card)} />
            ))}
          </CardList>
          <Pager
            say={say}
            older={news.more && paths.home(news.more)}
            labels={{ older: say('pager.older-stories') }}
          />
        </Part>
      )}
      {question && (
        <Part
          title={say('home.question')}
          id="question"
          more={{ href: paths.questions(), label: say('questions.open') }}
        >
          <StoryCard frame={frame} story={storyCard(frame, question)} />
        </Part>
      )}
      {steps && <StarterSteps frame={frame} steps={steps} data={data} />}
      <p class="that-is-everything">{say(news.more ? 'home.enough' : 'home.everything')}</p>
    </Layout>
  );
}
