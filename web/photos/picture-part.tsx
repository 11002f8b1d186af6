import type { MarkedQuestion } from '../../server/actions/student-check.ts';
import { PHOTO_LIMITS, PHOTO_NAMES, PHOTO_PEOPLE, type ShownPhoto } from '../../server/domain/photo.ts';
import { StudentCheck } from '../check/questions.tsx';
import { Checkbox, Radios } from '../kit/choices.tsx';
import { TextField } from '../kit/fields.tsx';
import { Actions, ButtonForm, PostForm, Submit } from '../kit/form.tsx';
import { type FormState, textIn } from '../kit/form-state.ts';
import { Part } from '../kit/panel.tsx';
import { PhotoField } from './photo-field.tsx';
import { PhotoImg } from './photo-img.tsx';

interface PicturePartProps {
  form: FormState;
  picture: ShownPhoto | null;
  /** what the student check asks about its words */
  asked?: readonly MarkedQuestion[];
  title: string;
  help: string;
  action: string;
  remove: string;
}

/** The picture of a person or of the district: setting one, taking it away. */
export function PicturePart({ form, picture, asked = [], title, help, action, remove }: PicturePartProps) {
  const { say } = form;
  return (
    <Part title={title} id="picture">
      <p>{help}</p>
      {picture && (
        <div class="row">
          <PhotoImg photo={picture} alt={picture.alt || say('picture.now')} wide={120} class="avatar large" />
          <ButtonForm action={remove} label={say('picture.remove')} kind="quiet" />
        </div>
      )}
      <PostForm action={action} form={form} withFile>
        {asked.length > 0 && (
          <StudentCheck form={form} questions={asked} textOf={(field) => textIn(form, field)} />
        )}
        <PhotoField form={form} label={say('picture.choose')} />
        <Radios
          form={form}
          name="people"
          label={say('photo.people')}
          options={PHOTO_PEOPLE.map((value) => ({ value, label: say(`photo.people.${value}`) }))}
        />
        <Checkbox form={form} name="consent" label={say('photo.consent')} hint={say('photo.consent.help')} />
        <Radios
          form={form}
          name="names"
          label={say('photo.names')}
          hint={say('picture.names.help')}
          options={PHOTO_NAMES.map((value) => ({ value, label: say(`photo.names.${value}`) }))}
        />
        <TextField
          form={form}
          name="pictureAlt"
          label={say('picture.alt')}
          hint={say('picture.alt.help')}
          limit={PHOTO_LIMITS.alt}
          optional
        />
        <Actions>
          <Submit label={say('picture.save')} kind="plain" icon="image" />
        </Actions>
      </PostForm>
    </Part>
  );
}
