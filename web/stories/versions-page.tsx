import { STORY_PROMPTS } from '../../server/domain/vocabulary.ts';
import type { Work } from '../../server/domain/work.ts';
import type { WorkVersion } from '../../server/reads/work-versions.ts';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { LinkButton } from '../kit/link.tsx';
import { PageHead, Part } from '../kit/panel.tsx';
import { dateText } from '../kit/time.tsx';
import { paths } from '../paths.ts';

interface VersionsPageProps {
  frame: Frame;
  work: Work;
  versions: readonly WorkVersion[];
}

/** What a story said before, version by version, for its authors. Readers see the last correction on the story itself. */
export function VersionsPage({ frame, work, versions }: VersionsPageProps) {
  const { say } = frame;
  return (
    <Layout frame={frame} title={say('versions.title')} head={{ robots: 'noindex' }}>
      <PageHead title={say('versions.title')} kicker={work.title} lead={say('versions.lead')} />
      {versions.map((one) => (
        <Part
          key={one.version}
          title={say('versions.one', {
            number: one.version,
            date: dateText(frame, one.createdAt, { clock: true }),
          })}
        >
          {one.changeNote && (
            <p lang={one.lang} dir="auto">
              {one.changeNote}
            </p>
          )}
          <details>
            <summary>{say('versions.read')}</summary>
            <div lang={one.lang} dir="auto">
              <p class="serif">
                <strong>{one.title}</strong>
              </p>
              <p class="serif">{one.gist}</p>
              {one.sections.map(({ key, markdown }) => (
                <section key={key}>
                  <h3>{say(`prompt.${STORY_PROMPTS.find((prompt) => prompt === key) ?? 'free'}`)}</h3>
                  <pre class="kept-text">{markdown}</pre>
                </section>
              ))}
            </div>
          </details>
        </Part>
      ))}
      <LinkButton href={paths.writeStory(work.id)} label={say('versions.back')} kind="plain" />
    </Layout>
  );
}
