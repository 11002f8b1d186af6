import type { HTMLAttributes } from 'preact';
import { asset } from '../kit/assets.ts';
import type { Frame } from '../kit/frame.ts';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      /** web/assets/enhance/own-names.js */
      'own-names': HTMLAttributes<HTMLElement> & Record<`data-${string}`, string | undefined>;
    }
  }
}

/**
 * First names that a teacher keeps in this browser, looked for in the draft without leaving it. Without scripts there is
 * nothing here: a list that is sent would be one that leaves.
 * @param texts the words of the draft, each with the name of its box
 */
export function OwnNames({
  frame: { say, viewer },
  texts,
}: {
  frame: Frame;
  texts: readonly { label: string; text: string }[];
}) {
  return (
    <>
      <own-names
        class="own-names"
        data-who={viewer?.handle}
        data-texts={JSON.stringify(texts)}
        data-say-title={say('own-names.title')}
        data-say-label={say('own-names.label')}
        data-say-found={say('own-names.found')}
        data-say-none={say('own-names.none')}
      />
      <script type="module" src={asset('own-names.js')} />
    </>
  );
}
