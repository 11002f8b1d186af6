import type { Say } from '../kit/messages.ts';

const STEPS = ['tell', 'travel', 'who', 'look'] as const;
export type Step = (typeof STEPS)[number];

/** Where one is on the way from telling to publishing. Words only: a link here would lose what is being typed. */
export function Steps({ say, now }: { say: Say; now: Step }) {
  return (
    <ol class="steps" aria-label={say('steps.label')}>
      {STEPS.map((step) => (
        <li key={step} aria-current={step === now ? 'step' : undefined}>
          {say(`steps.${step}`)}
        </li>
      ))}
    </ol>
  );
}
