import type { ActorForWire } from '../server/reads/for-wire.ts';
import { escapeHtml } from '../server/text/markdown.ts';
import { hashtag } from './translate/context.ts';

/** The lines of a profile as other servers show them: what they teach, with whom, and the district's page. */
export function profileFields(facts: ActorForWire, origin: string): { name: string; valueHtml: string }[] {
  const { actor, district } = facts;
  const fields = [...actor.fields];
  if (actor.kind === 'person') {
    if (facts.subjects.length > 0) {
      const tags = facts.subjects.map((subject) => hashtag(subject, origin));
      fields.push({
        name: 'Teaches',
        valueHtml: tags
          .map(
            (tag) =>
              `<a href="${escapeHtml(tag.href)}" class="mention hashtag" rel="tag">#<span>${escapeHtml(tag.name.slice(1))}</span></a>`,
          )
          .join(' '),
      });
    }
    if (facts.ageMin !== null && facts.ageMax !== null)
      fields.push({ name: 'Students', valueHtml: `ages ${facts.ageMin}–${facts.ageMax}` });
  }
  fields.push({
    name: 'District',
    valueHtml: `<a href="${escapeHtml(`${origin}/district`)}" rel="me nofollow noopener">${escapeHtml(district.name)}</a>`,
  });
  return fields;
}
