import { PHOTO_LIMITS, type Photo } from '../../server/domain/photo.ts';
import type { Work } from '../../server/domain/work.ts';
import { Actions, ButtonForm, PostForm, Submit } from '../kit/form.tsx';
import type { FormState } from '../kit/form-state.ts';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { LinkButton } from '../kit/link.tsx';
import { PageHead, Part } from '../kit/panel.tsx';
import { paths } from '../paths.ts';
import type { Keep } from './keep-gaps.ts';
import { PhotoField } from './photo-field.tsx';
import { PhotoImg } from './photo-img.tsx';
import { altOf, type OwnPhotos, todo } from './photo-state.ts';

interface PhotosPageProps {
  frame: Frame;
  work: Work;
  own: OwnPhotos;
  keep: Keep;
  /** the form for one more photo */
  form: FormState;
}

/** All photos of one's own story: what is still to be said of each, their order, one more. */
export function PhotosPage({ frame, work, own, keep, form }: PhotosPageProps) {
  const { say } = frame;
  const { photos, isPublished } = own;
  const title = say('photos.title');
  return (
    <Layout frame={frame} title={title} head={{ robots: 'noindex' }}>
      <PageHead
        title={title}
        kicker={work.title || say('story.untitled')}
        lead={say(isPublished ? 'photos.lead.published' : 'photos.lead')}
      />
      {photos.length > 0 && (
        <ol class="photo-list">
          {photos.map((photo, index) => (
            <li key={photo.id}>
              <PhotoRow {...{ frame, work, own, keep, photo, index }} />
            </li>
          ))}
        </ol>
      )}
      <Part title={say('photos.one-more')} id="one-more">
        {photos.length >= PHOTO_LIMITS.perStory ? (
          <p>{say('photos.full', { most: PHOTO_LIMITS.perStory })}</p>
        ) : (
          <PostForm action={keep(paths.photos(work.id))} form={form} withFile>
            <PhotoField form={form} label={say('photos.choose')} />
            <Actions>
              <Submit label={say('photos.add')} icon="image" />
            </Actions>
          </PostForm>
        )}
      </Part>
      <p class="onward">
        <LinkButton
          href={keep(paths.writeStory(work.id))}
          label={say('photos.back')}
          icon="arrow-left"
          kind="plain"
        />
      </p>
    </Layout>
  );
}

interface RowProps extends Omit<PhotosPageProps, 'form'> {
  photo: Photo;
  index: number;
}

function PhotoRow({ frame: { say }, work, own, keep, photo, index }: RowProps) {
  const number = index + 1;
  const open = todo(say, photo, own);
  const move = (to: 'earlier' | 'later') => ({
    action: keep(paths.movePhoto(work.id, photo.id)),
    fields: { to },
  });
  return (
    <article class="photo-row" aria-label={say('photo.number', { number })}>
      <PhotoImg photo={photo} alt={altOf(say, photo, number)} wide={480} />
      <div>
        {own.isPublished && <p class="kicker">{say(photo.included ? 'photos.in-story' : 'photos.waits')}</p>}
        {open.length === 0 ? (
          <p class="muted">{say('photos.ready')}</p>
        ) : (
          <ul class="todo">
            {open.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
        <div class="row">
          <LinkButton
            href={keep(paths.photo(work.id, photo.id))}
            label={say('photo.open', { number })}
            icon="pen-line"
            kind="plain"
          />
          {index > 0 && (
            <ButtonForm {...move('earlier')} label={say('photo.earlier', { number })} kind="quiet" />
          )}
          {number < own.photos.length && (
            <ButtonForm {...move('later')} label={say('photo.later', { number })} kind="quiet" />
          )}
          <ButtonForm
            action={keep(paths.removePhoto(work.id, photo.id))}
            label={say('photo.remove', { number })}
            kind="quiet"
          />
        </div>
      </div>
    </article>
  );
}
