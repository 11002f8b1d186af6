import type { MarkedQuestion } from '../../server/actions/student-check.ts';
import type { ShownPhoto } from '../../server/domain/photo.ts';
import { StudentCheck } from '../check/questions.tsx';
import type { MemberVisit } from '../http/visit.ts';
import { Actions, PostForm, Submit } from '../kit/form.tsx';
import { type FormState, textIn } from '../kit/form-state.ts';
import { Link } from '../kit/link.tsx';
import { paths } from '../paths.ts';
import { PictureFields } from '../photos/picture-fields.tsx';
import { BioField, NameField, TeachingFields } from './person-fields.tsx';
import { Settings } from './settings-frame.tsx';

interface YouPageProps {
  frame: MemberVisit['frame'];
  form: FormState;
  picture: ShownPhoto | null;
  /** what the student check asks about the form that was sent */
  asked: readonly MarkedQuestion[];
}

/** What colleagues see of oneself. */
export function YouPage({ frame, form, picture, asked }: YouPageProps) {
  const { say } = frame;
  return (
    <Settings frame={frame} title={say('you.title')} lead={say('you.lead')}>
      <PostForm action={paths.settings('you')} form={form} withFile>
        {asked.length > 0 && (
          <StudentCheck form={form} questions={asked} textOf={(field) => textIn(form, field)} />
        )}
        <NameField form={form} />
        <BioField form={form} />
        <TeachingFields form={form} />
        <PictureFields
          form={form}
          picture={picture}
          title={say('picture.title')}
          help={say('picture.help')}
        />
        <Actions>
          <Submit label={say('you.save')} />
          <Link href={paths.person(frame.viewer.handle)}>{say('you.look')}</Link>
        </Actions>
      </PostForm>
    </Settings>
  );
}
