import type { LineageNode, Told } from '../../server/reads/lineage.ts';
import type { LineagePage as Data } from '../../server/reads/lineage-page.ts';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { PageHead, Part } from '../kit/panel.tsx';
import { VerdictMark } from '../kit/verdict.tsx';
import { idOf, nameOf, toldPath, wordsOf } from '../stories/lineage-refs.ts';
import { firstSentence, placeName } from '../stories/refs.ts';
import { LineageTree } from './lineage-tree.tsx';

interface LineagePageProps {
  frame: Frame;
  data: Data;
  /** the page from which it was opened */
  back: string;
}

/** The whole way of an idea: drawn, and in words. */
export function LineagePage({ frame, data, back }: LineagePageProps) {
  const { say } = frame;
  const { origin, whole, uri } = data;
  const name = titleOf(origin.told);
  const title = name === '' ? say('lineage.title-try') : say('lineage.title', { title: name });
  return (
    <Layout frame={frame} title={title} head={{ robots: 'noindex' }} wide>
      <PageHead title={title} lead={say('lineage.lead')} />
      <p>
        <a href={back}>{say('lineage.back')}</a>
      </p>
      {origin.children.length === 0 ? (
        <p class="serif muted">{say('lineage.alone')}</p>
      ) : (
        <LineageTree frame={frame} origin={origin} uri={uri} />
      )}
      {data.besides.length > 0 && (
        <div>
          <p>{say('lineage.besides')}</p>
          <ul>
            {data.besides.map((told) => (
              <li key={idOf(told)}>
                <ToldLine frame={frame} told={told} isOrigin />
              </li>
            ))}
          </ul>
        </div>
      )}
      {!whole && <p class="muted">{say('lineage.cut')}</p>}
      <Part title={say('lineage.list')} id="in-words">
        <ul class="lineage-list">
          <Line frame={frame} node={origin} uri={uri} isOrigin />
        </ul>
      </Part>
    </Layout>
  );
}

function titleOf(told: Told | null): string {
  if (told?.kind === 'work') return told.work.title;
  return told?.kind === 'try' ? told.adaptation.ofTitle : '';
}

interface LineProps {
  frame: Frame;
  node: LineageNode;
  uri: string;
  isOrigin?: boolean;
}

/** One stop in words, with what came from it below. */
function Line({ frame, node, uri, isOrigin = false }: LineProps) {
  const { say } = frame;
  return (
    <li aria-current={node.uri === uri ? 'true' : undefined}>
      {node.told === null ? (
        <p class="muted">{say('lineage.empty')}</p>
      ) : (
        <ToldLine frame={frame} told={node.told} isOrigin={isOrigin} />
      )}
      {node.told && !node.confirmed && <p class="meta">{say('lineage.unconfirmed')}</p>}
      {node.uri === uri && <p class="meta">{say('lineage.you-are-here')}</p>}
      {node.children.length > 0 && (
        <ul class="lineage-list">
          {node.children.map((child) => (
            <Line key={child.uri} frame={frame} node={child} uri={uri} />
          ))}
        </ul>
      )}
    </li>
  );
}

function ToldLine({ frame, told, isOrigin }: { frame: Frame; told: Told; isOrigin: boolean }) {
  const { say } = frame;
  const href = toldPath(frame, told);
  const { text, lang } = wordsOf(told);
  const did = isOrigin ? 'lineage.began' : told.kind === 'work' ? 'lineage.built' : 'lineage.tried';
  return (
    <>
      <p>
        <strong>
          <bdi>{href ? <a href={href}>{nameOf(told)}</a> : nameOf(told)}</bdi>
        </strong>{' '}
        {say(did)} · <bdi>{placeName(frame, told.author)}</bdi>{' '}
        {told.kind === 'try' && told.adaptation.verdict && (
          <VerdictMark say={say} verdict={told.adaptation.verdict} />
        )}
      </p>
      <p class="serif" lang={lang} dir="auto">
        {firstSentence(text, lang)}
      </p>
    </>
  );
}
