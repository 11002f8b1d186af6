import type { Frame } from './frame.ts';
import { Icon } from './icon.tsx';

/** What the last action did. */
export function Flash({ flash }: { flash: NonNullable<Frame['flash']> }) {
  return (
    <p class={`flash ${flash.kind}`} role={flash.kind === 'ok' ? 'status' : 'alert'}>
      <Icon name={flash.kind === 'ok' ? 'check' : 'triangle-alert'} />
      <span>
        {flash.text} {flash.link && <a href={flash.link.href}>{flash.link.label}</a>}
      </span>
    </p>
  );
}

/** The same at the part of a page that the browser jumps to: on top of the page it would be out of sight. */
export function FlashAt({ frame: { flash }, id }: { frame: Frame; id: string }) {
  return flash?.at === id ? <Flash flash={flash} /> : null;
}
