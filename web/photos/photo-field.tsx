import { PHOTO_LIMITS } from '../../server/domain/photo.ts';
import { FieldError } from '../kit/fields.tsx';
import { type FormState, tie } from '../kit/form-state.ts';

/** The name of the field that holds the file. */
export const PHOTO = 'photo';
/** What the camera of a telephone is asked for: some would send other kinds otherwise. */
const ACCEPT = 'image/jpeg,image/png,image/webp';

/** Chooses one photo, from the camera or from files. */
export function PhotoField({ form, label }: { form: FormState; label: string }) {
  const { say } = form;
  const ties = tie(form, [PHOTO], true);
  return (
    <div class={ties.error ? 'field has-error' : 'field'}>
      <label class="label" for={ties.id}>
        {label}
      </label>
      <p class="hint" id={ties.hintId}>
        {say('photos.choose.help', { megabytes: PHOTO_LIMITS.bytes / 1_048_576 })}
      </p>
      <FieldError form={form} ties={ties} />
      <input class="input" type="file" id={ties.id} name={PHOTO} accept={ACCEPT} {...ties.aria} />
    </div>
  );
}
