import type { StoryPrompt } from './vocabulary.ts';

/**
 * The five prompts as headings inside a story, in the language that the story is written in:
 * they are part of the text that leaves the node, not of the interface.
 */
const WORDS: Record<string, Record<StoryPrompt, string>> = {
  en: {
    where: 'Where were you?',
    how: 'What did you do – the how?',
    students: 'What did students do or say?',
    why: 'Why do you think it went that way?',
    next: 'What would you tell someone who wants to try it?',
  },
  es: {
    where: '¿Dónde fue?',
    how: '¿Qué hiciste y cómo?',
    students: '¿Qué hicieron o dijeron los estudiantes?',
    why: '¿Por qué crees que salió así?',
    next: '¿Qué le dirías a quien quiera probarlo?',
  },
  fi: {
    where: 'Missä olit?',
    how: 'Mitä teit ja miten?',
    students: 'Mitä oppilaat tekivät tai sanoivat?',
    why: 'Miksi arvelet, että näin kävi?',
    next: 'Mitä sanoisit kollegalle, joka haluaa kokeilla?',
  },
  de: {
    where: 'Wo war das?',
    how: 'Was hast du getan, und wie?',
    students: 'Was haben die Schülerinnen und Schüler getan oder gesagt?',
    why: 'Warum, glaubst du, kam es so?',
    next: 'Was rätst du jemandem, der es probieren will?',
  },
  fr: {
    where: 'Où étiez-vous ?',
    how: 'Qu’avez-vous fait, et comment ?',
    students: 'Qu’ont fait ou dit les élèves ?',
    why: 'Pourquoi, selon vous, cela s’est-il passé ainsi ?',
    next: 'Que diriez-vous à qui voudrait essayer ?',
  },
  sv: {
    where: 'Var var du?',
    how: 'Vad gjorde du, och hur?',
    students: 'Vad gjorde eller sa eleverna?',
    why: 'Varför tror du att det gick så?',
    next: 'Vad skulle du säga till någon som vill prova?',
  },
  zh: {
    where: '在哪里？',
    how: '做了什么，怎么做的？',
    students: '学生做了什么、说了什么？',
    why: '你认为为什么会这样？',
    next: '想对愿意试一试的同行说什么？',
  },
};

/** The headings in a language (BCP 47), English where there are none. */
export function promptWords(lang: string): Record<StoryPrompt, string> {
  return WORDS[lang.split('-')[0]?.toLowerCase() ?? ''] ?? (WORDS.en as Record<StoryPrompt, string>);
}
