import type { CheckedText } from '../check/questions.ts';
import type { StoryInput, Work } from '../domain/work.ts';
import type { Db } from '../store/db.ts';
import { photosOfWork } from '../store/photos.ts';
import { authorIdsOf, workByUri } from '../store/works.ts';
import { type CheckSubject, PHOTO_TEXTS } from './student-check.ts';

/** Every word of a story that others would see, by field. */
export function storyTexts(story: StoryInput, changeNote = ''): CheckedText[] {
  return [
    { field: 'title', text: story.title },
    ...story.sections.map(({ key, markdown }) => ({ field: key, text: markdown })),
    { field: 'gist', text: story.gist },
    ...story.gistOther.map(({ lang, text }) => ({ field: 'gistOther', text, lang })),
    { field: 'whyItMatters', text: story.whyItMatters },
    { field: 'madePossibleBy', text: story.madePossibleBy },
    { field: 'levelLabel', text: story.levelLabel },
    { field: 'tags', text: story.tags.join(' ') },
    { field: 'changeNote', text: changeNote },
  ];
}

/** A story as the student check takes it, for an audience. */
export async function storySubject(
  db: Db,
  work: Work,
  story: StoryInput,
  changeNote = '',
): Promise<CheckSubject> {
  const [authors, parents, photos] = await Promise.all([
    authorIdsOf(db, work),
    Promise.all(story.builtOn.map(({ uri }) => workByUri(db, uri))),
    photosOfWork(db, work.id),
  ]);
  return {
    id: work.id,
    version: work.version,
    audience: story.audience,
    lang: story.lang,
    texts: [
      ...storyTexts(story, changeNote),
      ...photos.map(({ alt }) => ({ field: PHOTO_TEXTS, text: alt })),
    ],
    people: [...authors, ...parents.flatMap((parent) => parent?.authorId ?? [])],
  };
}
