import { PHOTO_LIMITS, type Photo } from '../../server/domain/photo.ts';
import { FieldError } from '../kit/fields.tsx';
import { Submit } from '../kit/form.tsx';
import { type FormState, tie } from '../kit/form-state.ts';
import { Icon } from '../kit/icon.tsx';
import { LinkButton } from '../kit/link.tsx';
import { paths } from '../paths.ts';
import { PhotoField } from './photo-field.tsx';
import { PhotoImg } from './photo-img.tsx';
import { altOf, type OwnPhotos, todo } from './photo-state.ts';

/**
 * The photos within the form of a story. Adding one sends the text along, so that nothing typed is lost; it works
 * without scripts. What was published is changed on the page of the photos.
 */
export function PhotoPart({ form, own }: { form: FormState; own: OwnPhotos }) {
  const { say } = form;
  const { workId, isPublished, photos } = own;
  const ties = tie(form, ['photos'], true);
  const isFull = photos.length >= PHOTO_LIMITS.perStory;
  return (
    <section
      class={ties.error ? 'field photo-part has-error' : 'field photo-part'}
      id={ties.id}
      tabindex={-1}
      aria-labelledby="photos-title"
    >
      <h2 class="label-heading" id="photos-title">
        {say('photos.part')} <span class="optional">{say('form.optional')}</span>
      </h2>
      <p class="hint" id={ties.hintId}>
        {say('photos.part.help', { most: PHOTO_LIMITS.perStory })}
      </p>
      <FieldError form={form} ties={ties} />
      <Thumbs form={form} own={own} />
      {workId !== null && isPublished && (
        <LinkButton
          href={paths.photos(workId)}
          label={say('photos.change')}
          icon="image"
          kind="plain"
          newTab
        />
      )}
      {!isPublished && !isFull && <PhotoField form={form} label={say('photos.choose')} />}
      {!isPublished && (
        <div class="actions">
          {!isFull && (
            <Submit
              label={say('photos.add')}
              kind="plain"
              icon="image"
              name="go"
              value="photo"
              formaction={paths.photos(workId ?? NEW)}
              withFile
            />
          )}
          {photos.length > 0 && (
            <Submit label={say('photos.arrange')} kind="plain" name="go" value="photos" />
          )}
        </div>
      )}
    </section>
  );
}

/** In the place of an id: the story is kept together with its first photo. */
export const NEW = 'new';

function Thumbs({ form: { say }, own }: { form: FormState; own: OwnPhotos }) {
  if (own.photos.length === 0) return null;
  return (
    <ul class="thumbs">
      {own.photos.map((photo, index) => (
        <li key={photo.id}>
          <PhotoImg photo={photo} alt={altOf(say, photo, index + 1)} wide={200} class="thumb" />
          <State photo={photo} own={own} say={say} />
        </li>
      ))}
    </ul>
  );
}

function State({ photo, own, say }: { photo: Photo; own: OwnPhotos; say: FormState['say'] }) {
  const isOpen = todo(say, photo, own).length > 0;
  return (
    <span class={isOpen ? 'thumb-state open' : 'thumb-state'}>
      <Icon name={isOpen ? 'triangle-alert' : 'check'} />
      {say(isOpen ? 'photos.open' : 'photos.ready')}
    </span>
  );
}
