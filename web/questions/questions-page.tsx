import { SUBJECTS } from '../../server/domain/vocabulary.ts';
import type { CardPage } from '../../server/reads/work-cards.ts';
import { StoryCard } from '../kit/card.tsx';
import { AgeRange, Radios } from '../kit/choices.tsx';
import { Empty } from '../kit/empty.tsx';
import { Select } from '../kit/fields.tsx';
import { PostForm, Submit } from '../kit/form.tsx';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { LinkButton } from '../kit/link.tsx';
import { Pager } from '../kit/pager.tsx';
import { CardList, PageHead } from '../kit/panel.tsx';
import { optionsOf } from '../kit/words.ts';
import { paths } from '../paths.ts';
import { storyCard } from '../stories/refs.ts';
import { asForm, type FilterRead, isNarrowed, SHOWN } from './question-filter.ts';

interface QuestionsPageProps {
  frame: Frame;
  read: FilterRead;
  page: CardPage;
}

/** What colleagues want to know, the newest first, and boxes to narrow it. */
export function QuestionsPage({ frame, read, page: { works, more } }: QuestionsPageProps) {
  const { say, viewer } = frame;
  const title = say('questions.title');
  const ask = { href: paths.askQuestion(), label: say('question.ask'), icon: 'circle-help' as const };
  return (
    <Layout
      frame={frame}
      title={title}
      description={say('questions.description', { district: frame.district.name })}
      head={{
        canonical: frame.origin + paths.questions(),
        robots: works.length === 0 || isNarrowed(read) ? 'noindex' : undefined,
      }}
    >
      <PageHead title={title} lead={say('questions.lead')}>
        {viewer && works.length > 0 && (
          <p>
            <LinkButton {...ask} />
          </p>
        )}
      </PageHead>
      {works.length === 0 ? (
        <Empty
          drawing="long-table"
          text={say(emptyText(read, viewer !== undefined && viewer !== null))}
          action={viewer ? ask : undefined}
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
        older={more && paths.questions({ ...read.values, after: more })}
        labels={{ older: say('questions.older') }}
      />
      <Filter frame={frame} read={read} />
    </Layout>
  );
}

function emptyText(read: FilterRead, isMember: boolean) {
  if (isNarrowed(read)) return isMember ? 'questions.none-like-this' : 'questions.none-like-this-outside';
  return isMember ? 'questions.none' : 'questions.none-outside';
}

function Filter({ frame: { say }, read }: { frame: Frame; read: FilterRead }) {
  const form = asForm(say, read);
  return (
    <section class="part" id="narrow" aria-labelledby="narrow-title">
      <h2 id="narrow-title">{say('questions.narrow')}</h2>
      <PostForm action={paths.questions()} form={form} method="get">
        <Select
          form={form}
          name="subject"
          label={say('travel.subjects')}
          blank={say('questions.any-subject')}
          options={optionsOf(say, 'subject', SUBJECTS)}
        />
        <AgeRange form={form} optional />
        <Radios
          form={form}
          name="show"
          label={say('questions.show')}
          options={SHOWN.map((one) => ({ value: one, label: say(`questions.show.${one}`) }))}
          columns
        />
        <div class="actions">
          <Submit label={say('questions.do')} icon="search" kind="plain" />
        </div>
      </PostForm>
    </section>
  );
}
