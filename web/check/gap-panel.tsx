import { fieldId } from '../kit/form-state.ts';
import type { Say } from '../kit/messages.ts';
import { Panel } from '../kit/panel.tsx';
import { GAPS, type Gap, type TextOf } from './gaps.ts';
import { AROUND } from './questions.tsx';

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
          const text = textOf(field);
          const after = text.slice(at, at + AROUND);
          return (
            <li key={`${field}-${at}`}>
              <blockquote class="passage" dir="auto">
                {at > AROUND && '… '}
                {text.slice(Math.max(0, at - AROUND), at)}
                <mark>{say('check.gap')}</mark>
                {/^[\p{L}\p{N}]/u.test(after) && ' '}
                {after}
                {at + AROUND < text.length && ' …'}
              </blockquote>
              <a href={`${linkTo(field)}#${fieldId(field)}`}>{say('check.change')}</a>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
