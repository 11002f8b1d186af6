import { ownPerson } from '../../server/reads/own-person.ts';
import type { MemberVisit, Visit } from '../http/visit.ts';
import { languageIn } from './story-fields.ts';

/** Who writes an answer, and on which page. */
type Writing = Pick<Visit, 'frame' | 'web'> & Pick<MemberVisit, 'viewer'>;

const base = (tag: string): string => tag.split('-')[0] ?? '';

/**
 * The language that the form for an answer begins with: that of what is answered, or, for somebody who does not write in it,
 * the writer's own first.
 * @param answered BCP 47, of what is answered
 */
export async function replyLanguage({ viewer, web, frame }: Writing, answered: string): Promise<string> {
  const { languages } = await ownPerson(web.ctx.db, viewer.actorId);
  const writesIt = languages.length === 0 || languages.some((tag) => base(tag) === base(answered));
  const lang = writesIt && answered !== '' ? answered : (languages[0] ?? frame.lang);
  return languageIn(lang) ?? 'en';
}
