import type { ComponentChildren } from 'preact';
import type { ButtonKind } from './form.tsx';
import { Icon, type IconName } from './icon.tsx';
import { shownHost, type WebUrl } from './web-url.ts';

interface LinkProps {
  /** one of our own paths, from web/paths.ts */
  href: string;
  children: ComponentChildren;
  lang?: string;
  class?: string;
  rel?: string;
}

/** A link inside the building. */
export function Link({ href, children, ...rest }: LinkProps) {
  return (
    <a href={href} {...rest}>
      {children}
    </a>
  );
}

interface LinkButtonProps {
  href: string;
  label: string;
  kind?: ButtonKind;
  icon?: IconName;
  /** only where leaving the page would lose something; the label says so */
  newTab?: boolean;
}

/** A link that looks like a button: it leads to the page where something is done. */
export function LinkButton({ href, label, kind = 'primary', icon, newTab }: LinkButtonProps) {
  return (
    <a class={`button ${kind}`} href={href} {...(newTab ? { target: '_blank', rel: 'noopener' } : {})}>
      {icon && <Icon name={icon} />}
      {label}
    </a>
  );
}

interface RemoteLinkProps {
  /** made by webUrl(), so never `javascript:` and the like */
  href: WebUrl;
  /** the address itself when there are no words */
  children?: ComponentChildren;
  /** shows the host after the words */
  host?: boolean;
  lang?: string;
  /** `me` for a profile link that was verified */
  rel?: string;
}

/** A link to another server. It opens in the same tab, gives no referrer and no ranking. */
export function RemoteLink({ href, children, host, lang, rel }: RemoteLinkProps) {
  return (
    <a
      class="remote-link"
      href={href}
      rel={`external nofollow noopener noreferrer ugc${rel ? ` ${rel}` : ''}`}
      lang={lang}
    >
      {children ?? shownHost(href)}
      {host && children !== undefined && <span class="host"> ({shownHost(href)})</span>}
    </a>
  );
}
