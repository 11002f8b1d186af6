import { shownTry } from '../../server/actions/outside-stops.ts';
import type { HandedOver } from '../../server/reads/handed-over.ts';
import { Settings } from '../account/settings-frame.tsx';
import type { MemberVisit } from '../http/visit.ts';
import { TryCard } from '../kit/card.tsx';
import { Empty } from '../kit/empty.tsx';
import { ButtonForm } from '../kit/form.tsx';
import { LinkButton } from '../kit/link.tsx';
import { Part } from '../kit/panel.tsx';
import { paths } from '../paths.ts';
import { ReplyText } from '../stories/conversation.tsx';
import { tryCard } from '../stories/refs.ts';
import { WhyHeld } from './why-held.tsx';

interface HeldPageProps {
  frame: MemberVisit['frame'];
  works: readonly HandedOver[];
}

/** What waits under the works that their authors handed to the moderators, work by work. */
export function HeldPage({ frame, works }: HeldPageProps) {
  const { say } = frame;
  return (
    <Settings frame={frame} title={say('held-page.title')} lead={say('held-page.lead')}>
      {works.length === 0 && <Empty drawing="window-rain" text={say('quiet')} />}
      {works.map((one) => (
        <Work key={one.work.id} frame={frame} one={one} />
      ))}
    </Settings>
  );
}

function Work({ frame, one }: { frame: HeldPageProps['frame']; one: HandedOver }) {
  const { say } = frame;
  const { work, author, replies, tries } = one;
  const name = author.name || author.handle;
  return (
    <Part title={say('held-page.under', { title: work.title || say('story.untitled'), name })}>
      {replies.length + tries.length === 0 && <p class="muted">{say('held-page.nothing')}</p>}
      <ul class="replies">
        {replies.map((card) => (
          <li key={card.reply.id}>
            <ReplyText frame={frame} card={card} />
            {card.reply.host !== null && <WhyHeld frame={frame} thing={card.reply} />}
            <Decide frame={frame} id={card.reply.id} host={card.author.host} />
          </li>
        ))}
      </ul>
      <ul class="card-list">
        {tries.map((card) => (
          <li key={card.adaptation.id}>
            <TryCard frame={frame} attempt={tryCard(frame, card)} />
            {card.adaptation.host !== null && <WhyHeld frame={frame} thing={shownTry(card.adaptation)} />}
            <Decide frame={frame} id={card.adaptation.id} host={card.author.host} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Decide({ frame, id, host }: { frame: HeldPageProps['frame']; id: string; host: string | null }) {
  const { say, viewer } = frame;
  return (
    <div class="row">
      <ButtonForm
        action={paths.decideHeld(id)}
        fields={{ decision: 'show' }}
        label={say('held.show')}
        icon="eye"
      />
      <ButtonForm
        action={paths.decideHeld(id)}
        fields={{ decision: 'hide' }}
        label={say('held.hide')}
        icon="x"
        kind="quiet"
      />
      {host !== null && viewer.role === 'admin' && (
        <LinkButton href={paths.newRule(host)} label={say('reports.rule', { host })} kind="quiet" />
      )}
    </div>
  );
}
