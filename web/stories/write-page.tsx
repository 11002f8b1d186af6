import type { TakenBack } from '../../server/reads/take-back-progress.ts';
import type { WorkCard } from '../../server/reads/work-cards.ts';
import { Drawing, type DrawingName } from '../kit/drawing.tsx';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { Link } from '../kit/link.tsx';
import { PageHead, Part } from '../kit/panel.tsx';
import { dateText, Time } from '../kit/time.tsx';
import { paths } from '../paths.ts';
import { wordsNote } from './words-note.ts';

/** What to write: a story, a try or a question; and what was begun. */
export function WritePage({
  frame,
  drafts,
  together,
  takenBack,
}: {
  frame: Frame;
  drafts: readonly WorkCard[];
  together: readonly (WorkCard & { confirmed: boolean })[];
  takenBack: readonly TakenBack[];
}) {
  const { say } = frame;
  return (
    <Layout frame={frame} title={say('write.title')} head={{ robots: 'noindex' }}>
      <PageHead title={say('write.title')} />
      <ul class="chooser">
        <Choice
          href={paths.newStory()}
          drawing="notebook"
          title={say('write.story')}
          text={say('write.story.help')}
        />
        <Choice
          href={paths.tried()}
          drawing="two-chairs"
          title={say('write.tried')}
          text={say('write.tried.help')}
        />
        <Choice
          href={paths.askQuestion()}
          drawing="long-table"
          title={say('write.question')}
          text={say('write.question.help')}
        />
      </ul>
      <Part title={say('write.drafts')} id="drafts">
        {drafts.length === 0 ? (
          <p class="serif muted">{say('write.drafts.none')}</p>
        ) : (
          <ul class="card-list">
            {drafts.map((draft) => (
              <li key={draft.id} class="draft">
                <h3 class="card-title" lang={draft.lang} dir="auto">
                  <a href={paths.writeStory(draft.id)}>{draft.title || say('story.untitled')}</a>
                </h3>
                <p class="meta">
                  <span>{wordsNote(say, draft.wordCount)}</span>
                  {draft.scheduledAt && (
                    <span>
                      {say('schedule.at', { date: dateText(frame, draft.scheduledAt, { clock: true }) })}
                    </span>
                  )}
                  {draft.updatedAt && <Time frame={frame} date={draft.updatedAt} clock />}
                  <Link href={paths.takeBack(draft.id)}>{say('write.discard')}</Link>
                </p>
              </li>
            ))}
          </ul>
        )}
      </Part>
      {together.length > 0 && (
        <Part title={say('co-authors.drafts')} id="together">
          <ul class="card-list">
            {together.map((draft) => (
              <li key={draft.id} class="draft">
                <h3 class="card-title" lang={draft.lang} dir="auto">
                  <a href={paths.joinStory(draft.id)}>{draft.title || say('story.untitled')}</a>
                </h3>
                <p class="meta">
                  <span>{draft.author.name || draft.author.handle}</span>
                  {!draft.confirmed && <span>{say('co-authors.to-answer')}</span>}
                </p>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {takenBack.length > 0 && (
        <Part title={say('taken-back.list')} id="taken-back">
          <ul class="card-list">
            {takenBack.map((one) => (
              <li key={one.id} class="draft">
                <h3 class="card-title" lang={one.title ? one.lang : undefined} dir="auto">
                  {one.title || say('taken-back.untitled')}
                </h3>
                <p class="meta">
                  <Time frame={frame} date={one.retractedAt} clock />
                  <Link href={paths.whereItHasGot(one.id)}>{say('taken-back.link')}</Link>
                </p>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </Layout>
  );
}

function Choice({
  href,
  drawing,
  title,
  text,
}: {
  href: string;
  drawing: DrawingName;
  title: string;
  text: string;
}) {
  return (
    <li class="choice-card">
      <Drawing name={drawing} />
      <h2>
        <a href={href}>{title}</a>
      </h2>
      <p>{text}</p>
    </li>
  );
}
