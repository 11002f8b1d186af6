import { LABELS } from '../../server/domain/vocabulary.ts';
import type { Account } from '../../server/reads/accounts.ts';
import type { OpenInvitation } from '../../server/reads/open-invitations.ts';
import { Settings } from '../account/settings-frame.tsx';
import type { MemberVisit } from '../http/visit.ts';
import { Copyable } from '../kit/copyable.tsx';
import { Select, TextField } from '../kit/fields.tsx';
import { Actions, ButtonForm, PostForm, Submit } from '../kit/form.tsx';
import type { FormState } from '../kit/form-state.ts';
import { Panel, Part } from '../kit/panel.tsx';
import { PersonLink } from '../kit/person-link.tsx';
import { dateText } from '../kit/time.tsx';
import { optionsOf } from '../kit/words.ts';
import { paths } from '../paths.ts';

/** A link that was just made. */
export interface NewLink {
  address: string;
  email: string | null;
  days: number;
}

interface PeoplePageProps {
  frame: MemberVisit['frame'];
  form: FormState;
  people: readonly Account[];
  invitations: readonly OpenInvitation[];
  link: NewLink | null;
}

/** Who is here, and asking somebody in. */
export function AdminPeoplePage({ frame, form, people, invitations, link }: PeoplePageProps) {
  const { say } = frame;
  return (
    <Settings frame={frame} title={say('admin.people.title')} lead={say('admin.people.lead')}>
      {link && <LinkPanel frame={frame} link={link} />}
      <PostForm action={paths.invitePeople()} form={form}>
        <TextField
          form={form}
          name="email"
          type="email"
          label={say('invite.email')}
          hint={say('invite.email.help')}
          autocomplete="off"
          width="medium"
          optional
        />
        <Select
          form={form}
          name="label"
          label={say('invite.label')}
          hint={say('invite.label.help')}
          options={optionsOf(say, 'label', LABELS)}
        />
        <Actions>
          <Submit label={say('invite.button')} icon="user-plus" />
        </Actions>
      </PostForm>
      {invitations.length > 0 && (
        <Part title={say('invite.open')} id="invitations">
          <p>{say('invite.open.help')}</p>
          <ul class="card-list">
            {invitations.map((invitation) => (
              <li key={invitation.id}>
                <Invitation frame={frame} invitation={invitation} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={say('admin.people.here', { count: people.length })} id="here">
        <PeopleTable frame={frame} people={people} />
      </Part>
    </Settings>
  );
}

/** The link is shown this once; only a hash of it is kept. */
function LinkPanel({ frame: { say }, link }: { frame: MemberVisit['frame']; link: NewLink }) {
  return (
    <Panel tone="light" id="link" title={say('invite.done')}>
      <Copyable label={say('invite.link')} text={link.address} />
      <p>
        {link.email
          ? say('invite.send-to', { email: link.email, days: link.days })
          : say('invite.send', { days: link.days })}
      </p>
    </Panel>
  );
}

function Invitation({ frame, invitation }: { frame: MemberVisit['frame']; invitation: OpenInvitation }) {
  const { say } = frame;
  const { id, email, label, expiresAt } = invitation;
  return (
    <article class="guarded">
      <h3 dir="auto">{email ?? say('invite.nobody-named')}</h3>
      <p class="meta">
        <span>{say(`label.${label}`)}</span>
        <span>{say('invite.until', { date: dateText(frame, expiresAt) })}</span>
      </p>
      <div class="row">
        <ButtonForm
          action={paths.renewInvitation()}
          fields={{ id }}
          label={say('invite.renew')}
          icon="link"
        />
        <ButtonForm
          action={paths.withdrawInvitation()}
          fields={{ id }}
          label={say('invite.withdraw')}
          kind="quiet"
        />
      </div>
    </article>
  );
}

function PeopleTable({ frame, people }: Pick<PeoplePageProps, 'frame' | 'people'>) {
  const { say } = frame;
  return (
    <div class="stacks">
      <table>
        <thead>
          <tr>
            <th scope="col">{say('admin.people.name')}</th>
            <th scope="col">{say('admin.people.role')}</th>
            <th scope="col">{say('admin.people.label')}</th>
            <th scope="col">{say('admin.people.decide')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((account) => (
            <tr key={account.handle}>
              <td>
                <PersonLink person={{ ...account, host: null, href: pageOf(account) }} handle />
              </td>
              <td data-label={say('admin.people.role')}>{say(`role.${account.role}`)}</td>
              <td data-label={say('admin.people.label')}>
                {say(`label.${account.label}`)}
                {account.state === 'suspended' && ` · ${say('admin.people.suspended')}`}
              </td>
              <td>
                <a
                  href={paths.adminPerson(account.actorId)}
                  aria-label={say('admin.people.change.whom', { name: nameOf(account) })}
                >
                  {say('admin.people.change')}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export const nameOf = ({ name, handle }: Pick<Account, 'name' | 'handle'>): string => name || handle;

/** Their page, while they have one. */
export const pageOf = ({ handle, state }: Account): string | undefined =>
  state === 'suspended' ? undefined : paths.person(handle);
