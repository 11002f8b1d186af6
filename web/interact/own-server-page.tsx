import { fullHandle } from '../../server/domain/actor.ts';
import type { SharedThing } from '../../server/reads/shared-thing.ts';
import { Copyable } from '../kit/copyable.tsx';
import { TextField } from '../kit/fields.tsx';
import { Hidden, PostForm, Submit } from '../kit/form.tsx';
import type { FormState } from '../kit/form-state.ts';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { PageHead, Panel } from '../kit/panel.tsx';
import { paths } from '../paths.ts';

interface OwnServerPageProps {
  frame: Frame;
  thing: SharedThing;
  form: FormState;
}

/** Asks where a reader has their account; the address to copy is there for servers that do not help. */
export function OwnServerPage({ frame, thing, form }: OwnServerPageProps) {
  const { say, district } = frame;
  const host = new URL(frame.origin).host;
  const address = thing.kind === 'person' ? fullHandle(thing.actor, host) : thing.uri;
  return (
    <Layout frame={frame} title={say('interact.title')} head={{ robots: 'noindex' }}>
      <PageHead
        title={say('interact.title')}
        kicker={<What thing={thing} />}
        lead={say(`interact.lead.${thing.kind}`)}
      />
      <PostForm action={paths.interact()} form={form} class="find">
        <Hidden fields={{ uri: thing.uri }} />
        <TextField
          form={form}
          name="server"
          label={say('interact.server')}
          hint={say('interact.server.help')}
          autocomplete="off"
          inputmode="email"
        />
        <Submit label={say('interact.go')} icon="arrow-right" />
      </PostForm>
      <Panel title={say('interact.copy')} id="copy">
        <p>{say('interact.copy.help')}</p>
        <Copyable label={say(thing.kind === 'person' ? 'follow.address' : 'story.address')} text={address} />
      </Panel>
      <p class="muted">
        <a href={paths.signIn(paths.interact(thing.uri))}>
          {say('interact.here', { district: district.name })}
        </a>
      </p>
    </Layout>
  );
}

function What({ thing }: { thing: SharedThing }) {
  const { name, handle } = thing.kind === 'person' ? thing.actor : thing.author;
  if (thing.kind === 'person') return <bdi>{name || handle}</bdi>;
  return (
    <>
      <cite lang={thing.lang} dir="auto">
        {thing.title}
      </cite>{' '}
      – <bdi>{name || handle}</bdi>
    </>
  );
}
