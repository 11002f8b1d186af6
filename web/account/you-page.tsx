import type { MarkedQuestion } from '../../server/actions/student-check.ts';
import type { ShownPhoto } from '../../server/domain/photo.ts';
import { StudentCheck } from '../check/questions.tsx';
import type { MemberVisit } from '../http/visit.ts';
import { Actions, PostForm, Submit } from '../kit/form.tsx';
import { type FormState, textIn } from '../kit/form-state.ts';
import { Link } from '../kit/link.tsx';
import { paths } from '../paths.ts';
import { PicturePart } from '../photos/picture-part.tsx';
import { BioField, NameField, TeachingFields } from './person-fields.tsx';
import { Settings } from './settings-frame.tsx';

interface YouPageProps {
  frame: MemberVisit['frame'];
  form: FormState;
  picture: ShownPhoto | null;
  /** the form of the picture */
  pictureForm: FormState;
  /** what the student check asks about the form that was sent, whichever it was */
  asked?: readonly MarkedQuestion[];
}

/** What colleagues see of oneself. */
export function YouPage({ frame, form, picture, pictureForm, asked = [] }: YouPageProps) {
  const { say } = frame;
  const aboutBio = asked.filter(({ field }) => field === 'bio');
  const aboutPicture = asked.filter(({ field }) => field !== 'bio');
  return (
    <Settings frame={frame} title={say('you.title')} lead={say('you.lead')}>
      <PostForm action={paths.settings('you')} form={form}>
        {aboutBio.length > 0 && (
          <StudentCheck form={form} questions={aboutBio} textOf={(field) => textIn(form, field)} />
        )}
        <NameField form={form} />
        <BioField form={form} />
        <TeachingFields form={form} />
        <Actions>
          <Submit label={say('you.save')} />
          <Link href={paths.person(frame.viewer.handle)}>{say('you.look')}</Link>
        </Actions>
      </PostForm>
      <PicturePart
        form={pictureForm}
        picture={picture}
        asked={aboutPicture}
        title={say('picture.title')}
        help={say('picture.help')}
        action={paths.picture()}
        remove={paths.removePicture()}
      />
    </Settings>
  );
}
