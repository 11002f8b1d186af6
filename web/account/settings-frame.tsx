import type { ComponentChildren } from 'preact';
import type { MemberVisit } from '../http/visit.ts';
import { Layout } from '../kit/layout.tsx';
import { PageHead } from '../kit/panel.tsx';
import { paths } from '../paths.ts';
import { Together } from './together.tsx';

interface SettingsProps {
  frame: MemberVisit['frame'];
  title: string;
  lead?: string;
  children: ComponentChildren;
}

/** A page of settings, with the way to the others. */
export function Settings({ frame, title, lead, children }: SettingsProps) {
  const { say, viewer } = frame;
  const pages = [
    { href: paths.settings('you'), label: say('settings.you') },
    { href: paths.settings('account'), label: say('settings.account') },
    ...(viewer.role === 'admin' ? [{ href: paths.invitePeople(), label: say('settings.people') }] : []),
  ];
  return (
    <Layout frame={frame} title={title}>
      <Together frame={frame} label={say('settings.label')} pages={pages} />
      <PageHead title={title} lead={lead} />
      {children}
    </Layout>
  );
}
