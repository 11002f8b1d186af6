import type { ComponentChildren, HTMLAttributes } from 'preact';
import { asset } from '../kit/assets.ts';
import type { Frame } from '../kit/frame.ts';
import { paths } from '../paths.ts';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      /** web/assets/enhance/keep-draft.js */
      'keep-draft': HTMLAttributes<HTMLElement> & Record<`data-${string}`, string | undefined>;
    }
  }
}

interface KeepDraftProps {
  frame: Frame;
  /** where the page saves by itself; without it the text is kept in the browser only */
  autosave?: string;
  /** of what was published: what was sent from an earlier one is not shown again */
  version?: number;
  children: ComponentChildren;
}

/** Around a form: keeps what is typed in this browser and on the server, and says so. Without scripts the buttons save. */
export function KeepDraft({ frame: { say, viewer }, autosave, version, children }: KeepDraftProps) {
  return (
    <keep-draft
      data-who={viewer?.handle}
      data-autosave={autosave}
      data-version={version === undefined ? undefined : String(version)}
      data-sign-in={paths.signIn()}
      data-say-saved={say('keep.saved')}
      data-say-kept={say('keep.kept')}
      data-say-away={say('keep.away')}
      data-say-signed-out={say('keep.signed-out')}
      data-say-sign-in={say('keep.sign-in')}
      data-say-elsewhere={say('keep.elsewhere')}
      data-say-restored={say('keep.restored')}
      data-say-drop={say('keep.drop')}
      data-rich-text={asset('rich-text.js')}
      data-say-rich={say('rich.on')}
      data-say-plain={say('rich.off')}
      data-say-tools={say('rich.tools')}
      data-say-bold={say('rich.bold')}
      data-say-italic={say('rich.italic')}
      data-say-list={say('rich.list')}
      data-say-numbers={say('rich.numbers')}
      data-say-link={say('rich.link')}
      data-say-address={say('rich.address')}
    >
      {children}
      <p class="keep-status muted" role="status" />
      <script type="module" src={asset('keep-draft.js')} />
      <script type="module" src={asset('rich-switch.js')} />
    </keep-draft>
  );
}

/** Lets this browser forget what it kept of a story. @param path where its form went */
export function ForgetDraft({ frame: { viewer }, path }: { frame: Frame; path: string }) {
  return (
    <keep-draft data-who={viewer?.handle} data-forget={path}>
      <script type="module" src={asset('keep-draft.js')} />
    </keep-draft>
  );
}
