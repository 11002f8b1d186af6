import type { TagPage as Data } from '../../server/reads/tag-page.ts';
import { StoryCard } from '../kit/card.tsx';
import { Empty } from '../kit/empty.tsx';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { type Say, sayAny } from '../kit/messages.ts';
import { Pager } from '../kit/pager.tsx';
import { CardList, PageHead } from '../kit/panel.tsx';
import { paths } from '../paths.ts';
import { storyCard } from '../stories/refs.ts';

/** What was shared about one thing, the latest first. */
export function TagPage({ frame, data }: { frame: Frame; data: Data }) {
  const { say, viewer } = frame;
  const { tag, works, more } = data;
  const name = tagName(say, data);
  return (
    <Layout
      frame={frame}
      title={name}
      description={say('tag.description', { tag: name, district: frame.district.name })}
      head={{
        canonical: frame.origin + paths.tag(tag),
        robots: works.length === 0 ? 'noindex' : undefined,
      }}
    >
      <PageHead
        title={name}
        lead={works.length > 0 ? say(viewer ? 'tag.lead' : 'tag.lead-outside') : undefined}
      />
      {works.length === 0 ? (
        <Empty
          drawing="notebook"
          text={say('tag.none', { tag: name })}
          action={
            viewer
              ? { href: paths.newStory(), label: say('write.story'), icon: 'pen-line' }
              : { href: paths.district(), label: say('search.none.newest') }
          }
        />
      ) : (
        <CardList>
          {works.map((card) => (
            <StoryCard key={card.id} frame={frame} story={storyCard(frame, card)} level={2} />
          ))}
        </CardList>
      )}
      <Pager
        say={say}
        older={more && `${paths.tag(tag)}?after=${more}`}
        labels={{ older: say('pager.older-stories') }}
      />
    </Layout>
  );
}

/** "Sciences" for what is on our lists, "#WaitTime" for a tag of somebody's own. */
function tagName(say: Say, { known, written }: Data): string {
  return known ? sayAny(say, `${known.list}.${known.key}`) : `#${written}`;
}
