import { type QuestionInput, questionGist, questionTitle } from '../domain/question.ts';
import { renderMarkdown } from '../text/markdown.ts';
import { plainText } from '../text/remote-html.ts';
import type { CheckSubject } from './student-check.ts';

/** more than a question has */
const MOST = 4_000;

/** The columns that the form of a question fills: its title and gist are the beginning of it. */
export function questionColumns({ question, lang, gistOther, subjects, ageMin, ageMax }: QuestionInput) {
  const html: string = renderMarkdown(question);
  const words = plainText(html, MOST);
  return {
    title: questionTitle(words),
    gist: questionGist(words),
    lang,
    gist_other: JSON.stringify(gistOther),
    sections: JSON.stringify([{ key: 'question', markdown: question }]),
    html,
    subjects: subjects as string[],
    age_min: ageMin,
    age_max: ageMax,
  };
}

/** A question as the student check takes it. */
export function questionSubject(
  actorId: string,
  { question, lang, gistOther, audience }: QuestionInput,
): Omit<CheckSubject, 'id' | 'version'> {
  return {
    audience,
    lang,
    texts: [
      { field: 'question', text: question },
      ...gistOther.map(({ lang, text }) => ({ field: 'gistOther', text, lang })),
    ],
    people: [actorId],
  };
}
