import { sql } from 'kysely';
import type { Db } from '../store/db.ts';

/** How an answer names the conversation that it belongs to; null: it says nothing of it. */
export interface ThreadNames {
  context: string | null;
  conversation: string | null;
}

const NONE: ThreadNames = { context: null, conversation: null };
const STEPS = 20;

/** A work, a try or a reply as far as its place in a conversation goes. */
interface Link {
  kind: 'work' | 'try' | 'reply';
  uri: string;
  host: string | null;
  /** what it answers */
  above: string | null;
  /** what it hangs on, as far as it says */
  top: string;
  context: string | null;
  conversation: string | null;
}

/** A conversation that began here: the collection that we serve. */
export function ownThread(uri: string): ThreadNames {
  return { context: `${uri}/context`, conversation: `${uri}/context` };
}

/**
 * How something that answers `uri` names its conversation (federation contract, rule 83): under a story of ours as ours;
 * elsewhere with the names of what it answers, as they came. Where nothing above it has a name it has none.
 */
export async function threadNames(db: Db, uri: string): Promise<ThreadNames> {
  const answered = await linkOf(db, uri);
  if (!answered) return NONE;
  const top = await topOf(db, answered);
  if (top?.kind === 'work' && top.host === null) return ownThread(top.uri);
  let at: Link | null = answered;
  for (let step = 0; at && step < STEPS; step += 1) {
    const { host, context, conversation } = at;
    if (host !== null && (context ?? conversation) !== null) return { context, conversation };
    at = at.above === null ? null : await linkOf(db, at.above);
  }
  return NONE;
}

/** The story at the head: a reply hangs on a work or a try, a try on its origin. */
async function topOf(db: Db, from: Link): Promise<Link | null> {
  let at: Link | null = from;
  for (let step = 0; at && at.top !== at.uri && step < STEPS; step += 1) at = await linkOf(db, at.top);
  return at;
}

async function linkOf(db: Db, uri: string): Promise<Link | null> {
  const found = await sql<Link>`
    select 'work' as kind, uri, host, null as above, uri as top, wire_context as context, wire_conversation as conversation from work where uri = ${uri}
    union all
    select 'try', uri, host, of_uri, coalesce(lineage[1], of_uri), wire_context, wire_conversation from adaptation where uri = ${uri}
    union all
    select 'reply', uri, host, in_reply_to, root_uri, wire_context, wire_conversation from reply where uri = ${uri}
    limit 1`.execute(db);
  return found.rows[0] ?? null;
}
