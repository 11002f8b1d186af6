import { REPORT_REASONS } from '../../server/actions/report-content.ts';
import type { AskedAbout } from '../../server/reads/asked-about.ts';
import { Checkbox, Radios } from '../kit/choices.tsx';
import { TextArea } from '../kit/fields.tsx';
import { Actions, Hidden, PostForm, Submit } from '../kit/form.tsx';
import type { FormState } from '../kit/form-state.ts';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { Link } from '../kit/link.tsx';
import { PageHead } from '../kit/panel.tsx';
import { paths } from '../paths.ts';
import { pathOf, WhatItIs } from './what-it-is.tsx';

/** the most characters that can be told about it */
export const ASK_LIMIT = 2_000;

/** Tells the moderators about something or somebody: why, in a few words, and whether their server is told too. */
export function AskPage({ frame, form, about }: { frame: Frame; form: FormState; about: AskedAbout }) {
  const { say } = frame;
  const options = REPORT_REASONS.map((reason) => ({
    value: reason,
    label: say(`ask.reason.${reason}`),
    hint: say(`ask.reason.${reason}.help`),
  }));
  const { host } = about.author;
  return (
    <Layout frame={frame} title={say('ask.title')} head={{ robots: 'noindex' }}>
      <PageHead
        title={say('ask.title')}
        kicker={<WhatItIs frame={frame} thing={about} />}
        lead={say('ask.lead')}
      />
      <PostForm action={paths.askModerator()} form={form}>
        <Hidden fields={{ about: about.uri }} />
        <Radios form={form} name="reason" label={say('ask.reason')} options={options} />
        <TextArea
          form={form}
          name="words"
          label={say('ask.words')}
          hint={say('ask.words.help')}
          limit={ASK_LIMIT}
          optional
        />
        {host !== null && (
          <Checkbox
            form={form}
            name="forward"
            label={say('ask.forward', { host })}
            hint={say('ask.forward.help')}
          />
        )}
        <Actions>
          <Submit label={say('ask.send')} icon="send" />
          <Link href={pathOf(about)}>{say('ask.leave')}</Link>
        </Actions>
      </PostForm>
    </Layout>
  );
}
