import type { RemoteNote } from '../../server/reads/person-page.ts';
import { asStoredSafeHtml } from '../../server/text/safe-html.ts';
import type { Frame } from '../kit/frame.ts';
import { RemoteLink } from '../kit/link.tsx';
import { Part } from '../kit/panel.tsx';
import { Prose } from '../kit/prose.tsx';
import { Time } from '../kit/time.tsx';
import { webUrl } from '../kit/web-url.ts';

/** Short posts of somebody elsewhere, newest first. */
export function Notes({ frame, notes }: { frame: Frame; notes: readonly RemoteNote[] }) {
  const { say } = frame;
  if (notes.length === 0) return null;
  return (
    <Part title={say('person.notes')} id="notes">
      <ul class="card-list">
        {notes.map((note) => {
          const address = webUrl(note.url) ?? webUrl(note.uri);
          return (
            <li key={note.uri}>
              <Prose html={asStoredSafeHtml(note.html)} lang={note.lang ?? ''} small />
              <p class="meta">
                <Time frame={frame} date={note.publishedAt} />
                {address && <RemoteLink href={address}>{say('remote.original')}</RemoteLink>}
              </p>
            </li>
          );
        })}
      </ul>
    </Part>
  );
}
