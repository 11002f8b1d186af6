import type { VNode } from 'preact';
import { fieldId } from '../kit/form-state.ts';
import type { Say } from '../kit/messages.ts';
import { Panel } from '../kit/panel.tsx';
import { around } from './around.ts';
import { GAPS, type Gap, gapsText, type TextOf } from './gaps.ts';

interface GapsProps {
  say: Say;
  gaps: readonly Gap[];
  textOf: TextOf;
}

/**
 * The sentences that words were taken out of, for their author to read once more. Nobody else sees this.
 * @param linkTo the page where a field can be changed: its box says there too where words are missing
 */
export function GapPanel({ say, gaps, textOf, linkTo }: GapsProps & { linkTo: TextOf }) {
  if (gaps.length === 0) return null;
  const carried = `?${GAPS}=${gapsText(gaps, textOf)}`;
  return (
    <Panel tone="light" title={say('check.gaps', { count: gaps.length })} id={GAPS}>
      <p>{say('check.gaps.lead')}</p>
      <ul class="plain-list">
        {gaps.map(({ field, at }) => (
          <li key={`${field}-${at}`}>
            <Around say={say} text={textOf(field)} at={at} />
            <a href={`${linkTo(field)}${carried}#${fieldId(field)}`}>{say('check.change')}</a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The same beside the boxes of a form, by their names. */
export function gapNotes({ say, gaps, textOf }: GapsProps): ReadonlyMap<string, VNode> {
  return new Map(
    [...new Set(gaps.map(({ field }) => field))].map((field) => {
      const places = gaps.filter((gap) => gap.field === field);
      const note = (
        <>
          <p>
            {say('check.gaps', { count: places.length })}. {say('check.gaps.lead')}
          </p>
          {places.map(({ at }) => (
            <Around key={at} say={say} text={textOf(field)} at={at} />
          ))}
        </>
      );
      return [field, note];
    }),
  );
}

function Around({ say, text, at }: { say: Say; text: string; at: number }) {
  const { before, after } = around(text, at, at);
  return (
    <blockquote class="passage" dir="auto">
      {before}
      <mark>{say('check.gap')}</mark>
      {/^[\p{L}\p{N}]/u.test(after) && ' '}
      {after}
    </blockquote>
  );
}
