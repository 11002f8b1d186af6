import type { hashtag } from './context.ts';

/** Collections as ActivityStreams, without `@context`. */

/** A collection whose items are not shown: only how many there are (or not even that). */
export function closedCollection(id: string, totalItems: number) {
  return { id, type: 'OrderedCollection', totalItems };
}

/** A collection in pages. @param owner who answers for a thread (FEP-7888) */
export function pagedCollection(id: string, totalItems: number, owner?: string) {
  return { id, type: 'OrderedCollection', ...ownedBy(owner), totalItems, first: `${id}?page=first` };
}

const ownedBy = (owner?: string) => (owner === undefined ? {} : { attributedTo: owner });

/** @param next cursor of the next page, null on the last */
export function collectionPage(id: string, cursor: string, items: readonly unknown[], next: string | null) {
  return {
    id: `${id}?page=${encodeURIComponent(cursor)}`,
    type: 'OrderedCollectionPage',
    partOf: id,
    orderedItems: items,
    ...(next === null ? {} : { next: `${id}?page=${encodeURIComponent(next)}` }),
  };
}

/** All items at once, as ids. @param owner who answers for a thread (FEP-7888) */
export function wholeCollection(id: string, items: readonly string[], owner?: string) {
  return {
    id,
    type: 'OrderedCollection',
    ...ownedBy(owner),
    totalItems: items.length,
    orderedItems: items,
  };
}

/** Hashtags that somebody's works stand under; Mastodon shows them on the profile. */
export function tagsCollection(id: string, tags: readonly ReturnType<typeof hashtag>[]) {
  return { id, type: 'Collection', totalItems: tags.length, items: tags };
}

/**
 * The known public replies with as many as possible on the first page: Mastodon reads little more.
 * @param items of the first page @param next cursor of the second one, null when there is none
 */
export function repliesCollection(
  id: string,
  totalItems: number,
  items: readonly string[],
  next: string | null,
) {
  return { id, type: 'Collection', totalItems, first: repliesPage(id, 'first', items, next) };
}

export function repliesPage(id: string, cursor: string, items: readonly string[], next: string | null) {
  const { orderedItems, ...page } = collectionPage(id, cursor, items, next);
  return { ...page, type: 'CollectionPage', items: orderedItems };
}
