import type { AnsweredReply, ReplyCard } from '../../server/reads/thread-replies.ts';

/** A place in a conversation: something that was said, or the gap where it stood. */
export interface NestedReply {
  uri: string;
  /** null: it is not shown, but something that answers it is */
  card: ReplyCard | null;
  gap: 'taken-back' | 'not-shown' | null;
  /** whom it answers, where its place does not say so */
  answers: string | null;
  below: NestedReply[];
}

/** how far answers are moved in; what is deeper stands in the last row and says whom it answers */
const DEPTH = 3;

/**
 * Puts what was said under what it answers.
 * @param replies the oldest first; that order stays within each row
 * @param answered what these answer and is not among them
 */
export function nestReplies(
  replies: readonly ReplyCard[],
  answered: readonly AnsweredReply[] = [],
): NestedReply[] {
  const places = placesOf(replies, answered);
  const names = new Map<string, string | null>([
    ...answered.map(({ uri, name }) => [uri, name] as const),
    ...replies.map(({ reply, author }) => [reply.uri, author.name || author.handle] as const),
  ]);
  const top: NestedReply[] = [];
  const seats = new Map<Place, Seat>();
  const seat = (place: Place): Seat => {
    const known = seats.get(place);
    if (known) return known;
    const above = place.parent && seat(place.parent);
    const isDeep = above !== null && above.depth >= DEPTH;
    const row = above === null ? top : isDeep ? above.row : above.nested.below;
    const { uri, card, gap } = place;
    const answers = card && (above === null || isDeep) ? (names.get(place.above) ?? null) : null;
    const nested = { uri, card, gap, answers, below: [] };
    row.push(nested);
    const taken = { depth: above === null ? 0 : Math.min(above.depth + 1, DEPTH), nested, row };
    seats.set(place, taken);
    return taken;
  };
  for (const { reply } of replies) seat(places.get(reply.uri) as Place);
  return top;
}

interface Place {
  uri: string;
  /** the address of what it answers */
  above: string;
  card: ReplyCard | null;
  gap: NestedReply['gap'];
  parent: Place | null;
}

interface Seat {
  depth: number;
  nested: NestedReply;
  /** where it stands among others */
  row: NestedReply[];
}

/** Everything that has a place, each with what it hangs on, if that has one too. */
function placesOf(replies: readonly ReplyCard[], answered: readonly AnsweredReply[]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const { uri, inReplyTo: above, why } of answered)
    if (why !== 'elsewhere') places.set(uri, { uri, above, card: null, gap: why, parent: null });
  for (const card of replies) {
    const { uri, inReplyTo: above } = card.reply;
    places.set(uri, { uri, above, card, gap: null, parent: null });
  }
  for (const place of places.values()) {
    const parent = places.get(place.above) ?? null;
    // two that answer each other would both hang on nothing
    if (parent && !hangsOn(parent, place)) place.parent = parent;
  }
  return places;
}

function hangsOn(place: Place, other: Place): boolean {
  for (let at: Place | null = place; at; at = at.parent) if (at === other) return true;
  return false;
}
