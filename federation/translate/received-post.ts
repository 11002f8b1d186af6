import type { ReceivedNote, ReceivedWork } from '../../server/domain/received.ts';
import { LIMITS } from '../../server/domain/text-limits.ts';
import { plainText } from '../../server/text/remote-html.ts';
import { hashtags, photosOf } from './received-object.ts';
import { textOf } from './wire.ts';

const TITLE = 80;
/** who is spoken to, before the first word */
const NAMES = /^(?:@[\w.-]+(?:@[\w.:-]+)?[\s,:]+)+/;

/**
 * A short post as a work, so that it can be tried, built on and answered. Its title is what its author put in front of it
 * (a content warning), else its first words; it has no gist, which keeps it out of lists of stories, and it is not searched.
 * @returns null for a poll: there is nothing to try
 */
export function postAsWork({ inReplyTo: _, mentions: __, ...received }: ReceivedNote): ReceivedWork | null {
  const object = received.raw as Record<string, unknown>;
  if (object.type !== 'Note') return null;
  return {
    ...received,
    type: 'work',
    kind: 'article',
    title:
      plainText(textOf(object, 'summary', LIMITS.remoteSummary), TITLE) || firstWords(received.contentHtml),
    gist: '',
    gistOther: [],
    sections: [],
    subjects: [],
    focus: [],
    tags: hashtags(object.tag),
    ageMin: null,
    ageMax: null,
    levelLabel: '',
    classSize: null,
    whyItMatters: '',
    madePossibleBy: '',
    licence: 'read-only',
    builtOn: [],
    version: 1,
    changeNote: '',
    photos: photosOf(object),
    searchable: false,
  };
}

/** As many whole words as there is room for. */
function firstWords(html: string): string {
  const text = plainText(html, 4 * TITLE).replace(NAMES, '');
  const letters = [...text];
  if (letters.length <= TITLE) return text;
  const cut = letters.slice(0, TITLE - 1).join('');
  const end = cut.lastIndexOf(' ');
  return `${(end > TITLE / 2 ? cut.slice(0, end) : cut).trimEnd()}…`;
}
