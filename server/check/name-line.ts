import { checkText } from './check-text.ts';
import type { CheckContext, FindingType } from './finding.ts';

const REACHES: readonly FindingType[] = ['email', 'phone', 'id-number'];
const ANYBODY: CheckContext = { lang: 'en', authors: [], emails: [], smallN: 10, idPatterns: [] };

/**
 * Whether somebody can be reached or looked up by the line that says a person's name: there is an e-mail address, a
 * telephone number or an ID number in it. Whose name it is the check does not ask: it is a colleague's.
 * @param name at most `CHECK_MAX` UTF-16 code units
 */
export const reachesSomebody = (name: string): boolean =>
  checkText(name, ANYBODY).some(({ type }) => REACHES.includes(type));
