import { ErrorPage } from '../kit/error-page.tsx';
import type { Frame } from '../kit/frame.ts';
import { paths } from '../paths.ts';
import { KeptForm } from './kept-form.tsx';
import type { Visit } from './visit.ts';

interface SignedOutPageProps {
  frame: Frame;
  form: Visit['form'];
  /** where it was to go */
  action: string;
}

/** The session ended while somebody was writing: what was written stays here until they are signed in again. */
export function SignedOutPage({ frame, form, action }: SignedOutPageProps) {
  const { say } = frame;
  return (
    <ErrorPage
      frame={frame}
      title={say('signed-out.title')}
      text={say('signed-out.text')}
      next={say('signed-out.next')}
      action={{ href: paths.signIn(), label: say('signed-out.sign-in'), newTab: true }}
      drawing="notebook"
    >
      <KeptForm say={say} form={form} action={action} />
    </ErrorPage>
  );
}
