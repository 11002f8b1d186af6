import type { DomainRule } from '../../server/domain/domain-rule.ts';
import { CSV_LIMITS, type ReadRules, rulesAsCsv } from '../../server/domain/domain-rule-csv.ts';
import { Settings } from '../account/settings-frame.tsx';
import type { MemberVisit } from '../http/visit.ts';
import { FieldError } from '../kit/fields.tsx';
import { Actions, ErrorSummary, Hidden, Submit } from '../kit/form.tsx';
import { type FormState, tie } from '../kit/form-state.ts';
import { Link } from '../kit/link.tsx';
import { Panel, Part } from '../kit/panel.tsx';
import { paths } from '../paths.ts';
import { whatItDoes } from './rules-page.tsx';

interface ImportPageProps {
  frame: MemberVisit['frame'];
  form: FormState;
}

/** A list of rules from another server, as a file. */
export function RulesImportPage({ frame, form }: ImportPageProps) {
  const { say } = frame;
  const ties = tie(form, ['file'], true);
  return (
    <Settings frame={frame} title={say('import.title')} lead={say('import.lead')}>
      <form class="form" method="post" action={paths.importRules()} enctype="multipart/form-data" novalidate>
        <ErrorSummary form={form} />
        <div class={ties.error ? 'field has-error' : 'field'}>
          <label class="label" for={ties.id}>
            {say('import.file')}
          </label>
          <p class="hint" id={ties.hintId}>
            {say('import.file.help', { rows: CSV_LIMITS.rows })}
          </p>
          <FieldError form={form} ties={ties} />
          <input class="input" type="file" id={ties.id} name="file" accept=".csv,text/csv" {...ties.aria} />
        </div>
        <Actions>
          <Submit label={say('import.look')} icon="eye" />
          <Link href={paths.rules()}>{say('rules.leave')}</Link>
        </Actions>
      </form>
    </Settings>
  );
}

interface PreviewProps {
  frame: MemberVisit['frame'];
  read: ReadRules;
  /** domains that have a rule already: they keep it */
  known: ReadonlySet<string>;
}

/** rows of a list that are shown; the others are counted */
const SHOWN = 200;

/** What a list would change, before it does. */
export function RulesPreviewPage({ frame, read, known }: PreviewProps) {
  const { say } = frame;
  const fresh = read.rules.filter((rule) => !known.has(rule.domain));
  const kept = read.rules.length - fresh.length;
  return (
    <Settings frame={frame} title={say('import.preview.title')}>
      <p class="lead">{say('import.new', { count: fresh.length })}</p>
      {kept > 0 && <p>{say('import.kept', { count: kept })}</p>}
      <Faults frame={frame} faults={read.faults} />
      {fresh.length > 0 && (
        <form class="form" method="post" action={paths.applyRules()} enctype="multipart/form-data">
          <Hidden fields={{ rules: rulesAsCsv(fresh) }} />
          {fresh.some((rule) => rule.severity === 'suspend') && <p>{say('import.suspends')}</p>}
          <Actions>
            <Submit label={say('import.apply', { count: fresh.length })} icon="check" />
            <Link href={paths.rules()}>{say('rules.leave')}</Link>
          </Actions>
        </form>
      )}
      {fresh.length === 0 && <Link href={paths.importRules()}>{say('import.again')}</Link>}
      {fresh.length > 0 && <NewRules frame={frame} rules={fresh} />}
    </Settings>
  );
}

function NewRules({ frame: { say }, rules }: Pick<PreviewProps, 'frame'> & { rules: readonly DomainRule[] }) {
  return (
    <Part title={say('import.rules')} id="rules">
      <ul class="plain-list">
        {rules.slice(0, SHOWN).map((rule) => (
          <li key={rule.domain}>
            <bdi dir="ltr">
              <code>{rule.domain}</code>
            </bdi>{' '}
            – {whatItDoes(say, rule)} <span dir="auto">{rule.publicComment}</span>
          </li>
        ))}
      </ul>
      {rules.length > SHOWN && <p class="muted">{say('import.more', { count: rules.length - SHOWN })}</p>}
    </Part>
  );
}

function Faults({ frame: { say }, faults }: Pick<PreviewProps, 'frame'> & Pick<ReadRules, 'faults'>) {
  if (faults.length === 0) return null;
  return (
    <Panel tone="light" id="faults" title={say('import.faults', { count: faults.length })}>
      <ul class="plain-list">
        {faults.slice(0, SHOWN).map(({ line, text, say: why }) => (
          <li key={line}>{say(`import.fault.${why}`, { line, text })}</li>
        ))}
      </ul>
      {faults.length > SHOWN && <p class="muted">{say('import.more', { count: faults.length - SHOWN })}</p>}
    </Panel>
  );
}
