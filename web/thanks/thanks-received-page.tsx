import type { ThanksReceived } from '../../server/reads/thanks-received.ts';
import { Empty } from '../kit/empty.tsx';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { Pager } from '../kit/pager.tsx';
import { PageHead } from '../kit/panel.tsx';
import { paths } from '../paths.ts';
import { ReplyText } from '../stories/conversation.tsx';
import { placePath } from '../stories/refs.ts';

/** Every thank-you that somebody got, for them alone. */
export function ThanksReceivedPage({
  frame,
  data: { thanks, more },
}: {
  frame: Frame;
  data: ThanksReceived;
}) {
  const { say } = frame;
  const title = say('thanks.received');
  return (
    <Layout frame={frame} title={title} head={{ robots: 'noindex' }}>
      <PageHead title={title} lead={say('thanks.received.lead')} />
      {thanks.length === 0 && <Empty drawing="window-rain" text={say('thanks.received.none')} />}
      <ul class="replies">
        {thanks.map(({ reply, author, about }) => (
          <li key={reply.id}>
            <p class="meta">
              {about ? (
                <a
                  href={placePath(about.place)}
                  lang={about.place.kind === 'try' ? undefined : about.lang}
                  dir="auto"
                >
                  {about.place.kind === 'try'
                    ? say('travel.my-try', { title: about.title || say('story.untitled') })
                    : about.title || say('story.untitled')}
                </a>
              ) : (
                say('thanks.received.gone')
              )}
            </p>
            <ReplyText frame={frame} card={{ reply, author }} />
          </li>
        ))}
      </ul>
      <Pager say={say} older={more && paths.thanksReceived(more)} />
    </Layout>
  );
}
