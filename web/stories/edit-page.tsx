import { photoSeen } from '../../server/actions/edit-story.ts';
import type { MarkedQuestion } from '../../server/actions/student-check.ts';
import type { Work } from '../../server/domain/work.ts';
import type { Parent } from '../../server/reads/story-page.ts';
import { OwnNames } from '../check/own-names.tsx';
import { Attestation, StudentCheck } from '../check/questions.tsx';
import { TextField } from '../kit/fields.tsx';
import { Hidden, PostForm, Submit } from '../kit/form.tsx';
import { type FormState, textIn } from '../kit/form-state.ts';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { PageHead } from '../kit/panel.tsx';
import { paths } from '../paths.ts';
import type { OwnPhotos } from '../photos/photo-state.ts';
import { BOX_LABELS } from './conflict-page.tsx';
import { KeepDraft } from './keep-draft.tsx';
import { BASE } from './merge-sent.ts';
import { TellFields } from './tell-fields.tsx';
import { TravelFields } from './travel-fields.tsx';
import { WhoFields } from './who-fields.tsx';

/** The hidden field that names the photos which the author was shown. */
export const SEEN_PHOTOS = 'seenPhotos';

/** The words of the boxes with their names. */
const textsOf = (form: FormState) =>
  Object.entries(BOX_LABELS)
    .map(([field, label]) => ({ label: form.say(label), text: textIn(form, field) }))
    .filter(({ text }) => text !== '');

interface EditPageProps {
  frame: Frame;
  work: Work;
  /** the path of its page */
  path: string;
  form: FormState;
  free: boolean;
  builtOn: readonly Parent[];
  photos: OwnPhotos;
  /** what the student check still asks */
  questions: readonly MarkedQuestion[];
  /** what the boxes held when the page was first made */
  base: string;
}

/** Changing what was published: everything on one page, so that one save makes one new version. */
export function EditPage({ frame, work, path, form, free, builtOn, photos, questions, base }: EditPageProps) {
  const { say } = frame;
  return (
    <Layout frame={frame} title={say('edit.title')} head={{ robots: 'noindex' }}>
      <PageHead
        title={say('edit.title')}
        lead={say(work.audience === 'everyone' ? 'edit.lead.everyone' : 'edit.lead')}
      />
      <KeepDraft frame={frame} version={work.version}>
        <PostForm action={paths.writeStory(work.id)} form={form} class="editor">
          <Hidden fields={{ [BASE]: base, [SEEN_PHOTOS]: photos.photos.map(photoSeen).join(' ') }} />
          {questions.length > 0 && (
            <StudentCheck form={form} questions={questions} textOf={(field) => textIn(form, field)} />
          )}
          <OwnNames frame={frame} texts={textsOf(form)} />
          <TellFields form={form} free={free} photos={photos} />
          <h2 class="fields-title">{say('steps.travel')}</h2>
          <TravelFields frame={frame} form={form} builtOn={builtOn} />
          <h2 class="fields-title">{say('steps.who')}</h2>
          <WhoFields form={form} label={say('who.choose')} />
          {work.audience === 'everyone' && <p class="hint">{say('edit.narrow')}</p>}
          <TextField
            form={form}
            name="changeNote"
            label={say('edit.note')}
            hint={say('edit.note.help')}
            limit={200}
            optional
          />
          <Attestation form={form} />
          <div class="actions">
            <Submit label={say('edit.save')} icon="check" />
            <a href={path}>{say('edit.leave')}</a>
            <a href={paths.versions(work.id)}>{say('versions.title')}</a>
          </div>
        </PostForm>
      </KeepDraft>
    </Layout>
  );
}
