import { SEVERITIES } from '../../server/domain/domain-rule.ts';
import { Settings } from '../account/settings-frame.tsx';
import type { MemberVisit } from '../http/visit.ts';
import { Checkbox, Radios } from '../kit/choices.tsx';
import { TextField } from '../kit/fields.tsx';
import { Actions, Hidden, PostForm, Submit } from '../kit/form.tsx';
import type { FormState } from '../kit/form-state.ts';
import { Link } from '../kit/link.tsx';
import { paths } from '../paths.ts';

/** the most characters of a comment */
export const COMMENT_LIMIT = 500;

interface RuleFormProps {
  frame: MemberVisit['frame'];
  form: FormState;
  /** the server whose rule is changed; null: a new one */
  domain: string | null;
}

/** Deciding about one server. */
export function RuleFormPage({ frame, form, domain }: RuleFormProps) {
  const { say } = frame;
  const options = SEVERITIES.map((severity) => ({
    value: severity,
    label: say(`severity.${severity}`),
    hint: say(`severity.${severity}.help`),
  }));
  return (
    <Settings
      frame={frame}
      title={domain === null ? say('rules.new.title') : say('rules.change.title', { domain })}
    >
      <PostForm action={domain === null ? paths.newRule() : paths.changeRule(domain)} form={form}>
        {domain === null && (
          <TextField
            form={form}
            name="domain"
            label={say('rules.domain')}
            hint={say('rules.domain.help')}
            inputmode="url"
            autocomplete="off"
            width="medium"
          />
        )}
        <Radios form={form} name="severity" label={say('rules.severity')} options={options} />
        <Checkbox form={form} name="rejectMedia" label={say('rules.media')} hint={say('rules.media.help')} />
        <Checkbox
          form={form}
          name="rejectReports"
          label={say('rules.reports')}
          hint={say('rules.reports.help')}
        />
        <TextField
          form={form}
          name="publicComment"
          label={say('rules.public')}
          hint={say('rules.public.help')}
          limit={COMMENT_LIMIT}
          optional
        />
        <TextField
          form={form}
          name="privateComment"
          label={say('rules.private')}
          hint={say('rules.private.help')}
          limit={COMMENT_LIMIT}
          optional
        />
        <Checkbox
          form={form}
          name="obfuscate"
          label={say('rules.obfuscate')}
          hint={say('rules.obfuscate.help')}
        />
        <Actions>
          <Submit label={say('rules.save')} />
          <Link href={paths.rules()}>{say('rules.leave')}</Link>
        </Actions>
      </PostForm>
    </Settings>
  );
}

interface SuspendPageProps {
  frame: MemberVisit['frame'];
  domain: string;
  /** what was sent, to be sent again with the answer */
  fields: Readonly<Record<string, string>>;
  action: string;
  /** people there who are known here, and follows with them */
  ends: { people: number; follows: number };
}

/** Says what suspending does, and asks once more. */
export function SuspendPage({ frame, domain, fields, action, ends }: SuspendPageProps) {
  const { say } = frame;
  return (
    <Settings frame={frame} title={say('suspend.title', { domain })}>
      <ul class="points">
        <li>{say('suspend.traffic')}</li>
        <li>{say('suspend.people', { count: ends.people })}</li>
        <li>{say('suspend.follows', { count: ends.follows })}</li>
        <li>{say('suspend.kept')}</li>
        <li>{say('suspend.lift')}</li>
      </ul>
      <PostForm action={action}>
        <Hidden fields={{ ...fields, sure: 'yes' }} />
        <Actions>
          <Submit label={say('suspend.do', { domain })} kind="danger" />
          <Link href={paths.rules()}>{say('rules.leave')}</Link>
        </Actions>
      </PostForm>
    </Settings>
  );
}
