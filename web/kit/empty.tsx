import { Drawing, type DrawingName } from './drawing.tsx';
import type { IconName } from './icon.tsx';
import { LinkButton } from './link.tsx';

interface EmptyProps {
  drawing: DrawingName;
  /** one sentence: why there is nothing */
  text: string;
  /** the one thing to do about it */
  action?: { href: string; label: string; icon?: IconName };
  /** one example */
  example?: string;
}

/** Nothing here yet: a drawing, a sentence, an action. */
export function Empty({ drawing, text, action, example }: EmptyProps) {
  return (
    <div class="empty">
      <Drawing name={drawing} />
      <p class="empty-text">{text}</p>
      {example && <p class="empty-example">{example}</p>}
      {action && <LinkButton href={action.href} label={action.label} icon={action.icon} kind="plain" />}
    </div>
  );
}
