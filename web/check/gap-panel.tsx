import { fieldId } from '../kit/form-state.ts';
import type { Say } from '../kit/messages.ts';
import { Panel } from '../kit/panel.tsx';
import { around } from './around.ts';
import { GAPS, type Gap, type TextOf } from './gaps.ts';

interface GapPanelProps {
  say: Say;
  gaps: readonly Gap[];
  textOf: TextOf;
  /** where a field can be changed */
  linkTo: TextOf;
}

/** The sentences that words were taken out of, for their author to read once more. Nobody else sees this. */
export function GapPanel({ say, gaps, textOf, linkTo }: GapPanelProps) {
  if (gaps.length === 0) return null;
  return (
    <Panel tone="light" title={say('check.gaps', { count: gaps.length })} id={GAPS}>
      <p>{say('check.gaps.lead')}</p>
      <ul class="plain-list">
        {gaps.map(({ field, at }) => {
          const { before, after } = around(textOf(field), at, at);
          return (
            <li key={`${field}-${at}`}>
              <blockquote class="passage" dir="auto">
                {before}
                <mark>{say('check.gap')}</mark>
                {/^[\p{L}\p{N}]/u.test(after) && ' '}
                {after}
              </blockquote>
              <a href={`${linkTo(field)}#${fieldId(field)}`}>{say('check.change')}</a>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
