import type { Adaptation } from '../../server/domain/adaptation.ts';
import { paragraphs } from '../../server/text/markdown.ts';
import { EvidenceTableView } from '../kit/evidence-table.tsx';
import type { Frame } from '../kit/frame.ts';
import { Prose } from '../kit/prose.tsx';

/** The answers of a try under the questions they belong to. */
export function TryAnswers({ frame, adaptation }: { frame: Frame; adaptation: Adaptation }) {
  const { say } = frame;
  const answers = [
    [say('try-page.context'), adaptation.context],
    [say('try-page.changed'), adaptation.changed],
    [say('try-page.kept'), adaptation.kept],
    [say('try-page.happened'), adaptation.happened],
    [say('try-page.tip'), adaptation.tip],
  ] as const;
  return (
    <>
      {answers.map(
        ([question, answer]) =>
          answer !== '' && (
            <section key={question} class="answer-part">
              <h2>{question}</h2>
              <Prose html={paragraphs(answer)} lang={adaptation.lang} />
            </section>
          ),
      )}
      {adaptation.evidence.map((table) => (
        <section key={table.caption} class="answer-part">
          <h2>{say('try-page.counted')}</h2>
          <EvidenceTableView frame={frame} table={table} lang={adaptation.lang} id={adaptation.id} />
        </section>
      ))}
    </>
  );
}
