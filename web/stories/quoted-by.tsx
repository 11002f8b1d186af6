import type { QuoteOf } from '../../server/reads/quotes-of.ts';
import { ButtonForm } from '../kit/form.tsx';
import type { Frame } from '../kit/frame.ts';
import { RemoteLink } from '../kit/link.tsx';
import { Panel } from '../kit/panel.tsx';
import { PersonLink } from '../kit/person-link.tsx';
import { webUrl } from '../kit/web-url.ts';
import { paths } from '../paths.ts';
import { personRef } from './refs.ts';

interface QuotedByProps {
  frame: Frame;
  workId: string;
  quotes: readonly QuoteOf[];
}

/** For the author alone: which posts elsewhere were allowed to quote the story, and a way to take that back. */
export function QuotedBy({ frame, workId, quotes }: QuotedByProps) {
  if (quotes.length === 0) return null;
  const { say } = frame;
  return (
    <Panel title={say('quotes.title')} id="quoted-by">
      <p>{say('quotes.help')}</p>
      <ul class="plain-list">
        {quotes.map(({ uri, quotingUri, by }) => {
          const post = webUrl(quotingUri);
          return (
            <li key={uri}>
              <p>
                <PersonLink person={personRef(frame, by)} handle />
                {post && (
                  <>
                    {' · '}
                    <RemoteLink href={post}>{say('quotes.post')}</RemoteLink>
                  </>
                )}
              </p>
              <ButtonForm
                action={paths.withdrawQuote(workId)}
                fields={{ quote: uri }}
                label={say('quotes.withdraw')}
                kind="quiet"
                icon="undo-2"
              />
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
