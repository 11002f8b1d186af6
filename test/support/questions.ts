import { type QuestionInput, questionInput } from '../../server/domain/question.ts';

/** A question that can be asked; give the fields that matter. */
export function aQuestion(more: Partial<QuestionInput> = {}): QuestionInput {
  return questionInput.parse({
    question: 'How long do you wait after a question? Mine is over before anybody thinks.',
    subjects: ['sciences'],
    ageMin: 15,
    ageMax: 16,
    ...more,
  });
}
