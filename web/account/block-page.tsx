import type { Actor } from '../../server/domain/actor.ts';
import type { MemberVisit } from '../http/visit.ts';
import { Checkbox } from '../kit/choices.tsx';
import { Actions, Hidden, PostForm, Submit } from '../kit/form.tsx';
import { freshForm } from '../kit/form-state.ts';
import { Layout } from '../kit/layout.tsx';
import { Link } from '../kit/link.tsx';
import { PageHead } from '../kit/panel.tsx';
import { PersonLink } from '../kit/person-link.tsx';
import { paths } from '../paths.ts';
import { personRef } from '../stories/refs.ts';

interface BlockPageProps {
  frame: MemberVisit['frame'];
  actor: Actor;
  /** the path to go back to */
  back: string;
}

/** Says what blocking does, and asks once more. */
export function BlockPage({ frame, actor, back }: BlockPageProps) {
  const { say } = frame;
  const form = freshForm(say);
  const name = actor.name || actor.handle;
  return (
    <Layout frame={frame} title={say('block.title', { name })} head={{ robots: 'noindex' }}>
      <PageHead
        title={say('block.title', { name })}
        kicker={<PersonLink person={personRef(frame, actor)} handle />}
      />
      <ul class="points">
        <li>{say('block.follows')}</li>
        <li>{say(actor.host === null ? 'block.hides-here' : 'block.hides')}</li>
        <li>{say(actor.host === null ? 'block.quiet-here' : 'block.quiet')}</li>
        <li>{say('block.undo')}</li>
      </ul>
      <PostForm action={paths.block()}>
        <Hidden fields={{ who: actor.id, back }} />
        {actor.host !== null && (
          <Checkbox
            form={form}
            name="tell"
            label={say('block.tell', { host: actor.host })}
            hint={say('block.tell.help')}
          />
        )}
        <Actions>
          <Submit label={say('block.do')} kind="danger" icon="x" />
          <Link href={back}>{say('block.leave')}</Link>
        </Actions>
      </PostForm>
    </Layout>
  );
}
