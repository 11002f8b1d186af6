import { hostOf } from '../server/domain/handle.ts';
import type { ActorForWire } from '../server/reads/for-wire.ts';
import { escapeHtml } from '../server/text/markdown.ts';
import { hashtag } from './translate/context.ts';

/**
 * The lines of a profile as other servers show them: what they teach, with whom, and the district's page. A link is one
 * anchor with its own address as its words: such a link gets a tick where the page it names links back (rule 31).
 */
export function profileFields(facts: ActorForWire, origin: string): { name: string; valueHtml: string }[] {
  const { actor, district } = facts;
  const fields = actor.fields.map((field) => ({
    ...field,
    valueHtml: linkIn(field.valueHtml) ?? field.valueHtml,
  }));
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
  fields.push({ name: district.name, valueHtml: anchor(`${origin}/district`) });
  return fields;
}

/** An address by itself, or the only link of a line. */
function linkIn(valueHtml: string): string | null {
  const address = /^<a [^>]*href="([^"]+)"[^>]*>[^<]*<\/a>$/
    .exec(valueHtml.trim())?.[1]
    ?.replaceAll('&amp;', '&');
  const text = address ?? valueHtml.trim();
  return hostOf(text) === null ? null : anchor(text);
}

const anchor = (address: string): string =>
  `<a href="${escapeHtml(address)}" rel="me nofollow noopener">${escapeHtml(address)}</a>`;
