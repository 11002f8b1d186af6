import type { Told } from '../../server/reads/lineage.ts';
import { StoryCard, TryCard } from '../kit/card.tsx';
import { ButtonForm } from '../kit/form.tsx';
import type { Frame } from '../kit/frame.ts';
import { Panel } from '../kit/panel.tsx';
import { GuardLinks } from '../moderation/guard-links.tsx';
import { WhyToldHeld } from '../moderation/why-held.tsx';
import { paths } from '../paths.ts';
import { builtCard, countedCard, idOf, uriOf } from './lineage-refs.ts';
import { tryCard } from './refs.ts';
import { OtherLanguages } from './story-body.tsx';

/** One stop in full: a try, a reply that counts as one, or a story that came of it. */
export function ToldCard({ frame, told }: { frame: Frame; told: Told }) {
  switch (told.kind) {
    case 'try':
      return (
        <>
          <TryCard frame={frame} attempt={tryCard(frame, told)} />
          <OtherLanguages frame={frame} lines={told.adaptation.gistOther} />
        </>
      );
    case 'reply':
      return <TryCard frame={frame} attempt={countedCard(frame, told)} />;
    case 'work':
      return <StoryCard frame={frame} story={builtCard(frame, told)} />;
  }
}

/** For who decides alone: tries and stories from servers that have not told us anything before. */
export function HeldPlaces({ frame, held }: { frame: Frame; held: readonly Told[] }) {
  if (held.length === 0) return null;
  const { say } = frame;
  return (
    <Panel title={say('held.tries')} tone="light" id="held-tries" level={3}>
      <p>{say('held.help')}</p>
      <ul class="card-list">
        {held.map((one) => (
          <li key={idOf(one)}>
            <ToldCard frame={frame} told={one} />
            <WhyToldHeld frame={frame} told={one} />
            <ShowOrHide frame={frame} id={idOf(one)} />
            <GuardLinks frame={frame} author={one.author} uri={uriOf(one)} block />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** For who decides alone: what they have hidden, to be shown again. */
export function HiddenPlaces({ frame, hidden }: { frame: Frame; hidden: readonly Told[] }) {
  if (hidden.length === 0) return null;
  const { say } = frame;
  return (
    <details class="hidden-places">
      <summary>{say('hidden.tries', { count: hidden.length })}</summary>
      <ul class="card-list">
        {hidden.map((one) => (
          <li key={idOf(one)}>
            <ToldCard frame={frame} told={one} />
            <ButtonForm
              action={paths.showReply(idOf(one))}
              label={say('hidden.show')}
              icon="eye"
              kind="quiet"
            />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Beside what stands there, for who decides: it goes from this page, and stays its author's. */
export function HideIt({ frame, told }: { frame: Frame; told: Told }) {
  if (told.author.id === frame.viewer?.actorId || told.kind === 'reply') return null;
  return (
    <div class="row">
      <ButtonForm action={paths.hideReply(idOf(told))} label={frame.say('tried.hide')} kind="quiet" />
      <a class="guard-links" href={paths.block(told.author.id, frame.path)}>
        {frame.say('guard.block', { name: told.author.name || told.author.handle })}
      </a>
    </div>
  );
}

/** The author's decision about something that waits. */
export function ShowOrHide({ frame: { say }, id }: { frame: Frame; id: string }) {
  return (
    <div class="row">
      <ButtonForm action={paths.showReply(id)} label={say('held.show')} icon="eye" />
      <ButtonForm action={paths.hideReply(id)} label={say('held.hide')} icon="x" kind="quiet" />
    </div>
  );
}
