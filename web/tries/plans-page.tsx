import type { Plan } from '../../server/reads/planned-tries.ts';
import { Drawing } from '../kit/drawing.tsx';
import { ButtonForm } from '../kit/form.tsx';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { LinkButton } from '../kit/link.tsx';
import { PageHead } from '../kit/panel.tsx';
import { dateText } from '../kit/time.tsx';
import { paths } from '../paths.ts';
import { tryPath, workPath } from '../stories/refs.ts';

/** What one means to try: theirs alone. */
export function PlansPage({ frame, plans }: { frame: Frame; plans: readonly Plan[] }) {
  const { say } = frame;
  return (
    <Layout frame={frame} title={say('plans.title')} head={{ robots: 'noindex' }}>
      <PageHead title={say('plans.title')} lead={say('plans.lead')} />
      {plans.length === 0 ? (
        <>
          <Drawing name="two-chairs" />
          <p class="serif muted">{say('plans.none')}</p>
          <LinkButton href={paths.plan()} label={say('plans.find')} icon="search" kind="plain" />
        </>
      ) : (
        <ul class="card-list">
          {plans.map((plan) => (
            <li key={plan.id} class="draft">
              <PlanLine frame={frame} plan={plan} />
            </li>
          ))}
        </ul>
      )}
    </Layout>
  );
}

/** One plan: what, when, and the three ways on. */
export function PlanLine({ frame, plan }: { frame: Frame; plan: Plan }) {
  const { say } = frame;
  const { of, note, plannedFor, isDue } = plan;
  const day = plannedFor && dateText(frame, new Date(`${plannedFor}T12:00:00Z`), { short: true });
  return (
    <>
      <h3 class="card-title" lang={of?.lang} dir="auto">
        {of?.isTakenBack ? (
          of.title || say('plans.gone')
        ) : of ? (
          <a href={of.kind === 'work' ? workPath(of, of.author) : tryPath(of, of.author)}>{of.title}</a>
        ) : (
          say('plans.gone')
        )}
      </h3>
      <p class="meta">
        {of && <span>{of.author.name || of.author.handle}</span>}
        {of?.isTakenBack && of.title && <span>{say('plans.gone')}</span>}
        {day && <span>{say(isDue ? 'plans.due' : 'plans.on', { date: day })}</span>}
      </p>
      {note && (
        <p class="serif" dir="auto">
          {note}
        </p>
      )}
      <div class="actions">
        {of && (
          <LinkButton
            href={paths.tried(of.uri)}
            label={say('plans.how')}
            icon="pen-line"
            kind={isDue ? 'primary' : 'plain'}
          />
        )}
        <details class="put-off">
          <summary>{say('plans.put-off')}</summary>
          <div class="actions">
            {(['tomorrow', 'week'] as const).map((until) => (
              <ButtonForm
                key={until}
                action={paths.changePlan()}
                fields={{ plan: plan.id, what: 'snooze', until }}
                label={say(`plans.${until}`)}
                kind="quiet"
              />
            ))}
            <LinkButton href={paths.putOff(plan.id)} label={say('plans.another-day')} kind="quiet" />
          </div>
        </details>
        <ButtonForm
          action={paths.changePlan()}
          fields={{ plan: plan.id, what: 'let-go' }}
          label={say('plans.let-go')}
          kind="quiet"
        />
      </div>
    </>
  );
}
