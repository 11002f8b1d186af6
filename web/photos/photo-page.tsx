import type { HTMLAttributes } from 'preact';
import type { MarkedQuestion } from '../../server/actions/student-check.ts';
import { PHOTO_LIMITS, PHOTO_NAMES, PHOTO_PEOPLE, type Photo } from '../../server/domain/photo.ts';
import type { Work } from '../../server/domain/work.ts';
import { StudentCheck } from '../check/questions.tsx';
import { asset } from '../kit/assets.ts';
import { Checkbox, Radios } from '../kit/choices.tsx';
import { TextArea } from '../kit/fields.tsx';
import { Actions, ButtonForm, Hidden, PostForm, Submit } from '../kit/form.tsx';
import { type FormState, textIn } from '../kit/form-state.ts';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { Link } from '../kit/link.tsx';
import { PageHead } from '../kit/panel.tsx';
import { paths } from '../paths.ts';
import { BoxFields, COVERS, CROP, isDrawn } from './box-fields.tsx';
import type { Keep } from './keep-gaps.ts';
import { PhotoImg } from './photo-img.tsx';
import { altOf, judgedFor, type OwnPhotos } from './photo-state.ts';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      /** web/assets/enhance/cover-boxes.js */
      'cover-boxes': HTMLAttributes<HTMLElement> & Record<`data-${string}`, string | undefined>;
    }
  }
}

/** The name of the field that says which pixels the page showed: boxes are for those alone. */
export const SEEN_PHOTO = 'seen';

interface PhotoPageProps {
  frame: Frame;
  work: Work;
  own: OwnPhotos;
  photo: Photo;
  keep: Keep;
  /** the questions and the boxes: one form, so that no button on the page loses what was typed */
  form: FormState;
  /** of the student check about what was said of it */
  questions: readonly MarkedQuestion[];
}

/** One photo: what can be seen, who, whether there are names; and covering what nobody should see. */
export function PhotoPage({ frame, work, own, photo, keep, form, questions }: PhotoPageProps) {
  const { say } = frame;
  const number = own.photos.indexOf(photo) + 1;
  const title = say('photo.title', { number, count: own.photos.length });
  return (
    <Layout frame={frame} title={title} head={{ robots: 'noindex' }}>
      <PageHead
        title={title}
        kicker={<Link href={keep(paths.photos(work.id))}>{work.title || say('story.untitled')}</Link>}
        lead={say('photo.cleaned')}
      />
      <cover-boxes
        class="cover-boxes"
        data-for="boxes"
        data-say-draw={say('box.draw')}
        data-say-stop={say('box.stop')}
        data-say-full={say('box.full')}
      >
        <PhotoImg photo={photo} alt={altOf(say, photo, number)} wide={1_080} />
        <script type="module" src={asset('cover-boxes.js')} />
      </cover-boxes>
      <PostForm action={keep(paths.photo(work.id, photo.id))} form={form}>
        <Hidden fields={{ [SEEN_PHOTO]: photo.token }} />
        <Questions form={form} own={own} lang={work.lang} asked={questions} />
        <Boxes form={form} cover={keep(paths.coverPhoto(work.id, photo.id))} photo={photo} />
      </PostForm>
      <div class="onward">
        <ButtonForm
          action={keep(paths.removePhoto(work.id, photo.id))}
          label={say('photo.remove', { number })}
          kind="danger"
          icon="x"
        />
      </div>
    </Layout>
  );
}

function Questions({
  form,
  own,
  lang,
  asked,
}: {
  form: FormState;
  own: OwnPhotos;
  lang: string;
  asked: readonly MarkedQuestion[];
}) {
  const { say } = form;
  const leaves = judgedFor(own.audience) !== 'district';
  const people = PHOTO_PEOPLE.map((who) => ({
    value: who,
    label: say(`photo.people.${who}`),
    hint:
      who !== 'students'
        ? undefined
        : say(
            own.policy === 'with-consent'
              ? 'photo.people.students.consent'
              : leaves
                ? 'photo.people.students.stop'
                : 'photo.people.students.inside',
          ),
  }));
  const names = PHOTO_NAMES.map((answer) => ({ value: answer, label: say(`photo.names.${answer}`) }));
  return (
    <>
      <TextArea
        form={form}
        name="alt"
        label={say('photo.alt')}
        hint={say('photo.alt.help')}
        limit={PHOTO_LIMITS.alt}
        rows={3}
        lang={lang}
      />
      {asked.length > 0 && (
        <StudentCheck form={form} questions={asked} textOf={(field) => textIn(form, field)} />
      )}
      <Radios form={form} name="people" label={say('photo.people')} options={people} />
      <Checkbox form={form} name="consent" label={say('photo.consent')} hint={say('photo.consent.help')} />
      <Radios
        form={form}
        name="names"
        label={say('photo.names')}
        hint={say('photo.names.help')}
        options={names}
      />
      <Actions>
        {own.isPublished ? (
          <Submit label={say('photo.save')} icon="check" />
        ) : (
          <>
            <Submit label={say('steps.tell.next')} name="go" value="next" icon="arrow-right" />
            <Submit label={say('photo.save.back')} name="go" value="story" kind="plain" />
          </>
        )}
      </Actions>
    </>
  );
}

/** Folded away until it is wanted; open when something stands in it. */
function Boxes({ form, cover, photo }: { form: FormState; cover: string; photo: Photo }) {
  const { say } = form;
  const isWrong = form.problems.some(({ field }) => [...COVERS, CROP].some((name) => name === field));
  return (
    <details class="more" id="boxes" open={isWrong || isDrawn(form.values)}>
      <summary>{say('box.title')}</summary>
      <p>{say('box.help')}</p>
      {photo.included && <p>{say('box.help.published')}</p>}
      {COVERS.map((name, index) => (
        <BoxFields key={name} form={form} name={name} legend={say('box.legend', { number: index + 1 })} />
      ))}
      <BoxFields form={form} name={CROP} legend={say('box.crop')} />
      <Actions>
        <Submit label={say('box.do')} kind="danger" formaction={cover} />
        <Submit label={say('box.reset')} kind="plain" name="go" value="empty" />
      </Actions>
    </details>
  );
}
