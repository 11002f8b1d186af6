import type { BuiltOn, StoryInput } from '../../server/domain/work.ts';
import { type Parent, parentOf } from '../../server/reads/story-page.ts';
import type { MemberVisit } from '../http/visit.ts';
import { findPlace, pastedAddress } from './find-thing.ts';

/** What the parents of a story are, as far as they are known here. */
export function parentsOf(visit: MemberVisit, builtOn: readonly BuiltOn[]): Promise<Parent[]> {
  return Promise.all(builtOn.map(({ uri }) => parentOf(visit.web.ctx.db, visit.viewer, uri)));
}

/**
 * Teachers paste the address of a page; lineage needs the lasting one. Only what is new since `before` is looked up,
 * and an address that leads nowhere stays as it was typed.
 * @param own the story's own address, which it cannot be built on
 */
export async function withLastingAddresses(
  visit: MemberVisit,
  story: StoryInput,
  before: Pick<StoryInput, 'builtOn'>,
  own: string,
): Promise<StoryInput> {
  const known = new Set(before.builtOn.map(({ uri }) => uri));
  const lasting = new Map<string, BuiltOn>();
  for (const parent of story.builtOn) {
    const uri = known.has(parent.uri) ? parent.uri : await lastingAddress(visit, parent.uri);
    if (uri !== own) lasting.set(uri, { ...parent, uri });
  }
  return { ...story, builtOn: [...lasting.values()] };
}

async function lastingAddress(visit: MemberVisit, typed: string): Promise<string> {
  const address = pastedAddress(typed);
  if (address === null) return typed;
  const place = await findPlace(visit, address);
  if (typeof place === 'string') return address;
  return place.kind === 'reply' ? place.rootUri : place.uri;
}
