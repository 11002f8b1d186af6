import type { Request } from 'express';
import type { Refusal } from '../../server/domain/refusal.ts';
import { ErrorPage } from '../kit/error-page.tsx';
import { TextField } from '../kit/fields.tsx';
import { PostForm, Submit } from '../kit/form.tsx';
import { freshForm } from '../kit/form-state.ts';
import type { Frame } from '../kit/frame.ts';
import type { Say } from '../kit/messages.ts';
import { dateText } from '../kit/time.tsx';
import { refusalText } from '../kit/words.ts';
import { paths } from '../paths.ts';
import { formOf } from './form-body.ts';
import { hasText, KeptForm } from './kept-form.tsx';
import { localPath } from './local-path.ts';

/** What went wrong, as the reader needs to know it. */
export interface Problem {
  kind:
    | 'not-found'
    | 'gone'
    | 'refused'
    | 'too-many'
    | 'not-answering'
    | 'unavailable'
    | 'setting-up'
    | 'away'
    | 'other-site'
    | 'too-large'
    | 'unreadable'
    | 'bug';
  status: number;
  refusal?: Refusal;
  reference?: string;
  /** seconds */
  retryAfter?: number;
}

interface Words {
  title: string;
  text: string;
  next?: string;
}

/** The page for something that did not work: what happened, what was kept, what to do. */
export function ProblemPage({
  frame,
  problem,
  request,
}: {
  frame: Frame;
  problem: Problem;
  request: Request;
}) {
  const { say } = frame;
  const form = request.method === 'POST' ? formOf(request) : {};
  const kept = hasText(form);
  // what came from another site is shown, but not one press away from being done
  const action = problem.kind === 'other-site' || isFinal(problem) ? undefined : request.originalUrl;
  const from = request.method === 'POST' && isFinal(problem) ? cameFrom(request) : null;
  return (
    <ErrorPage
      frame={frame}
      {...wordsFor(frame, problem)}
      kept={keptText(say, problem, kept)}
      reference={problem.reference}
      action={from ? { href: from, label: say('error-page.back') } : undefined}
      drawing={problem.kind === 'setting-up' ? 'long-table' : 'window-rain'}
    >
      {kept && <KeptForm say={say} form={form} action={action} />}
      {problem.kind === 'not-found' && frame.viewer && <SearchByAddress say={say} />}
    </ErrorPage>
  );
}

/** What no second try would change; a closed door opens again. */
const isFinal = ({ kind, status, refusal }: Problem): boolean =>
  kind === 'gone' || (kind === 'refused' && status === 403 && refusal?.say !== 'door-closed');

/** The page that a form was on; forms of other sites are not taken at all. Null where it was itself an answer to a form. */
function cameFrom(request: Request): string | null {
  const page = URL.parse(request.get('referer') ?? '');
  return page && page.pathname !== request.path ? localPath(`${page.pathname}${page.search}`) : null;
}

function keptText(say: Say, problem: Problem, kept: boolean): string | undefined {
  if (kept) return say('kept.safe');
  return problem.kind === 'bug' || problem.kind === 'away' ? say('error-page.problem.kept') : undefined;
}

function wordsFor(frame: Frame, { kind, refusal }: Problem): Words {
  const { say } = frame;
  const reason = refusal && refusalText(say, withDate(frame, refusal));
  switch (kind) {
    case 'not-found':
      return notFoundWords(say, refusal?.say);
    case 'gone':
      return { title: say('error-page.gone.title'), text: reason ?? say('error-page.gone.text') };
    case 'refused':
      return { title: say('error-page.refused.title'), text: reason ?? say('refusal.unknown') };
    case 'too-many':
      return words(say, 'too-many');
    case 'not-answering':
      return { ...words(say, 'not-answering'), text: reason ?? say('error-page.not-answering.text') };
    case 'unavailable':
      return { title: say('error-page.unavailable.title'), text: reason ?? say('refusal.unavailable') };
    case 'bug':
      return words(say, 'problem');
    case 'setting-up':
    case 'away':
    case 'other-site':
    case 'too-large':
    case 'unreadable':
      return words(say, kind);
  }
}

/** What is hidden and what never was look the same. */
function notFoundWords(say: Say, reason: string | undefined): Words {
  if (reason === 'link-ended')
    return { title: say('error-page.link-ended.title'), text: say('refusal.link-ended') };
  const text = reason === 'no-person' ? say('refusal.no-person') : say('error-page.not-found.text');
  return { title: say('error-page.not-found.title'), text };
}

type WithThree =
  | 'too-many'
  | 'not-answering'
  | 'problem'
  | 'setting-up'
  | 'away'
  | 'other-site'
  | 'too-large'
  | 'unreadable';

function words(say: Say, kind: WithThree): Words {
  return {
    title: say(`error-page.${kind}.title`),
    text: say(`error-page.${kind}.text`),
    next: say(`error-page.${kind}.next`),
  };
}

/** Dates travel in refusals as ISO 8601; readers see a day. */
function withDate(frame: Frame, refusal: Refusal): Pick<Refusal, 'kind' | 'say' | 'params'> {
  const { kind, say, params } = refusal;
  const date = new Date(String(params.date ?? ''));
  return {
    kind,
    say,
    params: Number.isNaN(date.getTime()) ? params : { ...params, date: dateText(frame, date) },
  };
}

/** For the signed-in, who may look for things on other servers by their address. */
function SearchByAddress({ say }: { say: Say }) {
  return (
    <PostForm action={paths.search()} method="get">
      <TextField
        form={freshForm(say)}
        name="q"
        type="search"
        label={say('error-page.search.label')}
        hint={say('error-page.search.hint')}
      />
      <Submit label={say('error-page.search.button')} kind="plain" icon="search" />
    </PostForm>
  );
}
