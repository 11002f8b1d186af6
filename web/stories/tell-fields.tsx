import { LIMITS } from '../../server/domain/text-limits.ts';
import { STORY_PROMPTS } from '../../server/domain/vocabulary.ts';
import { countWords } from '../../server/domain/work.ts';
import { TextArea, TextField } from '../kit/fields.tsx';
import { type FormState, textIn } from '../kit/form-state.ts';
import { PhotoPart } from '../photos/photo-part.tsx';
import type { OwnPhotos } from '../photos/photo-state.ts';
import { SECTIONS } from './story-values.ts';
import { wordsNote } from './words-note.ts';

/** below this, nobody could do it on Monday from what is written */
const ENOUGH = 60;

interface TellFieldsProps {
  form: FormState;
  photos: OwnPhotos;
  /** one box instead of five */
  free: boolean;
}

/** Step 1: a title and the five prompts, or one box for those who write in their own order. */
export function TellFields({ form, free, photos }: TellFieldsProps) {
  const { say } = form;
  const lang = textIn(form, 'lang') || undefined;
  // free text beside prompts (from an imported file, or a switch back and forth) keeps its box
  const both = !free && textIn(form, 'free') !== '';
  return (
    <>
      <TextField
        form={form}
        name="title"
        label={say('prompt.title')}
        hint={say('prompt.title.help')}
        limit={LIMITS.title}
        lang={lang}
        heading
      />
      {!free &&
        STORY_PROMPTS.map((prompt) => (
          <TextArea
            key={prompt}
            form={form}
            name={prompt}
            label={say(`prompt.${prompt}`)}
            hint={say(`prompt.${prompt}.help`)}
            rows={prompt === 'how' ? 9 : 4}
            note={prompt === 'how' ? howNote(form) : undefined}
            lang={lang}
            letter
            rich
            heading
          />
        ))}
      {(free || both) && (
        <TextArea
          form={form}
          name="free"
          label={say('prompt.free')}
          hint={say('prompt.free.help')}
          rows={both ? 5 : 18}
          lang={lang}
          letter
          rich
          heading
        />
      )}
      <p class="word-meter">{wordsNote(say, wordsIn(form, SECTIONS))}</p>
      <PhotoPart form={form} own={photos} />
    </>
  );
}

function howNote(form: FormState): string | undefined {
  const words = wordsIn(form, ['how']);
  return words > 0 && words < ENOUGH ? form.say('prompt.how.short') : undefined;
}

function wordsIn(form: FormState, names: readonly string[]): number {
  return countWords(
    names.map((name) => textIn(form, name)),
    textIn(form, 'lang') || 'en',
  );
}
