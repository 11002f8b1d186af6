import { followActor } from '../../../server/actions/follow-actor.ts';
import { actorByUri } from '../../../server/store/actors.ts';
import type { Arrival, Peer, PeerActor } from './peer.ts';
import type { School } from './school.ts';

const PUBLIC = 'https://www.w3.org/ns/activitystreams#Public';

/** Has Ruth follow somebody who follows her already, with the yes of their server, so that their works matter here. */
export async function followBack(school: School, peer: Peer, colleague: PeerActor): Promise<void> {
  const asked = await askToFollow(school, peer, colleague);
  await peer.send(colleague, school.inbox, {
    id: `${colleague.uri}/yes`,
    type: 'Accept',
    object: asked.json,
  });
  await until(async () => {
    const row = await school.ctx.db
      .selectFrom('follow')
      .select('state')
      .where('uri', '=', asked.id)
      .executeTakeFirst();
    return row?.state === 'accepted' || undefined;
  });
}

/** Has Ruth ask to follow somebody who follows her already. @returns the Follow as it came to them */
export async function askToFollow(school: School, peer: Peer, colleague: PeerActor): Promise<Arrival> {
  const known = await actorByUri(school.ctx.db, colleague.uri);
  if (!known) throw new Error(`${colleague.uri} is not known`);
  await followActor(school.ctx, school.ruth.id, known);
  return until(() => peer.arrivals.find(({ type, object }) => type === 'Follow' && object === colleague.uri));
}

async function until<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const end = Date.now() + 30_000;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (Date.now() > end) throw new Error('a follow was never answered');
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** Words of a colleague elsewhere: `work` an article of theirs, `reply` to a story, `try` of one. `version` 1 is the first. */
export type Kind = 'work' | 'reply' | 'try';

/** What it says in a version, to be found again in the database. */
export const wordsOf = (version: number): string => `These are the words of version ${version}.`;

/** The object of a Create (version 1) or Update as other servers send it. */
export function anObject(
  kind: Kind,
  id: string,
  from: PeerActor,
  about: string,
  version: number,
): Record<string, unknown> {
  const start = Date.now() - 3_600_000;
  const text = wordsOf(version);
  const common = {
    id,
    attributedTo: from.uri,
    to: [PUBLIC],
    published: new Date(start).toISOString(),
    content: `<p>${text}</p>`,
    ...(version > 1 ? { updated: new Date(start + version * 60_000).toISOString() } : {}),
  };
  if (kind === 'work') return { ...common, type: 'Article', name: 'On waiting', summary: text };
  if (kind === 'reply') return { ...common, type: 'Note', inReplyTo: about };
  return {
    ...common,
    type: 'Note',
    inReplyTo: about,
    isBasedOn: about,
    'tp:kind': 'adaptation',
    'tp:happened': text,
  };
}
