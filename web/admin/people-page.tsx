import { LABELS } from '../../server/domain/vocabulary.ts';
import type { Account } from '../../server/reads/accounts.ts';
import { Settings } from '../account/settings-frame.tsx';
import type { MemberVisit } from '../http/visit.ts';
import { Copyable } from '../kit/copyable.tsx';
import { Select, TextField } from '../kit/fields.tsx';
import { Actions, PostForm, Submit } from '../kit/form.tsx';
import type { FormState } from '../kit/form-state.ts';
import { Panel, Part } from '../kit/panel.tsx';
import { PersonLink } from '../kit/person-link.tsx';
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
  link: NewLink | null;
}

/** Who is here, and asking somebody in. */
export function AdminPeoplePage({ frame, form, people, link }: PeoplePageProps) {
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

function PeopleTable({ frame, people }: Pick<PeoplePageProps, 'frame' | 'people'>) {
  const { say } = frame;
  return (
    // scrolls sideways on a phone, so it takes the focus for those who use the keyboard
    <section class="scrolls" tabindex={0} aria-label={say('admin.people.here', { count: people.length })}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('admin.people.name')}</th>
            <th scope="col">{say('admin.people.role')}</th>
            <th scope="col">{say('admin.people.label')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((account) => (
            <tr key={account.handle}>
              <td>
                <PersonLink person={{ ...account, host: null, href: paths.person(account.handle) }} handle />
              </td>
              <td>{say(`role.${account.role}`)}</td>
              <td>
                {say(`label.${account.label}`)}
                {account.state === 'suspended' && ` · ${say('admin.people.suspended')}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
