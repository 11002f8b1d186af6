import type { Verdict } from '../../server/domain/vocabulary.ts';
import type { Say } from './messages.ts';

const FILL: Record<Verdict, string> = {
  worked: 'M2 8a6 6 0 0 1 12 0 6 6 0 0 1-12 0',
  partly: 'M8 2a6 6 0 0 0 0 12z',
  'not-yet': '',
};

/** What became of a try: a word with a shape, ● worked here, ◐ partly, ○ not here – yet. All in one colour. */
export function VerdictMark({ say, verdict }: { say: Say; verdict: Verdict }) {
  return (
    <span class="verdict">
      <svg
        class="verdict-shape"
        viewBox="0 0 16 16"
        width="16"
        height="16"
        aria-hidden="true"
        focusable="false"
      >
        <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="2" />
        {FILL[verdict] && <path d={FILL[verdict]} fill="currentColor" />}
      </svg>
      {say(`verdict.${verdict}`)}
    </span>
  );
}
