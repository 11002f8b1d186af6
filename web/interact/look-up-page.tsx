import { Hidden, PostForm, Submit } from '../kit/form.tsx';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { PageHead } from '../kit/panel.tsx';
import { paths } from '../paths.ts';

/** Somebody was sent here by another page to see something elsewhere: they say whether it is asked for. */
export function LookUpPage({ frame, address }: { frame: Frame; address: string }) {
  const { say } = frame;
  return (
    <Layout frame={frame} title={say('interact.look-up')} head={{ robots: 'noindex' }}>
      <PageHead title={say('interact.look-up')} lead={say('interact.look-up.lead')} />
      <p>
        <code class="address" dir="ltr">
          {address}
        </code>
      </p>
      <PostForm action={paths.search()} method="get">
        <Hidden fields={{ q: address }} />
        <Submit label={say('interact.look-up.do')} icon="search" />
      </PostForm>
    </Layout>
  );
}
