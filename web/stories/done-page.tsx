import type { Work } from '../../server/domain/work.ts';
import { Copyable } from '../kit/copyable.tsx';
import { Drawing } from '../kit/drawing.tsx';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { LinkButton } from '../kit/link.tsx';
import { webUrl } from '../kit/web-url.ts';
import { paths } from '../paths.ts';

/** After publishing: where the story went, in plain words. */
export function DonePage({ frame, work, path }: { frame: Frame; work: Work; path: string }) {
  const { say, district } = frame;
  const address = webUrl(work.url);
  const where =
    work.audience === 'everyone'
      ? (['done.everyone.here', 'done.everyone.district', 'done.everyone.elsewhere'] as const)
      : (['done.district'] as const);
  return (
    <Layout frame={frame} title={say('done.title')} head={{ robots: 'noindex' }}>
      <div class="done">
        <Drawing name={work.audience === 'everyone' ? 'paper-planes' : 'door-ajar'} />
        <h1>{say('done.title')}</h1>
        <p class="lead" lang={work.lang} dir="auto">
          {work.title}
        </p>
        <ul class="done-where">
          {where.map((key) => (
            <li key={key}>{say(key, { district: district.name })}</li>
          ))}
        </ul>
        {address && (
          <Copyable
            label={say(work.audience === 'everyone' ? 'story.address' : 'done.address-inside')}
            text={address}
          />
        )}
        <p>{say('done.ask')}</p>
        <div class="actions">
          <LinkButton href={path} label={say('done.read')} icon="book-open" />
          <LinkButton href={paths.home()} label={say('done.home')} kind="plain" />
        </div>
      </div>
    </Layout>
  );
}
