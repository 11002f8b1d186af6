import { PHOTO_LIMITS, PHOTO_NAMES, PHOTO_PEOPLE, type ShownPhoto } from '../../server/domain/photo.ts';
import { Checkbox, Radios } from '../kit/choices.tsx';
import { TextField } from '../kit/fields.tsx';
import type { FormState } from '../kit/form-state.ts';
import { Part } from '../kit/panel.tsx';
import { PhotoField } from './photo-field.tsx';
import { PhotoImg } from './photo-img.tsx';

/** The name of the box that says what can be seen. */
export const PICTURE_ALT = 'pictureAlt';
export const REMOVE_PICTURE = 'removePicture';

interface PictureFieldsProps {
  form: FormState;
  picture: ShownPhoto | null;
  title: string;
  help: string;
}

/** The picture of a person or of the district, as a part of the form that says the rest of them: one button saves all. */
export function PictureFields({ form, picture, title, help }: PictureFieldsProps) {
  const { say } = form;
  return (
    <Part title={title} id="picture">
      <p>{help}</p>
      {picture && (
        <div class="row">
          <PhotoImg photo={picture} alt={picture.alt || say('picture.now')} wide={120} class="avatar large" />
          <Checkbox form={form} name={REMOVE_PICTURE} label={say('picture.remove')} />
        </div>
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
        name={PICTURE_ALT}
        label={say('picture.alt')}
        hint={say('picture.alt.help')}
        limit={PHOTO_LIMITS.alt}
        optional
      />
    </Part>
  );
}
