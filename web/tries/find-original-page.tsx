import type { WorkCard } from '../../server/reads/work-cards.ts';
import { StoryCard } from '../kit/card.tsx';
import { TextField } from '../kit/fields.tsx';
import { PostForm, Submit } from '../kit/form.tsx';
import type { FormState } from '../kit/form-state.ts';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { LinkButton } from '../kit/link.tsx';
import { CardList, PageHead, Part } from '../kit/panel.tsx';
import { paths } from '../paths.ts';
import { storyCard } from '../stories/refs.ts';

/** Telling what happened, or planning it. */
export type Purpose = 'tried' | 'plan';

interface FindOriginalPageProps {
  frame: Frame;
  purpose: Purpose;
  form: FormState;
  /** stories to choose from, newest first */
  recent: readonly WorkCard[];
}

/** "What did you try?": an address from anywhere, or one of the newest stories. */
export function FindOriginalPage({ frame, purpose, form, recent }: FindOriginalPageProps) {
  const { say } = frame;
  const title = say(purpose === 'plan' ? 'find-original.title.plan' : 'find-original.title');
  return (
    <Layout frame={frame} title={title} head={{ robots: 'noindex' }}>
      <PageHead title={title} lead={say('find-original.lead')} />
      <PostForm action={paths[purpose]()} form={form} method="get">
        <TextField
          form={form}
          name="of"
          label={say('find-original.address')}
          hint={say('find-original.address.help')}
          inputmode="url"
          autocomplete="off"
        />
        <div class="actions">
          <Submit label={say('find-original.find')} icon="search" />
        </div>
      </PostForm>
      {recent.length > 0 && (
        <Part title={say('find-original.recent')}>
          <CardList>
            {recent.map((card) => (
              <div key={card.id} class="choose">
                <StoryCard frame={frame} story={storyCard(frame, card, { gist: false })} />
                <LinkButton
                  href={paths[purpose](card.uri)}
                  label={say(purpose === 'plan' ? 'story.plan' : 'story.i-tried')}
                  kind="plain"
                />
              </div>
            ))}
          </CardList>
        </Part>
      )}
    </Layout>
  );
}
