import { administers } from '../../server/domain/moderating.ts';
import type { HandedOver } from '../../server/reads/handed-over.ts';
import { Settings } from '../account/settings-frame.tsx';
import type { MemberVisit } from '../http/visit.ts';
import { Empty } from '../kit/empty.tsx';
import { ButtonForm } from '../kit/form.tsx';
import { LinkButton } from '../kit/link.tsx';
import { Part } from '../kit/panel.tsx';
import { paths } from '../paths.ts';
import { ReplyText } from '../stories/conversation.tsx';
import { idOf } from '../stories/lineage-refs.ts';
import { ToldCard } from '../stories/places.tsx';
import { WhyHeld, WhyToldHeld } from './why-held.tsx';

interface HeldPageProps {
  frame: MemberVisit['frame'];
  roots: readonly HandedOver[];
}

/** What waits under the works and tries that their authors handed to the moderators, one by one. */
export function HeldPage({ frame, roots }: HeldPageProps) {
  const { say } = frame;
  return (
    <Settings frame={frame} title={say('held-page.title')} lead={say('held-page.lead')}>
      {roots.length === 0 && <Empty drawing="window-rain" text={say('quiet')} />}
      {roots.map((one) => (
        <Under key={one.id} frame={frame} one={one} />
      ))}
    </Settings>
  );
}

function Under({ frame, one }: { frame: HeldPageProps['frame']; one: HandedOver }) {
  const { say } = frame;
  const { kind, author, replies, told } = one;
  const name = author.name || author.handle;
  const title = one.title || say('story.untitled');
  return (
    <Part title={say(kind === 'try' ? 'held-page.under-try' : 'held-page.under', { title, name })}>
      {replies.length + told.length === 0 && <p class="muted">{say('held-page.nothing')}</p>}
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
        {told.map((card) => (
          <li key={idOf(card)}>
            <ToldCard frame={frame} told={card} />
            <WhyToldHeld frame={frame} told={card} />
            <Decide frame={frame} id={idOf(card)} host={card.author.host} />
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
      {host !== null && administers(viewer) && (
        <LinkButton href={paths.newRule(host)} label={say('reports.rule', { host })} kind="quiet" />
      )}
    </div>
  );
}
