import { Icon } from './icon.tsx';
import type { Say } from './messages.ts';

interface PagerProps {
  say: Say;
  /** addresses of the neighbours; nothing is shown when there are none */
  newer?: string | null;
  older?: string | null;
  /** other words than "Newer" and "Older" */
  labels?: { newer?: string; older?: string };
}

/** Two links at the end of a list; lists never grow by themselves. */
export function Pager({ say, newer, older, labels = {} }: PagerProps) {
  if (!newer && !older) return null;
  return (
    <nav class="pager" aria-label={say('pager.label')}>
      {newer && (
        <a href={newer} rel="prev">
          <Icon name="arrow-left" /> {labels.newer ?? say('pager.newer')}
        </a>
      )}
      {older && (
        <a class="older" href={older} rel="next">
          {labels.older ?? say('pager.older')} <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  );
}
