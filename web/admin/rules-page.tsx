import type { DomainRule } from '../../server/domain/domain-rule.ts';
import { Settings } from '../account/settings-frame.tsx';
import type { MemberVisit } from '../http/visit.ts';
import { Empty } from '../kit/empty.tsx';
import { ButtonForm } from '../kit/form.tsx';
import { LinkButton } from '../kit/link.tsx';
import type { Say } from '../kit/messages.ts';
import { paths } from '../paths.ts';

/** What is decided about other servers, by name. */
export function RulesPage({ frame, rules }: { frame: MemberVisit['frame']; rules: readonly DomainRule[] }) {
  const { say } = frame;
  return (
    <Settings frame={frame} title={say('rules.title')} lead={say('rules.lead')}>
      <div class="row">
        <LinkButton href={paths.newRule()} label={say('rules.add')} icon="plus" />
        <LinkButton href={paths.importRules()} label={say('rules.import')} kind="plain" />
        {rules.length > 0 && (
          <LinkButton href={paths.exportRules()} label={say('rules.export')} icon="download" kind="plain" />
        )}
      </div>
      {rules.length === 0 ? (
        <Empty drawing="two-chairs" text={say('rules.none')} />
      ) : (
        <ul class="card-list">
          {rules.map((rule) => (
            <li key={rule.domain}>
              <Rule say={say} rule={rule} />
            </li>
          ))}
        </ul>
      )}
    </Settings>
  );
}

function Rule({ say, rule }: { say: Say; rule: DomainRule }) {
  const { domain, publicComment, privateComment } = rule;
  return (
    <article class="guarded">
      <h2 dir="ltr">{domain}</h2>
      <p>{whatItDoes(say, rule)}</p>
      {publicComment && (
        <p>
          <span class="muted">{say('rules.reason')}</span> {publicComment}
        </p>
      )}
      {privateComment && (
        <p>
          <span class="muted">{say('rules.note')}</span> {privateComment}
        </p>
      )}
      <div class="row">
        <LinkButton
          href={paths.changeRule(domain)}
          label={say('rules.change')}
          icon="pen-line"
          kind="plain"
        />
        <ButtonForm action={paths.liftRule()} fields={{ domain }} label={say('rules.lift')} kind="quiet" />
      </div>
    </article>
  );
}

/** A rule in a sentence or two. */
export function whatItDoes(say: Say, rule: DomainRule): string {
  const parts = [
    say(`rules.does.${rule.severity}`),
    rule.rejectMedia && rule.severity !== 'suspend' ? say('rules.does.media') : '',
    rule.rejectReports && rule.severity !== 'suspend' ? say('rules.does.reports') : '',
    rule.obfuscate ? say('rules.does.obfuscate') : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}
