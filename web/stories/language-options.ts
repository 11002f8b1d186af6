import type { Option } from '../kit/fields.tsx';
import { languageName } from '../kit/messages.ts';

/**
 * Languages for a list: by their names in the viewer's language, and in themselves.
 * @param also a language that must be among them, though it is not offered otherwise
 */
export function languageOptions(viewerLang: string, tags: readonly string[], also = ''): Option[] {
  const all = also === '' || tags.includes(also) ? tags : [...tags, also];
  return all.map((tag) => {
    const [name, own] = [languageName(viewerLang, tag), languageName(tag, tag)];
    return { value: tag, label: name.toLowerCase() === own.toLowerCase() ? name : `${name} – ${own}` };
  });
}
