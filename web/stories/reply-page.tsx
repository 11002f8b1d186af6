import type { Reply } from '../../server/domain/reply.ts';
import type { ReplyPage as Data } from '../../server/reads/reply-page.ts';
import { ButtonForm } from '../kit/form.tsx';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { PageHead } from '../kit/panel.tsx';
import { GuardLinks } from '../moderation/guard-links.tsx';
import { paths } from '../paths.ts';
import { CountOrHide, ReplyText } from './conversation.tsx';
import { ShowOrHide } from './places.tsx';
import { hrefOf, ParentLink } from './story-body.tsx';

/** One reply on its own, with the way to what it is about. */
export function ReplyPage({ frame, data }: { frame: Frame; data: Data }) {
  const { say } = frame;
  const { reply, author, root, isAuthor, decides, isPublic } = data;
  const title = say('talk.reply-by', { name: author.name || author.handle });
  const alternates =
    isPublic && author.host === null ? [{ type: 'application/activity+json', href: reply.uri }] : undefined;
  return (
    <Layout frame={frame} title={title} head={{ robots: 'noindex', alternates }}>
      <PageHead
        title={title}
        kicker={
          <>
            {say('talk.about')} <ParentLink frame={frame} parent={root} />
          </>
        }
      />
      <ReplyText frame={frame} card={{ reply, author }} />
      {reply.state !== 'shown' && <p class="muted">{say('talk.not-shown')}</p>}
      {decides && reply.state !== 'shown' && <ShowOrHide frame={frame} id={reply.id} />}
      {decides && reply.state === 'shown' && !isAuthor && (
        <CountOrHide frame={frame} reply={reply} isQuestion={root.isQuestion} />
      )}
      <div class="actions">
        {root.url && <a href={wholePath(hrefOf(frame, root.url), reply)}>{say('talk.whole')}</a>}
        {isAuthor && (
          <ButtonForm
            action={paths.takeBackReply(reply.id)}
            label={say('talk.take-back')}
            icon="undo-2"
            kind="quiet"
          />
        )}
        <GuardLinks frame={frame} author={author} uri={reply.uri} block />
      </div>
    </Layout>
  );
}

function wholePath(page: string, { state, id }: Reply): string {
  return state === 'shown' ? paths.inConversation(page, id) : `${page}#conversation`;
}
