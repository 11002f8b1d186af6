import type { CardPage } from '../../server/reads/work-cards.ts';
import { StoryCard } from '../kit/card.tsx';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { Pager } from '../kit/pager.tsx';
import { CardList, PageHead } from '../kit/panel.tsx';
import { paths } from '../paths.ts';
import { storyCard } from '../stories/refs.ts';

/** What was on home before: stories alone, and an end. */
export function OlderPage({ frame, page }: { frame: Frame; page: CardPage }) {
  const { say } = frame;
  return (
    <Layout frame={frame} title={say('pager.older-stories')} head={{ robots: 'noindex' }}>
      <PageHead title={say('pager.older-stories')} />
      {page.works.length > 0 && (
        <CardList>
          {page.works.map((card) => (
            <StoryCard key={card.id} frame={frame} story={storyCard(frame, card)} level={2} />
          ))}
        </CardList>
      )}
      <Pager
        say={say}
        older={page.more && paths.home(page.more)}
        labels={{ older: say('pager.older-stories') }}
      />
      {!page.more && <p class="that-is-everything">{say('home.everything-ever')}</p>}
    </Layout>
  );
}
