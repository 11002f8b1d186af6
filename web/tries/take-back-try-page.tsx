import type { TryPage as Data } from '../../server/reads/try-page.ts';
import { PostForm, Submit } from '../kit/form.tsx';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { PageHead } from '../kit/panel.tsx';
import { paths } from '../paths.ts';
import { tryPath } from '../stories/refs.ts';

/** Asks once more before a try is taken back. */
export function TakeBackTryPage({ frame, data: { adaptation, author, of } }: { frame: Frame; data: Data }) {
  const { say } = frame;
  return (
    <Layout frame={frame} title={say('take-back.title')} head={{ robots: 'noindex' }}>
      <PageHead
        title={say('take-back.try.title')}
        kicker={of.title ?? undefined}
        lead={say('take-back.try.lead')}
      />
      {adaptation.audience === 'everyone' && <p>{say('take-back.honest')}</p>}
      <PostForm action={paths.takeBackTry(adaptation.id)}>
        <div class="actions">
          <Submit label={say('take-back.do')} kind="danger" icon="undo-2" />
          <a href={tryPath(adaptation, author)}>{say('take-back.keep')}</a>
        </div>
      </PostForm>
    </Layout>
  );
}
