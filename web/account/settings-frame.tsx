import type { ComponentChildren } from 'preact';
import { administers, moderates } from '../../server/domain/moderating.ts';
import type { MemberVisit } from '../http/visit.ts';
import { Layout } from '../kit/layout.tsx';
import type { Say } from '../kit/messages.ts';
import { PageHead } from '../kit/panel.tsx';
import { paths } from '../paths.ts';
import { Together } from './together.tsx';

interface SettingsProps {
  frame: MemberVisit['frame'];
  title: string;
  lead?: string;
  children: ComponentChildren;
}

const adminPages = (say: Say) => [
  { href: paths.invitePeople(), label: say('settings.people') },
  { href: paths.rules(), label: say('settings.rules') },
  { href: paths.districtSettings(), label: say('settings.district') },
  { href: paths.health(), label: say('settings.health') },
];

const moderatorPages = (say: Say) => [
  { href: paths.reports(), label: say('settings.reports') },
  { href: paths.held(), label: say('settings.held') },
];

/** A page of settings, with the way to the others. */
export function Settings({ frame, title, lead, children }: SettingsProps) {
  const { say, viewer } = frame;
  const pages = [
    { href: paths.settings('you'), label: say('settings.you') },
    { href: paths.settings('account'), label: say('settings.account') },
    { href: paths.settings('safety'), label: say('settings.safety') },
    { href: paths.settings('mail'), label: say('mail.title') },
    ...(moderates(viewer) ? moderatorPages(say) : []),
    ...(administers(viewer) ? adminPages(say) : []),
  ];
  return (
    <Layout frame={frame} title={title}>
      <Together frame={frame} label={say('settings.label')} pages={pages} />
      <PageHead title={title} lead={lead} />
      {children}
    </Layout>
  );
}
