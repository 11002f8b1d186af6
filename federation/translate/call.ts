import type { Actor } from '../../server/domain/actor.ts';
import { stateOf } from '../../server/domain/question.ts';
import type { Work } from '../../server/domain/work.ts';
import { hashtag, PUBLIC, wireTime } from './context.ts';

export interface CallParts {
  work: Work;
  author: Actor;
  origin: string;
}

/**
 * An open question of ours as a `Note`: a post that anybody can answer. Not as a `Question`, which is a poll elsewhere.
 */
export function callObject({ work, author, origin }: CallParts) {
  return {
    id: work.uri,
    type: 'Note',
    attributedTo: author.uri,
    content: work.html,
    contentMap: { [work.lang]: work.html },
    url: work.url,
    published: wireTime(work.publishedAt ?? work.createdAt),
    ...(work.version > 1 && work.updatedAt ? { updated: wireTime(work.updatedAt) } : {}),
    to: [PUBLIC],
    cc: [author.followers as string],
    tag: work.subjects.map((subject) => hashtag(subject, origin)),
    attachment: [],
    sensitive: false,
    context: `${work.uri}/context`,
    conversation: `${work.uri}/context`,
    'tp:kind': 'call',
    'tp:version': work.version,
    'tp:state': stateOf(work),
    ...(work.gistOther.length > 0 ? { 'tp:gistOther': work.gistOther } : {}),
    'tp:subjects': work.subjects,
    ...(work.ageMin !== null && work.ageMax !== null ? { 'tp:ages': `${work.ageMin}-${work.ageMax}` } : {}),
  };
}
