import { ROLES } from '../../server/domain/vocabulary.ts';
import type { accountOf } from '../../server/reads/accounts.ts';
import { Settings } from '../account/settings-frame.tsx';
import type { MemberVisit } from '../http/visit.ts';
import { Radios } from '../kit/choices.tsx';
import { Actions, ButtonForm, PostForm, Submit } from '../kit/form.tsx';
import type { FormState } from '../kit/form-state.ts';
import { Link, LinkButton } from '../kit/link.tsx';
import { Panel, Part } from '../kit/panel.tsx';
import { PersonLink } from '../kit/person-link.tsx';
import { dateText } from '../kit/time.tsx';
import { paths } from '../paths.ts';
import { nameOf, pageOf } from './people-page.tsx';

export type OneAccount = NonNullable<Awaited<ReturnType<typeof accountOf>>>;

interface AdminPersonProps {
  frame: MemberVisit['frame'];
  account: OneAccount;
  form: FormState;
}

/** What an administrator decides about one colleague. Nothing of what they do stands here. */
export function AdminPersonPage({ frame, account, form }: AdminPersonProps) {
  const { say, viewer } = frame;
  const name = nameOf(account);
  const isSelf = account.actorId === viewer.actorId;
  const options = ROLES.map((role) => ({
    value: role,
    label: say(`role.${role}`),
    hint: say(`role.${role}.help`),
  }));
  return (
    <Settings frame={frame} title={say('admin.person.title', { name })}>
      <p>
        <PersonLink person={{ ...account, host: null, href: pageOf(account) }} handle />
      </p>
      {account.suspension && <Suspended frame={frame} account={account} />}
      <PostForm action={paths.changeRole(account.actorId)} form={form}>
        <Radios form={form} name="role" label={say('admin.person.role')} options={options} />
        <Actions>
          <Submit label={say('admin.person.role.save')} />
          <Link href={paths.invitePeople()}>{say('admin.person.back')}</Link>
        </Actions>
      </PostForm>
      {isSelf ? (
        <p class="muted">{say('admin.person.self')}</p>
      ) : (
        <>
          {!account.suspension && (
            <Part title={say('admin.person.suspend')} id="suspend">
              <p>{say('admin.person.suspend.help')}</p>
              <LinkButton
                href={paths.suspendPerson(account.actorId)}
                label={say('admin.person.suspend.go')}
                kind="plain"
              />
            </Part>
          )}
          <Part title={say('admin.person.close')} id="close">
            <p>{say('admin.person.close.help')}</p>
            <LinkButton
              href={paths.closeAccountOf(account.actorId)}
              label={say('admin.person.close.go')}
              kind="plain"
            />
          </Part>
        </>
      )}
    </Settings>
  );
}

function Suspended({ frame, account }: Pick<AdminPersonProps, 'frame' | 'account'>) {
  const { say } = frame;
  const { suspension, actorId } = account;
  if (!suspension) return null;
  const { reason, note, since, byName, appealedAt, answeredAt } = suspension;
  const date = dateText(frame, since);
  return (
    <Panel tone="light" id="suspended" title={say('admin.person.is-suspended')}>
      <p>
        {byName
          ? say('admin.person.suspended-by', { name: byName, date })
          : say('admin.person.suspended-since', { date })}{' '}
        {say(`suspension.reason.${reason}`)}
      </p>
      <blockquote class="told" dir="auto">
        {note}
      </blockquote>
      {appealedAt && <p>{say(answeredAt ? 'admin.person.appeal-answered' : 'admin.person.appeal-waits')}</p>}
      <ButtonForm action={paths.liftSuspension(actorId)} label={say('admin.person.lift')} icon="check" />
    </Panel>
  );
}
