import { fullHandle } from '../../server/domain/actor.ts';
import { isDoorClosed } from '../../server/domain/door.ts';
import type { PersonPage as Data } from '../../server/reads/person-page.ts';
import { asStoredSafeHtml } from '../../server/text/safe-html.ts';
import { Copyable } from '../kit/copyable.tsx';
import { ButtonForm } from '../kit/form.tsx';
import type { Frame } from '../kit/frame.ts';
import { LinkButton, RemoteLink } from '../kit/link.tsx';
import { sayAny } from '../kit/messages.ts';
import { Chips, Panel } from '../kit/panel.tsx';
import { Avatar } from '../kit/person-link.tsx';
import { Prose } from '../kit/prose.tsx';
import { dateText } from '../kit/time.tsx';
import { webUrl } from '../kit/web-url.ts';
import { agesText } from '../kit/words.ts';
import { GuardLinks } from '../moderation/guard-links.tsx';
import { paths } from '../paths.ts';
import { placeName } from '../stories/refs.ts';
import { subjectChips } from '../tags/tag-link.ts';
import { FollowButton } from './follow-button.tsx';
import { profileLinks } from './profile-links.ts';

/** Who somebody is, and how to follow them. */
export function PersonHead({ frame, data }: { frame: Frame; data: Data }) {
  const { say } = frame;
  const { actor, person, follow, isSelf, blocked } = data;
  const isResting = isDoorClosed(person?.doorClosedUntil, frame.now);
  const host = new URL(frame.origin).host;
  const original = actor.host === null ? null : webUrl(actor.url);
  const teaches = person
    ? [...subjectChips(say, person.subjects), agesText(say, person.ageMin, person.ageMax)]
    : [];
  return (
    <header class="person-head">
      <div class="person-top">
        <Avatar person={actor} large />
        <div>
          <h1>
            <bdi>{actor.name || actor.handle}</bdi>
          </h1>
          <p class="meta">
            {person && <span>{sayAny(say, `label.${person.label}`)}</span>}
            <bdi>{placeName(frame, actor)}</bdi>
            <bdi class="handle" dir="ltr">
              {fullHandle(actor, host)}
            </bdi>
          </p>
        </div>
      </div>
      <Chips facts={teaches} label={say('person.teaches')} />
      <About data={data} />
      <Facts data={data} />
      {isResting && !isSelf && (
        <p class="muted">{say('person.resting', { name: actor.name || actor.handle })}</p>
      )}
      {actor.movedTo && webUrl(actor.movedTo) && (
        <p>
          {say('person.moved')}{' '}
          <RemoteLink href={webUrl(actor.movedTo) as NonNullable<ReturnType<typeof webUrl>>} />
        </p>
      )}
      <div class="row">
        {blocked && <Blocked frame={frame} actor={actor} />}
        {follow !== null && !blocked && !(isResting && follow === 'none') && (
          <FollowButton frame={frame} actor={actor} follow={follow} />
        )}
        {isSelf && (
          <LinkButton
            href={paths.settings('you')}
            label={say('person.settings')}
            icon="settings"
            kind="plain"
          />
        )}
        {isSelf && (
          <LinkButton
            href={paths.thanksReceived()}
            label={say('thanks.received')}
            icon="hand-heart"
            kind="plain"
          />
        )}
        {original && <RemoteLink href={original}>{say('person.original')}</RemoteLink>}
        <GuardLinks frame={frame} author={actor} uri={actor.uri} block={!blocked} />
      </div>
      {actor.host !== null && actor.fetchedAt && (
        <p class="muted small">{say('remote.fetched', { date: dateText(frame, actor.fetchedAt) })}</p>
      )}
      {!frame.viewer && !isResting && (
        <Panel title={say('person.follow-elsewhere', { name: actor.name || actor.handle })} id="follow">
          <LinkButton href={paths.interact(actor.uri)} label={say('interact.open')} icon="external-link" />
          <p>{say('follow.elsewhere.help')}</p>
          <Copyable label={say('follow.address')} text={fullHandle(actor, host)} />
        </Panel>
      )}
    </header>
  );
}

function Blocked({ frame, actor }: { frame: Frame; actor: Data['actor'] }) {
  const { say, path } = frame;
  return (
    <div class="following">
      <span class="muted">{say('guard.is-blocked', { name: actor.name || actor.handle })}</span>
      <ButtonForm
        action={paths.unblock()}
        fields={{ who: actor.id, back: path }}
        label={say('guard.unblock')}
        kind="quiet"
      />
    </div>
  );
}

function About({ data: { actor, person } }: { data: Data }) {
  if (person) return person.bio ? <p class="serif bio">{person.bio}</p> : null;
  return actor.summaryHtml ? <Prose html={asStoredSafeHtml(actor.summaryHtml)} lang="" small /> : null;
}

/** What somebody wrote about themselves, line by line; our own people's addresses as links that say `rel="me"`. */
function Facts({ data: { actor } }: { data: Data }) {
  if (actor.fields.length === 0) return null;
  return (
    <dl class="facts">
      {actor.fields.slice(0, FACTS).map((field) => {
        const [href] = actor.host === null ? profileLinks([field]) : [];
        return (
          <div key={field.name + field.valueHtml}>
            <dt dir="auto">{field.name}</dt>
            <dd>
              {href ? (
                <RemoteLink href={href} rel="me" />
              ) : (
                <Prose html={asStoredSafeHtml(field.valueHtml)} lang="" small />
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

const FACTS = 8;
