import { administers } from '../../server/domain/moderating.ts';
import type { OpenReport, ReportedThing } from '../../server/reads/open-reports.ts';
import type { OpenAppeal } from '../../server/reads/suspension.ts';
import { asStoredSafeHtml } from '../../server/text/safe-html.ts';
import { Settings } from '../account/settings-frame.tsx';
import type { MemberVisit } from '../http/visit.ts';
import { Empty } from '../kit/empty.tsx';
import { ButtonForm } from '../kit/form.tsx';
import { LinkButton } from '../kit/link.tsx';
import { sayAny } from '../kit/messages.ts';
import { Part } from '../kit/panel.tsx';
import { PersonLink } from '../kit/person-link.tsx';
import { Prose } from '../kit/prose.tsx';
import { Time } from '../kit/time.tsx';
import { paths } from '../paths.ts';
import { personRef } from '../stories/refs.ts';
import { WhatItIs } from './what-it-is.tsx';

interface ReportsPageProps {
  frame: MemberVisit['frame'];
  reports: readonly OpenReport[];
  /** what people who are suspended say to it, for this moderator to decide */
  appeals: readonly OpenAppeal[];
  /** the id of the report whose closed words are shown this once */
  reading: string | null;
}

/** What colleagues and other servers asked the moderators to look at. */
export function ReportsPage({ frame, reports, appeals, reading }: ReportsPageProps) {
  const { say } = frame;
  return (
    <Settings frame={frame} title={say('reports.title')} lead={say('reports.lead')}>
      {appeals.length > 0 && <Appeals frame={frame} appeals={appeals} />}
      {reports.length === 0 && appeals.length === 0 && <Empty drawing="window-rain" text={say('quiet')} />}
      {reports.length > 0 && (
        <ul class="card-list reports">
          {reports.map((report) => (
            <li key={report.id} id={`report-${report.id}`}>
              <Report frame={frame} report={report} reading={reading === report.id} />
            </li>
          ))}
        </ul>
      )}
    </Settings>
  );
}

function Appeals({ frame, appeals }: Pick<ReportsPageProps, 'frame' | 'appeals'>) {
  const { say } = frame;
  return (
    <Part title={say('appeals.title')} id="appeals">
      <ul class="card-list">
        {appeals.map(({ person, appealedAt }) => (
          <li key={person.id}>
            <article class="guarded">
              <p>{say('appeals.line', { name: person.name || person.handle })}</p>
              <p class="meta">
                <Time frame={frame} date={appealedAt} clock />
                <a href={paths.decideAppeal(person.id)}>
                  {say('appeals.open')}{' '}
                  <span class="hidden">{say('appeals.of', { name: person.name || person.handle })}</span>
                </a>
              </p>
            </article>
          </li>
        ))}
      </ul>
    </Part>
  );
}

interface ReportProps extends Pick<ReportsPageProps, 'frame'> {
  report: OpenReport;
  reading: boolean;
}

function Report({ frame, report, reading }: ReportProps) {
  const { say, viewer } = frame;
  const { id, reason, text, at, target, things } = report;
  const closed = things.some(({ open }) => !open);
  const host = target?.host ?? null;
  return (
    <article class="guarded">
      <h2>{sayAny(say, `ask.reason.${reason}`)}</h2>
      <p class="meta">
        <Time frame={frame} date={at} clock />
        <From frame={frame} report={report} />
      </p>
      <ul class="plain-list">
        {things.map((one) => (
          <li key={one.thing.uri}>
            <Thing frame={frame} one={one} reading={reading} />
          </li>
        ))}
        {things.length === 0 && <li class="muted">{say('reports.gone')}</li>}
      </ul>
      {reason === 'new-identity' && <p>{say('reports.new-identity')}</p>}
      {reason === 'busy' && (
        <p>
          <a href={paths.held()}>{say('reports.busy')}</a>
        </p>
      )}
      {text && (
        <blockquote class="told" dir="auto">
          {text}
        </blockquote>
      )}
      <div class="row">
        <ButtonForm action={paths.closeReport(id)} label={say('reports.close')} icon="check" />
        {closed && !reading && (
          <ButtonForm action={paths.readReported(id)} label={say('reports.read')} icon="eye" />
        )}
        {host !== null && administers(viewer) && (
          <LinkButton href={paths.newRule(host)} label={say('reports.rule', { host })} kind="quiet" />
        )}
      </div>
    </article>
  );
}

function From({ frame, report }: Pick<ReportProps, 'frame' | 'report'>) {
  const { say } = frame;
  if (report.fromHost !== null) return <span>{say('reports.from-server', { host: report.fromHost })}</span>;
  if (report.reason === 'new-identity') return <span>{say('reports.from-node')}</span>;
  if (!report.reporter) return <span>{say('reports.from-colleague')}</span>;
  return (
    <span>
      {say('reports.from')} <PersonLink person={personRef(frame, report.reporter)} />
    </span>
  );
}

interface ThingProps extends Pick<ReportsPageProps, 'frame'> {
  one: ReportedThing;
  reading: boolean;
}

function Thing({ frame, one: { thing, open }, reading }: ThingProps) {
  return (
    <>
      <WhatItIs frame={frame} thing={thing} closed={!open} />
      {thing.kind === 'work' && thing.place?.host === null && thing.author.id !== frame.viewer.actorId && (
        <p>
          <a href={paths.takeBackForStudent(thing.place.id)}>{frame.say('student-take-back.link')}</a>
        </p>
      )}
      {!open && reading && thing.html !== '' && (
        <div class="told">
          <Prose html={asStoredSafeHtml(thing.html)} lang={thing.lang} small />
        </div>
      )}
    </>
  );
}
