import { STORY_PROMPTS } from '../../server/domain/vocabulary.ts';
import type { Frame } from '../kit/frame.ts';
import { Chips } from '../kit/panel.tsx';
import { agesText } from '../kit/words.ts';

/** A story that nobody wrote, marked as such: what stories here look like, before there are any. */
export function ExampleStory({ frame }: { frame: Frame }) {
  const { say } = frame;
  return (
    <article class="sheet example">
      <p class="stamp">{say('example.mark')}</p>
      <h3 class="example-title">{say('example.title')}</h3>
      <Chips
        facts={[agesText(say, 11, 12), say('subject.mathematics'), say('class-size.20-29')]}
        label={say('story.facts')}
      />
      <p class="serif">{say('example.gist')}</p>
      {STORY_PROMPTS.map((prompt) => (
        <section key={prompt} class="answer-part">
          <h4>{say(`prompt.${prompt}`)}</h4>
          <p class="serif">{say(`example.${prompt}`)}</p>
        </section>
      ))}
    </article>
  );
}
