import {
  studentReasonInput,
  takeBackAsked,
  takeBackForStudent,
} from '../../server/actions/take-back-for-student.ts';
import { SUSPENSION_LIMITS } from '../../server/domain/suspension.ts';
import type { Work } from '../../server/domain/work.ts';
import { Settings } from '../account/settings-frame.tsx';
import { pathPart, typed } from '../http/asked.ts';
import type { MemberVisit, Outcome, Routes } from '../http/visit.ts';
import { TextArea } from '../kit/fields.tsx';
import { Actions, PostForm, Submit } from '../kit/form.tsx';
import { type FormState, failedForm, freshForm } from '../kit/form-state.ts';
import { Link } from '../kit/link.tsx';
import { paths } from '../paths.ts';

/** Taking back what a colleague shared, for a student's sake, for moderators and administrators. For others nothing is there. */
export function studentRoutes(routes: Routes): void {
  routes.memberGet('/moderation/take-back/:id', async (visit) =>
    show(visit, await asked(visit), freshForm(visit.frame.say)),
  );
  routes.memberPost('/moderation/take-back/:id', takeBack);
}

const asked = (visit: MemberVisit): Promise<Work> =>
  takeBackAsked(visit.web.ctx, visit.viewer.actorId, pathPart(visit, 'id'));

function show({ frame }: MemberVisit, work: Work, form: FormState): Outcome {
  const { say } = frame;
  const page = (
    <Settings
      frame={frame}
      title={say('student-take-back.title', { title: work.title || say('story.untitled') })}
      lead={say('student-take-back.lead')}
    >
      <PostForm action={paths.takeBackForStudent(work.id)} form={form}>
        <TextArea
          form={form}
          name="note"
          label={say('student-take-back.note')}
          hint={say('student-take-back.note.help')}
          limit={SUSPENSION_LIMITS.note}
        />
        <Actions>
          <Submit label={say('take-back.do')} kind="danger" icon="undo-2" />
          <Link href={paths.reports()}>{say('appeal.leave')}</Link>
        </Actions>
      </PostForm>
    </Settings>
  );
  return { page, status: form.problems.length > 0 ? 422 : 200 };
}

async function takeBack(visit: MemberVisit): Promise<Outcome> {
  const work = await asked(visit);
  const { say } = visit.frame;
  const sent = { note: typed(visit.form, 'note') };
  const input = studentReasonInput.safeParse(sent);
  if (!input.success) return show(visit, work, failedForm(say, sent, input.error));
  await takeBackForStudent(visit.web.ctx, visit.viewer.actorId, work.id, input.data.note);
  return { seeOther: paths.reports(), flash: { kind: 'ok', text: say('student-take-back.done') } };
}
